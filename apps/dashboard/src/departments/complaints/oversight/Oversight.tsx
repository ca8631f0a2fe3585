import { complaint } from '@kehu/domain/complaints/complaint';
import { compensationRequest, preventiveAction, trackingEntry } from '@kehu/domain/complaints/handling';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import type { Rights } from '../../../data/rights';
import { selectionOf } from '../../../data/selection';
import { dateTime, today, whole } from '../../../ui/figures';
import { FilterInput } from '../../../ui/list/FilterInput';
import { Page } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { StateMark } from '../../../ui/StateMark';
import { useAct } from '../../../ui/useAct';
import { useAddressFilter } from '../../../ui/useAddressFilter';
import { useAsk } from '../../../ui/useAsk';
import { labelOf, textOf } from '../../../ui/Value';
import { casesWhere, filterRow } from '../board/address';
import { spanInWords } from '../case/duration';
import { nameOf, type Row } from '../case/file';
import { caseTexts } from '../case/texts';
import { isEnded, standingOf } from '../standing';
import { LedgerExport } from './LedgerExport';
import { oversightTexts } from './texts';

interface Watched extends Row {
  readonly urges?: readonly Row[];
  readonly remedies?: readonly Row[];
  readonly measures?: readonly Row[];
  readonly promises?: readonly Row[];
}
interface Answer {
  readonly list: { readonly items: readonly Watched[]; readonly totalCount: number };
}

const fields = [
  'no',
  'version',
  'subject',
  'state',
  'severity',
  'store',
  'desk',
  'deskDepartment',
  'stateSince',
  'dueAt',
  'slaStatus',
  'breached',
  'waitingSince',
];
const page = 50;
const filters = ['slaStatus', 'store', 'deskDepartment', 'desk', 'severity'] as const;

function text(rights: Rights): string {
  const part = (alias: string, ask: string, selection: string) => `${alias}: ${ask} { ${selection} }`;
  const parts = [
    rights.reads(trackingEntry) &&
      part('urges', 'trackingEntries(where: { kind: { in: [URGE, SUPERVISE] } })', 'id kind acknowledgedAt'),
    rights.reads(compensationRequest) &&
      part('remedies', 'compensations(where: { executedAt: { isNull: true } })', 'id state'),
    rights.reads(preventiveAction) &&
      part('measures', 'preventiveActions(where: { doneAt: { isNull: true } })', 'id dueOn'),
    rights.reads(assignedTask) &&
      part(
        'promises',
        'assignedTasks(where: { undertaking: { eq: true }, state: { in: [OPEN, ACCEPTED, RETURNED, DONE] } })',
        'id dueAt',
      ),
  ].filter(Boolean);
  return `query Oversight($where: ComplaintWhere, $limit: Int) {
  list: complaints(where: $where, orderBy: [{ dueAt: ASC }], limit: $limit) { totalCount items { ${selectionOf(complaint, fields, rights)} ${parts.join(' ')} } }
}`;
}

/** Cases that are open, and closed ones of which something was promised to the customer and is not confirmed (F7). */
const watched = {
  or: [
    { state: { notIn: endedStates } },
    {
      assignedTasks: {
        some: { undertaking: { eq: true }, state: { in: ['OPEN', 'ACCEPTED', 'RETURNED', 'DONE'] } },
      },
    },
  ],
};

/** 督办台账 (R4.25): every open case with whose desk it is on, for how long, what was urged and what is not carried out. */
export function Oversight() {
  const t = useTexts(oversightTexts);
  const say = useSay();
  const problem = useProblem();
  const { rights } = useHere();
  const { filter, set } = useAddressFilter();
  const [limit, setLimit] = useState(page);
  const where = casesWhere(filter, watched);
  const { data, error } = useAsk<Answer>(text(rights), { where, limit });
  const items = data?.list.items ?? [];
  const left = (data?.list.totalCount ?? 0) - items.length;
  // What the general manager gets each week: breached and still open (D1.4).
  const onlyBreached = String(filter.slaStatus ?? '') === 'BREACHED';
  const title = t(onlyBreached ? 'weekly' : 'title');
  return (
    <Page
      title={title}
      beside={
        data && (
          <Typography color="text.secondary">{t('open', { n: whole(data.list.totalCount) })}</Typography>
        )
      }
      acts={
        <>
          <Button onClick={() => set('slaStatus', onlyBreached ? undefined : ['BREACHED'])}>
            {t(onlyBreached ? 'everyCase' : 'weekly')}
          </Button>
          <LedgerExport title={title} filter={{ ...filter, where: watched }} />
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      <Box component="search" sx={{ ...filterRow, displayPrint: 'none' }}>
        {filters
          .filter((name) => rights.filtersField(complaint, name))
          .map((name) => (
            <FilterInput
              key={name}
              kind={complaint}
              name={name}
              label={say(labelOf(complaint, name))}
              value={filter[name]}
              choices={name === 'store' ? { kind: 'STORE' } : undefined}
              onChange={(value) => set(name, value)}
            />
          ))}
      </Box>
      {error && (
        <Typography role="alert" color="error">
          {problem(error)}
        </Typography>
      )}
      {!data && !error && <Waiting />}
      {data && items.length === 0 && <Typography color="text.secondary">{t('empty')}</Typography>}
      {items.length > 0 && <Ledger items={items} />}
      {left > 0 && (
        <Button onClick={() => setLimit(limit + page)} sx={{ mt: 2, displayPrint: 'none' }}>
          {t('more', { n: Math.min(left, page) })}
        </Button>
      )}
    </Page>
  );
}

function Ledger({ items }: { items: readonly Watched[] }) {
  const t = useTexts(oversightTexts);
  const { rights } = useHere();
  const acts = rights.may('PERFORM', 'supervision');
  const heads = ['no', 'stand', 'desk', 'days', 'urges', 'undone'] as const;
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: 13,
        '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary' },
        '& th, & td': { py: 1.5, pr: 4, borderBottom: 1, borderColor: 'divider', verticalAlign: 'top' },
        // On a phone each case is a block of lines instead of a row.
        '& thead': { display: { xs: 'none', sm: 'table-header-group' } },
        '& tr': { display: { xs: 'block', sm: 'table-row' } },
        '& td': {
          display: { xs: 'block', sm: 'table-cell' },
          border: { xs: 0, sm: undefined },
          py: { xs: 0.5, sm: 1.5 },
        },
        // The heads are away there: what a line says stands before it, and nothing is said of nothing.
        '& td[data-label]::before': {
          content: { xs: 'attr(data-label)', sm: 'none' },
          color: 'text.secondary',
          mr: 2,
        },
        '& td[data-empty="true"]': { display: { xs: 'none', sm: 'table-cell' } },
        '& tbody tr': {
          borderBottomStyle: 'solid',
          borderBottomWidth: { xs: '1px', sm: 0 },
          borderColor: 'divider',
        },
      }}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
          {acts && (
            <Box component="th" scope="col" sx={{ displayPrint: 'none' }}>
              {t('acts')}
            </Box>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <Line key={row.id} row={row} acts={acts} />
        ))}
      </tbody>
    </Box>
  );
}

function Line({ row, acts }: { row: Watched; acts: boolean }) {
  const t = useTexts(oversightTexts);
  const spans = useTexts(caseTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const { run, busy } = useAct();
  const since = Date.parse(String(row.stateSince ?? ''));
  const urged = row.urges?.filter(({ kind }) => kind === 'URGE').length ?? 0;
  const supervised = (row.urges?.length ?? 0) - urged;
  const unanswered = row.urges?.filter(({ acknowledgedAt }) => acknowledgedAt === null).length ?? 0;
  const remedies =
    row.remedies?.filter(({ state }) => state !== 'DECLINED' && state !== 'CANCELLED').length ?? 0;
  const day = today(new Date(), zone);
  const late = row.promises?.filter(({ dueAt }) => Date.parse(String(dueAt)) < Date.now()).length ?? 0;
  const overdue = (row.measures?.filter(({ dueOn }) => String(dueOn ?? '9') < day).length ?? 0) + late;
  const ended = isEnded(row);
  const counted = (
    key: 'urgedTimes' | 'supervisedTimes' | 'unanswered' | 'promises' | 'remedies' | 'measures' | 'overdue',
    n: number,
  ) => (n > 0 ? t(key, { n }) : '');
  const input = { id: row.id, expectedVersion: row.version };
  const urging = [
    counted('urgedTimes', urged),
    counted('supervisedTimes', supervised),
    counted('unanswered', unanswered),
  ]
    .filter(Boolean)
    .join(t('and'));
  const undone = [
    counted('promises', row.promises?.length ?? 0),
    counted('remedies', remedies),
    counted('measures', row.measures?.length ?? 0),
    counted('overdue', overdue),
  ]
    .filter(Boolean)
    .join(t('and'));
  return (
    <tr>
      <td>
        <Box component={LinkBase} to={`/complaints/${row.id}/show`} sx={{ color: 'text.primary' }}>
          {String(row.no)}
        </Box>
        <Box>{String(row.subject ?? '')}</Box>
        <Box sx={{ color: 'text.secondary' }}>{nameOf(row.store)}</Box>
      </td>
      <td>
        <StateMark standing={standingOf(row)} words={textOf(complaint.fields.state, row.state, language)} />
        <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{dateTime(row.dueAt)}</Box>
      </td>
      <td data-label={t('desk')}>
        {nameOf(row.desk) || (ended ? '–' : t('nobody'))}
        <Box
          component="span"
          sx={{ color: 'text.secondary', display: { sm: 'block' }, ml: { xs: 2, sm: 0 } }}
        >
          {nameOf(row.deskDepartment)}
        </Box>
      </td>
      <Box component="td" data-label={t('days')} sx={{ whiteSpace: 'nowrap' }}>
        {Number.isNaN(since) || ended ? '–' : spanInWords(Date.now() - since, spans)}
      </Box>
      <td data-label={t('urges')} data-empty={urging === ''}>
        {urging || '–'}
      </td>
      <td data-label={t('undone')} data-empty={undone === ''}>
        {undone || '–'}
      </td>
      {acts && (
        <Box
          component="td"
          sx={{ whiteSpace: 'nowrap', displayPrint: 'none', '& button': { mt: -1, ml: -3, mr: 3 } }}
        >
          <Button
            size="small"
            disabled={busy || ended}
            aria-label={`${t('urge')} ${row.no}`}
            onClick={() =>
              run('urgeComplaint', { ...input, text: t('urgeWords') }, t('urged', { no: String(row.no) }))
            }
          >
            {t('urge')}
          </Button>
          <Button
            size="small"
            disabled={busy || ended}
            aria-label={`${t('supervise')} ${row.no}`}
            onClick={() =>
              run(
                'superviseComplaint',
                { ...input, text: t('superviseWords') },
                t('supervised', { no: String(row.no) }),
              )
            }
          >
            {t('supervise')}
          </Button>
        </Box>
      )}
    </tr>
  );
}
