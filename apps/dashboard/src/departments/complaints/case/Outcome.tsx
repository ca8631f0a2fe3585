import type { Label } from '@kehu/domain/catalogue/labels';
import { Alert, Box, Button } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useHere } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { recordTexts } from '../../../ui/record/texts';
import { caseTexts } from './texts';

/** What the server said after an act: who was told, and what is expected now. */
export interface ActDone {
  readonly label: Label;
  readonly told: readonly { readonly name: string; readonly via: string }[];
  readonly next: { readonly label: string; readonly by: string | null; readonly dueAt: string | null } | null;
}

/** Says after an act who was told and what comes next; stays until it is closed. */
export function Outcome(props: {
  done: ActDone;
  onClose: () => void;
  further?: { words: string; go: () => void };
}) {
  const t = useTexts(caseTexts);
  const words = useTexts(recordTexts);
  const say = useSay();
  const { zone } = useHere();
  const { done } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const names = [...new Set(done.told.map((each) => each.name))].join('、');
  const next = done.next
    ? [
        t('nextIs', { label: done.next.label }),
        done.next.by ? t('nextBy', { by: done.next.by }) : '',
        done.next.dueAt ? t('nextDue', { at: momentIn(new Date(done.next.dueAt), zone) }) : '',
      ]
        .filter(Boolean)
        .join('，')
    : '';
  return (
    <Alert
      severity="success"
      ref={box}
      tabIndex={-1}
      role="status"
      sx={{ mb: 4, '& .MuiAlert-action': { flexWrap: 'wrap' } }}
      action={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {props.further && (
            <Button variant="contained" onClick={props.further.go}>
              {props.further.words}
            </Button>
          )}
          <Button onClick={props.onClose}>{words('close')}</Button>
        </Box>
      }
    >
      {[t('done', { act: say(done.label) }), names ? t('toldWho', { names }) : '', next]
        .filter(Boolean)
        .join('　')}
    </Alert>
  );
}
