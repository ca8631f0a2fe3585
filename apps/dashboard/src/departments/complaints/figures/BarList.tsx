import { Box, Button, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { LinkBase } from 'react-admin';
import { useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { figuresTexts } from './texts';

const Drawing = lazy(() => import('./BarDrawing'));

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** A decimal as text; null is no figure. */
  readonly value: string | null;
  /** What stands on the bar. */
  readonly text: string;
  /** What the table says of it, column by column. */
  readonly cells: readonly (string | { readonly text: string; readonly to: string })[];
  readonly to: string | null;
}

/** Bars that are still read; the table has all. */
const most = 16;

/** A chart with its heading: bars from zero with their figures on them, and the same as a table whose lines open their cases. */
export function BarSection(props: {
  title: string;
  bars: readonly Bar[];
  /** Heads of the table's columns after the first. */
  heads: readonly string[];
  acts?: ReactNode;
  onOpen: (to: string) => void;
}) {
  const t = useTexts(figuresTexts);
  const [asTable, setAsTable] = useState(false);
  const { title, bars, heads, acts } = props;
  const drawn = bars.filter(({ value }) => value !== null).slice(0, most);
  return (
    <Section
      title={title}
      acts={
        <>
          {acts}
          <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart' : 'table')}
          </Button>
        </>
      }
    >
      {bars.length === 0 && <Typography color="text.secondary">{t('none')}</Typography>}
      {bars.length > 0 && asTable && <BarTable bars={bars} heads={heads} />}
      {bars.length > 0 && !asTable && (
        <>
          <Box
            role="img"
            aria-label={`${title}: ${drawn.map(({ label, text }) => `${label} ${text}`).join(', ')}`}
            sx={{ height: drawn.length * 26 + 8 }}
          >
            <Suspense fallback={null}>
              <Drawing bars={drawn} onOpen={props.onOpen} />
            </Suspense>
          </Box>
          {bars.length > drawn.length && (
            <Typography variant="caption" color="text.secondary">
              {t('moreBars', { n: drawn.length })}
            </Typography>
          )}
        </>
      )}
    </Section>
  );
}

function BarTable({ bars, heads }: { bars: readonly Bar[]; heads: readonly string[] }) {
  const t = useTexts(figuresTexts);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            {[t('item'), ...heads].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
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
              {bar.cells.map((cell, at) => (
                <td key={heads[at]}>
                  {typeof cell === 'string' ? (
                    cell
                  ) : (
                    <Box component={LinkBase} to={cell.to} sx={{ color: 'text.primary' }}>
                      {cell.text}
                    </Box>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

/** A quiet table of figures: names on the left, numbers right-aligned. */
export const tableStyle = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    py: 1,
    pl: 4,
    textAlign: 'right',
    borderBottom: 1,
    borderColor: 'divider',
    fontWeight: 400,
    verticalAlign: 'top',
  },
  '& td': { whiteSpace: 'nowrap' },
  '& thead th': { color: 'text.secondary', fontWeight: 500 },
  '& th:first-of-type': { textAlign: 'left', pl: 0 },
} as const;
