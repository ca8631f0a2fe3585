import { Box, Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../app/texts';
import { decimal, whole } from '../figures';
import { recordTexts } from '../record/texts';

const Drawing = lazy(() => import('./MonthDrawing'));

export interface MonthPoint {
  /** `2026-03` */
  readonly month: string;
  /** Exact decimal as text, or a count. */
  readonly value: string | number;
}

/** Months on one line as bars from zero, labelled directly; the same figures as a table on a click. */
export function MonthChart(props: {
  points: readonly MonthPoint[];
  /** What is shown and in which unit; also the description for screen readers. */
  label: string;
  monthLabel: string;
  places?: number;
  onOpen?: (month: string) => void;
}) {
  const t = useTexts(recordTexts);
  const [asTable, setAsTable] = useState(false);
  const places = props.places ?? 2;
  const said = (value: string | number) => (places === 0 ? whole(value) : decimal(value, places));
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Box component="figcaption" sx={{ fontSize: 13, color: 'text.secondary', flex: 1 }}>
          {props.label}
        </Box>
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart' : 'table')}
        </Button>
      </Box>
      {asTable ? (
        <Box
          component="table"
          sx={{
            borderCollapse: 'collapse',
            fontSize: 13,
            '& th, & td': {
              py: 1,
              pr: 6,
              textAlign: 'left',
              borderBottom: 1,
              borderColor: 'divider',
              fontWeight: 400,
            },
            '& td': { textAlign: 'right', pr: 0 },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{props.monthLabel}</th>
              <th scope="col">{props.label}</th>
            </tr>
          </thead>
          <tbody>
            {props.points.map((point) => (
              <tr key={point.month}>
                <th scope="row">{point.month}</th>
                <td>{said(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      ) : (
        <Box
          role="img"
          aria-label={`${props.label}: ${props.points.map((point) => `${point.month} ${said(point.value)}`).join(', ')}`}
          sx={{ height: 200 }}
        >
          <Suspense fallback={null}>
            <Drawing
              points={props.points}
              places={places}
              {...(props.onOpen ? { onOpen: props.onOpen } : {})}
            />
          </Suspense>
        </Box>
      )}
    </Box>
  );
}
