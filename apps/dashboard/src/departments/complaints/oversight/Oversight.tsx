import { complaint } from '@kehu/domain/complaints/complaint';
import { Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
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
import { nameOf } from '../case/file';
import { caseTexts } from '../case/texts';
import { isEnded, standingOf } from '../standing';
import { type LedgerAnswer, ledgerText, type Part, partWhere, type Watched } from './ask';
import { LedgerExport } from './LedgerExport';
import { oversightTexts } from './texts';

const page = 50;
/** An ended case is on nobody's desk. */
const filters = {
  open: ['slaStatus', 'store', 'deskDepartment', 'desk', 'severity'],
  ended: ['slaStatus', 'store', 'severity'],
} as const;
const heads = {
  open: ['no', 'stand', 'desk', 'days', 'urges', 'undone'],
  ended: ['no', 'stand', 'urges', 'undone'],
} as const;
/** In the address beside the filters: the part of the ledger that is shown. */
const partName = 'part';

/** 督办台账 (R4.25): whose desk each open case is on, for how long, what was urged; and what closed ones still owe. */
export function Oversight() {
  const t = useTexts(oversightTexts);
  const say = useSay();
  const problem = useProblem();
  const { rights } = useHere();
  const { filter: chosen, set } = useAddressFilter();
  const part: Part = chosen[partName] === 'ended' ? 'ended' : 'open';
  // What is not offered in this part does not hold in it either.
  const filter = Object.fromEntries(
    Object.entries(chosen).filter(([name]) => (filters[part] as readonly string[]).includes(name)),
  );
  const [limit, setLimit] = useState(page);
  const watched = partWhere(part, rights);
  const where = casesWhere(filter, watched);
  const other = casesWhere(filter, partWhere(part === 'open' ? 'ended' : 'open', rights));
  const { data, error } = useAsk<LedgerAnswer>(ledgerText(rights), { where, other, limit });
  const items = data?.list.items ?? [];
  const left = (data?.list.totalCount ?? 0) - items.length;
  // What the general manager gets each week: breached and still open (D1.4).
  const onlyBreached = part === 'open' && String(filter.slaStatus ?? '') === 'BREACHED';
  const title = t(onlyBreached ? 'weekly' : 'title');
  const counted = (of: Part) => {
    const n = of === part ? data?.list.totalCount : data?.other.totalCount;
    return n === undefined ? t(of) : t(`${of}N`, { n: whole(n) });
  };
  return (
    <Page
      title={title}
      acts={
        <>
          {part === 'open' && (
            <Button onClick={() => set('slaStatus', onlyBreached ? undefined : ['BREACHED'])}>
              {t(onlyBreached ? 'everyCase' : 'weekly')}
            </Button>
          )}
          <LedgerExport title={`${title} ${t(part)}`} filter={{ ...filter, where: watched }} />
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      <Tabs
        value={part}
        aria-label={t('title')}
        onChange={(_, next: Part) => {
          setLimit(page);
          set(partName, next === 'open' ? undefined : next);
        }}
        sx={{ mb: 3 }}
      >
        <Tab value="open" label={counted('open')} />
        <Tab value="ended" label={counted('ended')} />
      </Tabs>
      <Box component="search" sx={{ ...filterRow, displayPrint: 'none' }}>
        {filters[part]
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
      {data && items.length === 0 && (
        <Typography color="text.secondary">{t(part === 'open' ? 'empty' : 'nothingLeft')}</Typography>
      )}
      {items.length > 0 && <Ledger items={items} part={part} />}
      {left > 0 && (
        <Button onClick={() => setLimit(limit + page)} sx={{ mt: 2, displayPrint: 'none' }}>
          {t('more', { n: Math.min(left, page) })}
        </Button>
      )}
    </Page>
  );
}

function Ledger({ items, part }: { items: readonly Watched[]; part: Part }) {
  const t = useTexts(oversightTexts);
  const { rights } = useHere();
  // Nobody has an ended case on the desk who could be urged.
  const acts = part === 'open' && rights.may('PERFORM', 'supervision');
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
          {heads[part].map((head) => (
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
  const remedies = row.remedies?.length ?? 0;
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
      {!ended && (
        <>
          <td data-label={t('desk')}>
            {nameOf(row.desk) || t('nobody')}
            <Box
              component="span"
              sx={{ color: 'text.secondary', display: { sm: 'block' }, ml: { xs: 2, sm: 0 } }}
            >
              {nameOf(row.deskDepartment)}
            </Box>
          </td>
          <Box component="td" data-label={t('days')} sx={{ whiteSpace: 'nowrap' }}>
            {Number.isNaN(since) ? '–' : spanInWords(Date.now() - since, spans)}
          </Box>
        </>
      )}
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
            disabled={busy}
            aria-label={`${t('urge')} ${row.no}`}
            onClick={() =>
              run('urgeComplaint', { ...input, text: t('urgeWords') }, t('urged', { no: String(row.no) }))
            }
          >
            {t('urge')}
          </Button>
          <Button
            size="small"
            disabled={busy}
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
