import { Box, Typography } from '@mui/material';
import { LinkBase, useListContext } from 'react-admin';
import { useRights } from '../../app/person';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { day } from '../figures';
import { at, isNumeric, labelOf, textOf } from '../Value';
import type { LedgerListProps } from './LedgerList';
import { useRowOpener } from './LedgerTable';
import { useListState } from './ListState';
import { listTexts } from './texts';
import { useWholeFilter } from './useFilter';
import { useTotals } from './useTotals';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The list on a phone: two lines a row, the whole row opens it. */
export function NarrowList(props: LedgerListProps & { title: string }) {
  const t = useTexts(listTexts);
  const say = useSay();
  const language = useLanguage();
  const state = useListState();
  const rights = useRights();
  const { data, isFetching } = useListContext<Row>();
  const filter = useWholeFilter();
  const open = useRowOpener(props);
  const totals = useTotals(props.kind, props.sums ?? [], filter);
  const [first = '', ...others] = props.columns.filter((name) =>
    rights.seesField(props.kind, name.split('.')[0] ?? ''),
  );
  const lower = (props.narrow ?? others.slice(0, 4)).filter((name) =>
    rights.seesField(props.kind, name.split('.')[0] ?? ''),
  );
  // The figure stands at the right of the first line, so that two lines are enough.
  const figure = lower.findLast((name) => {
    const { field } = at(props.kind, name, {});
    return field !== undefined && isNumeric(field);
  });
  const second = lower.filter((name) => name !== figure);
  const text = (name: string, record: Row) => {
    const { field, value } = at(props.kind, name, record);
    if (field && field.is !== 'toOne' && field.type === 'dateTime') return day(value);
    return field ? textOf(field, value, language) : '';
  };
  // As the table says it, where it says it in words; what it draws has no place inside a link.
  const inWords = (name: string, record: Row) => {
    const own = props.render?.[name]?.(record);
    return typeof own === 'string' ? own : text(name, record);
  };

  if (state)
    return (
      <Typography
        role={state.failed ? 'alert' : 'status'}
        color={state.failed ? 'error' : 'text.secondary'}
        sx={{ py: 6 }}
      >
        {state.text}
      </Typography>
    );
  return (
    <Box aria-busy={isFetching}>
      <Box
        component="ul"
        aria-label={t('table', { name: props.title })}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        {(data ?? []).map((record) => {
          const to = open.to(record);
          const head = props.render?.[first]?.(record) ?? (text(first, record) || record.id);
          const lines = (
            <>
              <Typography
                component="span"
                sx={{ display: 'block', fontWeight: 500, overflowWrap: 'anywhere' }}
              >
                {head}
                {figure && (
                  <Box component="span" sx={{ float: 'right', pl: 2 }}>
                    {text(figure, record)}
                  </Box>
                )}
              </Typography>
              <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                {second
                  .map((name) => inWords(name, record))
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </>
          );
          return (
            <Box
              component="li"
              key={record.id}
              sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
            >
              {to ? (
                <Box
                  component={LinkBase}
                  to={to}
                  sx={{ display: 'block', px: 3, py: 2, color: 'text.primary', textDecoration: 'none' }}
                >
                  {lines}
                </Box>
              ) : (
                <Box sx={{ px: 3, py: 2 }}>{lines}</Box>
              )}
              {props.rowActs && <Box sx={{ px: 2, pb: 2 }}>{props.rowActs(record)}</Box>}
            </Box>
          );
        })}
      </Box>
      {totals && (
        <Typography variant="body2" sx={{ mt: 2, fontWeight: 600 }}>
          {t('totals')}{' '}
          {Object.entries(totals.sum).map(([name, value]) => {
            const { field } = at(props.kind, name, {});
            return field ? `${say(labelOf(props.kind, name))} ${textOf(field, value, language)} ` : '';
          })}
        </Typography>
      )}
    </Box>
  );
}
