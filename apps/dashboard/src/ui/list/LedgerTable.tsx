import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Field, Kind } from '@kehu/domain/catalogue/kind';
import ArrowDown from '@mui/icons-material/ArrowDownward';
import ArrowUp from '@mui/icons-material/ArrowUpward';
import {
  Box,
  Link,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableFooter,
  TableHead,
  TableRow,
} from '@mui/material';
import { LinkBase, useListContext, useNavigate } from 'react-admin';
import { useRights } from '../../app/person';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { at, isNumeric, labelOf, textOf, Value } from '../Value';
import { visuallyHidden } from '../visually-hidden';
import type { LedgerListProps } from './LedgerList';
import { ListState } from './ListState';
import { SelectPage, SelectRow } from './Select';
import { listTexts } from './texts';
import { useWholeFilter } from './useFilter';
import { useTotals } from './useTotals';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The table of a list: sorted by a click on the head, opened by a click on a row, summed at the foot. */
export function LedgerTable(props: LedgerListProps & { shown: readonly string[]; title: string }) {
  const { kind, shown, render = {} } = props;
  const t = useTexts(listTexts);
  const { data, isFetching, selectedIds } = useListContext<Row>();
  const selected = new Set((selectedIds ?? []).map(String));
  const filter = useWholeFilter();
  const rows = data ?? [];
  const open = useRowOpener(props);
  const totals = useTotals(kind, props.sums ?? [], filter);

  return (
    <TableContainer
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        opacity: isFetching ? 0.75 : 1,
      }}
      aria-busy={isFetching}
      tabIndex={0}
      role="region"
      aria-label={t('table', { name: props.title })}
    >
      <Table size="small" aria-label={t('table', { name: props.title })}>
        <TableHead>
          <TableRow>
            {props.bulkActs && (
              <TableCell padding="checkbox">
                <SelectPage rows={rows} />
              </TableCell>
            )}
            {shown.map((name) => (
              <HeadCell key={name} kind={kind} name={name} />
            ))}
            {props.rowActs && (
              <TableCell align="right">
                <Box component="span" sx={visuallyHidden}>
                  {t('acts')}
                </Box>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((record) => {
            const to = open.to(record);
            return (
              <TableRow
                key={record.id}
                hover={to !== null}
                selected={selected.has(record.id)}
                onClick={(event) => open.byMouse(event, to)}
                sx={{ cursor: to ? 'pointer' : undefined }}
              >
                {props.bulkActs && (
                  <TableCell padding="checkbox">
                    <SelectRow id={record.id} name={titleOf(kind, record)} />
                  </TableCell>
                )}
                {shown.map((name, column) => (
                  <BodyCell key={name} kind={kind} name={name} record={record} to={column === 0 ? to : null}>
                    {render[name]?.(record)}
                  </BodyCell>
                ))}
                {props.rowActs && (
                  <TableCell align="right" sx={{ whiteSpace: 'nowrap', py: 0 }}>
                    {props.rowActs(record)}
                  </TableCell>
                )}
              </TableRow>
            );
          })}
          <ListState columns={shown.length + (props.rowActs ? 1 : 0) + (props.bulkActs ? 1 : 0)} />
        </TableBody>
        {totals && rows.length > 0 && (
          <TableFooter>
            <TableRow>
              {props.bulkActs && <TableCell />}
              {shown.map((name, column) => (
                <TableCell
                  key={name}
                  align={name in totals.sum ? 'right' : 'left'}
                  sx={{ fontWeight: 600, color: 'text.primary', fontSize: 13 }}
                >
                  {name in totals.sum ? (
                    <SumText kind={kind} name={name} value={totals.sum[name]} />
                  ) : column === 0 ? (
                    t('totals')
                  ) : null}
                </TableCell>
              ))}
              {props.rowActs && <TableCell />}
            </TableRow>
          </TableFooter>
        )}
      </Table>
    </TableContainer>
  );
}

function titleOf(kind: Kind, record: Row): string {
  return String(record[kind.title] ?? record.id);
}

function SumText({ kind, name, value }: { kind: Kind; name: string; value: unknown }) {
  const language = useLanguage();
  const { field } = at(kind, name, {});
  return <>{field ? textOf(field, value, language) : ''}</>;
}

function HeadCell({ kind, name }: { kind: Kind; name: string }) {
  const say = useSay();
  const t = useTexts(listTexts);
  const rights = useRights();
  const { sort, setSort } = useListContext();
  const { field } = at(kind, name, {});
  const words = say(labelOf(kind, name));
  const align = field && isNumeric(field) ? 'right' : 'left';
  if (!field || !sortable(field) || !rights.usesField(kind, name.split('.')[0] ?? ''))
    return <TableCell align={align}>{words}</TableCell>;
  const active = sort?.field === name;
  const up = active && sort.order === 'ASC';
  const first = align === 'right' || (field.is !== 'toOne' && /^date/.test(field.type)) ? 'DESC' : 'ASC';
  const next = active ? (up ? 'DESC' : 'ASC') : first;
  const Arrow = up ? ArrowUp : ArrowDown;
  return (
    <TableCell align={align} aria-sort={active ? (up ? 'ascending' : 'descending') : 'none'}>
      <Box
        component="button"
        type="button"
        onClick={() => setSort({ field: name, order: next })}
        title={`${words} · ${t(next === 'ASC' ? 'sortUp' : 'sortDown')}`}
        sx={{
          all: 'unset',
          cursor: 'pointer',
          display: 'inline-flex',
          alignItems: 'center',
          gap: 1,
          color: active ? 'text.primary' : 'inherit',
          '&:hover': { color: 'text.primary' },
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1 },
        }}
      >
        {words}
        {active && <Arrow sx={{ fontSize: 14 }} aria-hidden />}
      </Box>
    </TableCell>
  );
}

function sortable(field: Field): boolean {
  if (field.is === 'toOne')
    return sortable(kindNamed(field.target).fields[kindNamed(field.target).title] ?? field);
  if (field.is === 'derived') return true;
  return !field.encrypted && field.type !== 'json';
}

function BodyCell(props: {
  kind: Kind;
  name: string;
  record: Row;
  to: string | null;
  children: React.ReactNode;
}) {
  const { field } = at(props.kind, props.name, props.record);
  const long = field?.is === 'column' && field.type === 'text' && (field.max ?? 0) > 40;
  const content = props.children ?? <Value kind={props.kind} name={props.name} record={props.record} />;
  return (
    <TableCell
      align={field && isNumeric(field) ? 'right' : 'left'}
      sx={
        long
          ? { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
          : { whiteSpace: 'nowrap' }
      }
    >
      {props.to ? (
        <Link
          component={LinkBase}
          to={props.to}
          color="text.primary"
          onClick={(event: React.MouseEvent) => event.stopPropagation()}
        >
          {content}
        </Link>
      ) : (
        content
      )}
    </TableCell>
  );
}

/** Where rows lead, and opening one by mouse without taking selected text or links away. */
export function useRowOpener(props: Pick<LedgerListProps, 'kind' | 'rowTo'>) {
  const navigate = useNavigate();
  return {
    to(record: Row): string | null {
      if (props.rowTo === null) return null;
      return props.rowTo ? props.rowTo(record) : `/${props.kind.plural}/${record.id}/show`;
    },
    byMouse(event: React.MouseEvent, to: string | null) {
      if (!to || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
      if (window.getSelection()?.toString()) return;
      if (event.ctrlKey || event.metaKey) window.open(`#${to}`, '_blank');
      else navigate(to);
    },
  };
}
