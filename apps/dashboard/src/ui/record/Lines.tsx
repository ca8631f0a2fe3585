import type { Kind } from '@kehu/domain/catalogue/kind';
import {
  Box,
  Link,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { useRights } from '../../app/person';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { at, isNumeric, labelOf, textOf, Value } from '../Value';
import { visuallyHidden } from '../visually-hidden';
import { recordTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The children of a record (contacts, lines, history) as a small table; two-line rows on a phone. */
export function Lines(props: {
  kind: Kind;
  names: readonly string[];
  rows: readonly Row[] | undefined;
  label: string;
  rowTo?: (row: Row) => string;
  acts?: (row: Row) => ReactNode;
  cell?: (name: string, row: Row) => ReactNode;
  foot?: ReactNode;
}) {
  const say = useSay();
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const rights = useRights();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'), { noSsr: true });
  const names = props.names.filter((name) => rights.seesField(props.kind, name.split('.')[0] ?? ''));
  const { rows } = props;
  if (!rows) return <Quiet>{t('loading')}</Quiet>;
  if (rows.length === 0) return <Quiet>{t('nothing')}</Quiet>;

  const content = (name: string, row: Row, column: number) => {
    const inner = props.cell?.(name, row) ?? (
      <Value kind={props.kind} name={name} record={row} plain={column === 0 && props.rowTo !== undefined} />
    );
    if (column > 0 || !props.rowTo) return inner;
    return (
      <Link component={LinkBase} to={props.rowTo(row)} color="text.primary">
        {inner}
      </Link>
    );
  };

  // A line number says little by itself: what is it about comes first.
  const head =
    names.find((name) => {
      const { field } = at(props.kind, name, {});
      return field !== undefined && !isNumeric(field);
    }) ??
    names[0] ??
    'id';

  if (!wide)
    return (
      <Box component="ul" aria-label={props.label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box component="li" key={row.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ fontWeight: 500 }}>{content(head, row, 0)}</Box>
            <Box
              sx={{ fontSize: 13, color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}
            >
              {names.map((name) => {
                const { field, value } = at(props.kind, name, row);
                if (name === head || !field || textOf(field, value, language) === '') return null;
                return (
                  <span key={name}>
                    {isNumeric(field) && `${say(labelOf(props.kind, name))} `}
                    {content(name, row, 1)}
                  </span>
                );
              })}
            </Box>
            {props.acts?.(row)}
          </Box>
        ))}
        {props.foot}
      </Box>
    );
  return (
    <TableContainer>
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {names.map((name) => {
              const { field } = at(props.kind, name, {});
              return (
                <TableCell
                  key={name}
                  align={field && isNumeric(field) ? 'right' : 'left'}
                  sx={{ bgcolor: 'transparent' }}
                >
                  {say(labelOf(props.kind, name))}
                </TableCell>
              );
            })}
            {props.acts && (
              <TableCell align="right" sx={{ bgcolor: 'transparent' }}>
                <Box component="span" sx={visuallyHidden}>
                  {t('acts')}
                </Box>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              {names.map((name, column) => {
                const { field } = at(props.kind, name, row);
                return (
                  <TableCell
                    key={name}
                    align={field && isNumeric(field) ? 'right' : 'left'}
                    sx={{ overflowWrap: 'anywhere' }}
                  >
                    {content(name, row, column)}
                  </TableCell>
                );
              })}
              {props.acts && (
                <TableCell align="right" sx={{ py: 0, whiteSpace: 'nowrap' }}>
                  {props.acts(row)}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {props.foot}
    </TableContainer>
  );
}

export function Quiet({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" color="text.secondary" sx={{ py: 2 }}>
      {children}
    </Typography>
  );
}
