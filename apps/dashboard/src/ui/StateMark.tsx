import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts';
import { standingTexts } from './texts';

/** The five standings that a record with a clock can have; the same everywhere. */
export type Standing = 'onTrack' | 'atRisk' | 'breached' | 'done' | 'waiting';

/** The colour of a standing, as a path of the palette; it never speaks alone. */
export const standingColour: Readonly<Record<Standing, string>> = {
  onTrack: 'success.main',
  atRisk: 'warning.main',
  breached: 'error.main',
  done: 'text.secondary',
  waiting: 'text.secondary',
};

/** A circle, a triangle, a filled square, a tick, two bars: told apart without colour. */
const shapes: Readonly<Record<Standing, ReactNode>> = {
  onTrack: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  atRisk: <path d="M6 1 11.5 11h-11z" fill="currentColor" />,
  breached: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  done: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  waiting: <path d="M3.5 1.5v9M8.5 1.5v9" stroke="currentColor" strokeWidth="2.4" />,
};

/** Shape, word and colour of a standing. `words` replaces the usual word (the state of a case). */
export function StateMark(props: { standing: Standing; words?: ReactNode; strong?: boolean }) {
  const t = useTexts(standingTexts);
  const { standing } = props;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        color: standingColour[standing],
        fontWeight: props.strong ? 600 : 500,
        whiteSpace: 'nowrap',
      }}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" style={{ flexShrink: 0 }}>
        {shapes[standing]}
      </svg>
      {props.words ?? t(standing)}
    </Box>
  );
}
