import type { Kind } from '@kehu/domain/catalogue/kind';
import { Box, Button, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { LinkBase, ListBase, useStore } from 'react-admin';
import { useRights } from '../../app/person';
import { useSay, useTexts } from '../../app/texts';
import { BulkBar } from '../bulk/BulkBar';
import { Page } from '../Page';
import { ColumnChoice } from './ColumnChoice';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { LedgerTable } from './LedgerTable';
import { NarrowList } from './NarrowList';
import { Pager } from './Pager';
import { SavedViews } from './SavedViews';
import { listTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a list shows; labels, choices and formats come from the catalogue. */
export interface LedgerListProps {
  readonly kind: Kind;
  /** Columns to begin with, in order; the first leads to the record. */
  readonly columns: readonly string[];
  /** Columns that may be added. */
  readonly moreColumns?: readonly string[];
  /** The three or four filters that people use. */
  readonly filters: readonly string[];
  readonly moreFilters?: readonly string[];
  /** Choices of a relation's filter that make sense here: stores only. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
  /** Fields summed at the foot, by the server. */
  readonly sums?: readonly string[];
  /** Always applied, never shown (one list of code entries). */
  readonly always?: Readonly<Record<string, unknown>>;
  /** Fields that are read but are not columns. */
  readonly alsoRead?: readonly string[];
  /** Second line on a phone. */
  readonly narrow?: readonly string[];
  readonly render?: Readonly<Record<string, (record: Row) => ReactNode>>;
  /** Where a row leads; null when it leads nowhere. Its own page by default. */
  readonly rowTo?: ((record: Row) => string) | null;
  /** A last column of buttons. */
  readonly rowActs?: (record: Row) => ReactNode;
  readonly acts?: ReactNode;
  /** Beside the title: views of the same list. */
  readonly beside?: ReactNode;
  /** Acts on selected rows; with it rows of the table can be selected. */
  readonly bulkActs?: (ids: readonly string[]) => ReactNode;
  readonly title?: string;
  readonly creates?: boolean;
  readonly exports?: boolean;
}

/** A list as this house shows it: filters in view, table or two-line rows, sums and count at the foot. */
export function LedgerList(props: LedgerListProps) {
  const { kind, columns, moreColumns = [] } = props;
  const rights = useRights();
  const say = useSay();
  const t = useTexts(listTexts);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), { noSsr: true });
  const visible = (name: string) => rights.seesField(kind, name.split('.')[0] ?? '');
  const [chosen, setChosen] = useStore<string[] | null>(`columns.${kind.plural}`, null);
  const possible = [...columns, ...moreColumns].filter(visible);
  const shown = chosen ? possible.filter((name) => chosen.includes(name)) : columns.filter(visible);
  const fields = [
    ...new Set([
      ...possible.filter((name) => shown.includes(name)),
      ...(props.narrow ?? []),
      ...(props.alsoRead ?? []),
    ]),
  ];
  const title = props.title ?? say(kind.label);

  return (
    <ListBase
      resource={kind.plural}
      perPage={25}
      sort={
        props.sort ?? {
          field: kind.defaultOrder[0]?.field ?? 'id',
          order: kind.defaultOrder[0]?.direction ?? 'DESC',
        }
      }
      {...(props.always ? { filter: props.always } : {})}
      queryOptions={{ meta: { fields }, retry: false }}
      exporter={false}
      disableAuthentication
    >
      <Page
        title={title}
        beside={props.beside}
        acts={
          <>
            {props.acts}
            {props.creates && rights.may('CREATE', kind.subject) && (
              <Button component={LinkBase} to={`/${kind.plural}/create`} variant="contained">
                {t('create')}
              </Button>
            )}
          </>
        }
      >
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'flex-start',
            gap: 2,
            mb: 2,
            displayPrint: 'none',
          }}
        >
          <Box sx={{ flex: '1 1 400px', minWidth: 0 }}>
            <FilterBar
              kind={kind}
              filters={props.filters}
              moreFilters={props.moreFilters ?? []}
              choices={props.choices ?? {}}
            />
          </Box>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            {rights.may('CREATE', 'savedView') && <SavedViews kind={kind} />}
            {wide && <ColumnChoice kind={kind} possible={possible} shown={shown} onChoose={setChosen} />}
            {props.exports !== false && <ExportButton kind={kind} title={title} fields={shown} />}
          </Box>
        </Box>
        {wide && props.bulkActs && <BulkBar acts={props.bulkActs} />}
        {wide ? (
          <LedgerTable {...props} shown={shown} title={title} />
        ) : (
          <NarrowList {...props} title={title} />
        )}
        <Pager kind={kind} />
      </Page>
    </ListBase>
  );
}
