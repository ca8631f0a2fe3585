import type { Kind } from '@kehu/domain/catalogue/kind';
import { complaint } from '@kehu/domain/complaints/complaint';
import { cardCopy } from '@kehu/domain/complaints/documents';
import { expectedAct } from '@kehu/domain/complaints/expected';
import {
  compensationRequest,
  departmentTask,
  preventiveAction,
  trackingEntry,
} from '@kehu/domain/complaints/handling';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { Box, Button, Link, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { LinkBase } from 'react-admin';
import { type Here, useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { dateTime, relative } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { StateMark } from '../../../ui/StateMark';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { ActDialog } from '../case/ActDialog';
import { formOf, movesCase } from '../case/act-forms';
import type { Acting } from '../case/CaseShow';
import { CaseBrief } from '../case/Documents';
import { type AllowedAction, type CaseFile, type Row } from '../case/file';
import { type ActDone, Outcome } from '../case/Outcome';
import { readCase } from '../case/read-case';
import { taskActs } from '../case/task-acts';
import { caseTexts } from '../case/texts';
import { stepStanding } from '../standing';
import { myWorkTexts } from './texts';

/** Something that waits for the reader, of whatever kind, with the act that is expected. */
interface Waits {
  readonly key: string;
  readonly caseId: string | null;
  /** The page of what waits, where that is not a case. */
  readonly to?: string;
  readonly no: string;
  readonly title: string;
  readonly sort: keyof typeof myWorkTexts;
  readonly dueAt: string;
  readonly act: string | null;
  readonly record?: { readonly id: string; readonly version: number };
  readonly aside: string;
}

const caseNames = [
  'no',
  'subject',
  'state',
  'procedure',
  'situation',
  'anonymous',
  'severity',
  'slaStatus',
  'dueAt',
  'stepDueAt',
  'version',
];
/** Documents that somebody who approves has before the eyes. */
const briefs: Readonly<Record<string, readonly string[]>> = {
  ruleOnComplaint: ['assessments'],
  reviewInvestigationReport: ['reports'],
  giveHrOpinion: ['reports', 'supervisorReviews'],
  decideComplaint: ['reports', 'hrOpinions', 'opinions'],
  submitHandlingOpinion: ['hrOpinions', 'gmDecisions'],
  reviewHandlingOpinion: ['opinions', 'gmDecisions'],
  replyToCustomer: ['opinions'],
};

/** What waits changes with these. */
const liveKinds = [
  complaint,
  departmentTask,
  assignedTask,
  cardCopy,
  compensationRequest,
  preventiveAction,
  trackingEntry,
].map(({ name }) => name);

/** What waits for the reader as one document: cases on the desk, help, tasks, copies, requests, measures, urges. */
function askedOf({ person, rights }: Here): { text: string | null; variables: Record<string, unknown> } {
  const me = { id: { eq: person.id } };
  const declared: string[] = [];
  const asked: string[] = [];
  const variables: Record<string, unknown> = {};
  const add = (
    alias: string,
    kind: Kind,
    names: readonly string[],
    where: object,
    order: object,
    more = '',
  ) => {
    if (!rights.reads(kind)) return;
    declared.push(`$${alias}: ${kind.name}Where, $${alias}By: [${kind.name}OrderBy!]`);
    variables[alias] = where;
    variables[`${alias}By`] = [order];
    asked.push(
      `${alias}: ${kind.plural}(where: $${alias}, orderBy: $${alias}By, limit: 50) { items { ${selectionOf(kind, [...names, 'version'], rights)} ${more} } }`,
    );
  };
  const ofCase = ['complaint.no', 'complaint.subject'];
  const department = person.department?.id;
  add(
    'cases',
    complaint,
    caseNames,
    {
      state: { notIn: endedStates },
      or: [
        { desk: me },
        ...(department
          ? [{ desk: { id: { isNull: true } }, deskDepartment: { id: { eq: department } } }]
          : []),
      ],
    },
    { stepDueAt: 'ASC' },
    'allowedActions { action enabled reason article dueAt }',
  );
  add(
    'help',
    departmentTask,
    ['department', 'assignee', 'askedBy', 'request', 'dueAt', 'state', ...ofCase],
    {
      state: { in: ['OPEN', 'ACCEPTED'] },
      or: [
        { assignee: me },
        ...(department
          ? [{ assignee: { id: { isNull: true } }, department: { id: { eq: department } } }]
          : []),
      ],
    },
    { dueAt: 'ASC' },
  );
  add(
    'tasks',
    assignedTask,
    ['title', 'assigner', 'assignee', 'dueAt', 'state', ...ofCase],
    {
      or: [
        { assignee: me, state: { in: ['OPEN', 'ACCEPTED', 'RETURNED'] } },
        { assigner: me, state: { eq: 'DONE' } },
      ],
    },
    { dueAt: 'ASC' },
  );
  add(
    'copies',
    cardCopy,
    ['copy', 'sentAt', ...ofCase],
    { recipient: me, readAt: { isNull: true } },
    { sentAt: 'ASC' },
  );
  if (rights.may('APPROVE', compensationRequest.subject))
    add(
      'requests',
      compensationRequest,
      ['type', 'amount', 'requestedAt', ...ofCase],
      { state: { eq: 'REQUESTED' } },
      { requestedAt: 'ASC' },
    );
  add(
    'measures',
    preventiveAction,
    ['measure', 'dueOn', ...ofCase],
    { owner: me, doneAt: { isNull: true } },
    { dueOn: 'ASC' },
  );
  add(
    'urges',
    trackingEntry,
    ['kind', 'text', 'at', ...ofCase],
    { to: me, kind: { in: ['URGE', 'SUPERVISE'] }, acknowledgedAt: { isNull: true } },
    { at: 'ASC' },
  );
  if (asked.length === 0) return { text: null, variables };
  return { text: `query MyDesk(${declared.join(', ')}) { ${asked.join(' ')} }`, variables };
}

/** 我的待办: what waits for the reader, ordered by what breaks first, the act one click away. */
export function MyWork() {
  const t = useTexts(myWorkTexts);
  const words = useTexts(caseTexts);
  const here = useHere();
  const say = useSay();
  const language = useLanguage();
  const asked = useMemo(() => askedOf(here), [here]);
  const { data } = useAsk<Record<string, { items: readonly Row[] } | undefined>>(
    asked.text,
    asked.variables,
    liveKinds,
  );
  const [acting, setActing] = useState<{ waits: Waits; acting: Acting; file: CaseFile } | null>(null);
  const [done, setDone] = useState<{ answer: ActDone; waits: Waits } | null>(null);
  const rows = useMemo(() => (data ? waiting(data, here, language) : []), [data, here, language]);
  if (asked.text === null || !data) return null;

  const begin = async (waits: Waits) => {
    const form = waits.act ? formOf(waits.act) : undefined;
    if (!form || !waits.caseId) return;
    const one = await readCase(waits.caseId, here.rights);
    if (!one) return;
    setDone(null);
    setActing({ waits, acting: { form, record: waits.record }, file: one });
  };
  // Approvals go from case to case: the next of the same act.
  const further = done
    ? rows.filter((each) => each.act === done.waits.act && each.key !== done.waits.key)
    : [];
  const [next] = further;
  return (
    <Section title={t('title')} count={rows.length > 0 ? String(rows.length) : undefined}>
      {done && (
        <Outcome
          done={done.answer}
          onClose={() => setDone(null)}
          {...(next
            ? { further: { words: words('nextCase', { n: further.length }), go: () => void begin(next) } }
            : {})}
        />
      )}
      {rows.length === 0 && <Quiet>{t('empty')}</Quiet>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => {
          const form = row.act ? formOf(row.act) : undefined;
          return (
            <Box
              component="li"
              key={row.key}
              sx={{
                display: 'flex',
                flexWrap: { xs: 'wrap', sm: 'nowrap' },
                alignItems: 'center',
                columnGap: 4,
                rowGap: 1,
                py: 2,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { borderTop: 0 },
              }}
            >
              <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
                {row.to || row.caseId ? (
                  <Link
                    component={LinkBase}
                    to={row.to ?? `/complaints/${row.caseId}/show`}
                    color="text.primary"
                    sx={{ fontWeight: 500 }}
                  >
                    {row.title}
                  </Link>
                ) : (
                  <Box component="span" sx={{ fontWeight: 500 }}>
                    {row.title}
                  </Box>
                )}
                <Typography variant="body2" color="text.secondary">
                  {[t(row.sort), row.no, row.aside].filter(Boolean).join(' · ')}
                </Typography>
              </Box>
              <Box sx={{ width: { sm: 200 }, flexShrink: 0 }}>
                <Due at={row.dueAt} />
              </Box>
              <Box sx={{ width: { sm: 168 }, flexShrink: 0, ml: 'auto', textAlign: 'right' }}>
                {form && row.caseId && (
                  <Button variant="outlined" onClick={() => void begin(row)}>
                    {say(form.label)}
                  </Button>
                )}
                {form && !row.caseId && row.to && (
                  <Button variant="outlined" component={LinkBase} to={`${row.to}?act=${form.act}`}>
                    {say(form.label)}
                  </Button>
                )}
              </Box>
            </Box>
          );
        })}
      </Box>
      {acting && (
        <ActDialog
          key={acting.waits.key}
          form={acting.acting.form}
          record={acting.acting.record}
          file={acting.file}
          brief={<Brief file={acting.file} parts={briefs[acting.acting.form.act] ?? []} />}
          onClose={() => setActing(null)}
          onDone={(answer) => {
            setDone({ answer, waits: acting.waits });
            setActing(null);
          }}
        />
      )}
    </Section>
  );
}

function Brief({ file, parts }: { file: CaseFile; parts: readonly string[] }) {
  return (
    <>
      <Typography variant="h3">{String(file.subject ?? file.no)}</Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 3 }}>
        {String(file.description ?? '')}
      </Typography>
      <CaseBrief file={file} parts={parts} />
    </>
  );
}

function Due({ at }: { at: string }) {
  const t = useTexts(myWorkTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const standing = stepStanding(at, Date.now());
  if (!standing) return <Typography color="text.secondary">{t('noDue')}</Typography>;
  return (
    <>
      <StateMark standing={standing} words={at.length > 10 ? dateTime(at) : at} />
      <Typography variant="body2" color="text.secondary">
        {relative(at, new Date(), language, zone)}
      </Typography>
    </>
  );
}

function waiting(
  data: Readonly<Record<string, { items: readonly Row[] } | undefined>>,
  { person }: Here,
  language: ReturnType<typeof useLanguage>,
): readonly Waits[] {
  const items = (name: string) => data[name]?.items ?? [];
  const str = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const part = (
    row: Row,
    sort: Waits['sort'],
    act: string | null,
    title: string,
    dueAt: unknown,
    aside = '',
  ): Waits => {
    const of = row.complaint as Row | null | undefined;
    return {
      key: `${sort}${row.id}`,
      caseId: of?.id ?? null,
      no: str(of?.no),
      title,
      sort,
      dueAt: str(dueAt),
      act,
      record: { id: row.id, version: Number(row.version) },
      aside,
    };
  };
  const all = [
    ...items('cases').flatMap((row): Waits[] => {
      const open = ((row.allowedActions ?? []) as readonly AllowedAction[]).filter(
        (each) => each.enabled && movesCase(each.action),
      );
      const expected = expectedAct(row as never, ['B_CONTRACT', 'C_DISPATCH']);
      const act = open.find((each) => each.action === expected)?.action ?? open[0]?.action ?? null;
      const onDesk = act !== null || expected === null;
      return [
        {
          key: `case${row.id}`,
          caseId: row.id,
          no: str(row.no),
          title: str(row.subject) || str(row.no),
          sort: 'caseKind',
          dueAt: str(row.stepDueAt ?? row.dueAt),
          act: onDesk ? act : null,
          aside: [
            textOf(complaint.fields.state, row.state, language),
            row.severity === 'GENERAL' ? '' : textOf(complaint.fields.severity, row.severity, language),
          ]
            .filter(Boolean)
            .join(' · '),
        },
      ];
    }),
    ...items('help').map((row) =>
      part(row, 'help', taskActs('DepartmentTask', row, person)[0] ?? null, str(row.request), row.dueAt),
    ),
    ...items('tasks').map((row) => ({
      ...part(
        row,
        row.state === 'DONE' ? 'verify' : 'given',
        taskActs('AssignedTask', row, person)[0] ?? null,
        str(row.title),
        row.dueAt,
        row.state === 'RETURNED' ? textOf(assignedTask.fields.state, row.state, language) : '',
      ),
      to: `/assignedTasks/${row.id}/show`,
    })),
    ...items('copies').map((row) =>
      part(row, 'copy', 'markCardRead', textOf(cardCopy.fields.copy, row.copy, language), row.sentAt),
    ),
    ...items('requests').map((row) =>
      part(
        row,
        'compensation',
        'approveCompensation',
        `${textOf(compensationRequest.fields.type, row.type, language)} ${textOf(compensationRequest.fields.amount, row.amount, language)}`,
        '',
      ),
    ),
    ...items('measures').map((row) =>
      part(row, 'prevention', 'completePreventiveAction', str(row.measure), row.dueOn),
    ),
    ...items('urges').map((row) => part(row, 'urged', 'acknowledgeTracking', str(row.text), row.at)),
  ];
  const rank = (at: string) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);
  return all.sort((a, b) => rank(a.dueAt) - rank(b.dueAt));
}
