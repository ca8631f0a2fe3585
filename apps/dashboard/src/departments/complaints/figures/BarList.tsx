import { Box, Button, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { LinkBase } from 'react-admin';
import { useTexts } from '../../../app/texts';
import { decimal } from '../../../ui/figures';
import { figuresTexts } from './texts';

const Drawing = lazy(() => import('./BarDrawing'));

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** A decimal as text; null is no figure. */
  readonly value: string | null;
  /** How many cases stand behind it. */
  readonly count?: number | string | null;
  /** Share of this bar and those before, in percent (Pareto). */
  readonly cumulative?: string | null;
  readonly to: string | null;
}

/** Bars from zero with their figures on them, and the same as a table whose lines open their cases. */
export function BarList(props: { title: string; bars: readonly Bar[]; onOpen: (to: string) => void }) {
  const t = useTexts(figuresTexts);
  const [asTable, setAsTable] = useState(false);
  const { title, bars } = props;
  const pareto = bars.some(({ cumulative }) => cumulative != null);
  if (bars.length === 0) return <Typography color="text.secondary">{t('none')}</Typography>;
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Box component="figcaption" sx={{ fontSize: 13, color: 'text.secondary', flex: 1 }}>
          {title}
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
            width: '100%',
            fontSize: 13,
            '& th, & td': {
              py: 1,
              textAlign: 'right',
              borderBottom: 1,
              borderColor: 'divider',
              fontWeight: 400,
            },
            '& th:first-of-type': { textAlign: 'left' },
          }}
        >
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{title}</th>
              <th scope="col">{t('cases')}</th>
              {pareto && <th scope="col">{t('cumulative')}</th>}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">
                  {bar.to ? (
                    <Box component={LinkBase} to={bar.to} sx={{ color: 'text.primary' }}>
                      {bar.label}
                    </Box>
                  ) : (
                    bar.label
                  )}
                </th>
                <td>{bar.value === null ? '–' : decimal(bar.value, 1)}</td>
                <td>{bar.count ?? '–'}</td>
                {pareto && <td>{bar.cumulative == null ? '–' : decimal(bar.cumulative, 1)}</td>}
              </tr>
            ))}
          </tbody>
        </Box>
      ) : (
        <Box
          role="img"
          aria-label={`${title}: ${bars.map((bar) => `${bar.label} ${bar.value === null ? '–' : decimal(bar.value, 1)}`).join(', ')}`}
          sx={{ height: bars.length * 26 + 8 }}
        >
          <Suspense fallback={null}>
            <Drawing bars={bars} onOpen={props.onOpen} />
          </Suspense>
        </Box>
      )}
    </Box>
  );
}
