import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Language } from '@kehu/domain/catalogue/labels';
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
import type { Here } from '../../../app/person';
import { selectionOf } from '../../../data/selection';
import { textOf } from '../../../ui/Value';
import { movesCase } from '../case/act-forms';
import { type AllowedAction, isOpen, type Row } from '../case/file';
import type { myWorkTexts } from './texts';

/** Something that waits for the reader, of whatever kind, with the act that is expected. */
export interface Waits {
  readonly key: string;
  readonly caseId: string | null;
  /** The page of what waits, where that is not a case. */
  readonly to?: string;
  readonly no: string;
  readonly title: string;
  readonly sort: keyof typeof myWorkTexts;
  readonly dueAt: string;
  /** When it came, where nothing is due: a copy to sign for, an urge. */
  readonly since?: string;
  readonly act: string | null;
  /** Why the act that is expected is not open. */
  readonly closed?: string;
  readonly record?: { readonly id: string; readonly version: number };
  readonly aside: string;
  /** What is asked beside the case itself, read while it is answered. */
  readonly asked?: string;
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
/** What waits changes with these. */
export const liveKinds = [
  complaint,
  departmentTask,
  assignedTask,
  cardCopy,
  compensationRequest,
  preventiveAction,
  trackingEntry,
].map(({ name }) => name);

/** What waits for the reader as one document: cases on the desk, help, tasks, copies, requests, measures, urges. */
export function askedOf({ person, rights }: Here): {
  text: string | null;
  variables: Record<string, unknown>;
} {
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
  const acts = 'allowedActions { action enabled reason article dueAt }';
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
    acts,
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
    acts,
  );
  add(
    'tasks',
    assignedTask,
    ['title', 'detail', 'result', 'assigner', 'assignee', 'dueAt', 'state', ...ofCase],
    {
      or: [
        { assignee: me, state: { in: ['OPEN', 'ACCEPTED', 'RETURNED'] } },
        { assigner: me, state: { eq: 'DONE' } },
      ],
    },
    { dueAt: 'ASC' },
    acts,
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
      ['type', 'amount', 'reason', 'requestedAt', ...ofCase],
      { state: { eq: 'REQUESTED' } },
      { requestedAt: 'ASC' },
      acts,
    );
  // Whoever may carry one out is many; it waits for those who pay.
  if (person.roles.includes('FINANCE'))
    add(
      'payments',
      compensationRequest,
      ['type', 'amount', 'reason', 'decidedAt', ...ofCase],
      { state: { eq: 'APPROVED' } },
      { decidedAt: 'ASC' },
      acts,
    );
  add(
    'measures',
    preventiveAction,
    ['measure', 'dueOn', ...ofCase],
    { owner: me, doneAt: { isNull: true } },
    { dueOn: 'ASC' },
    acts,
  );
  add(
    'urges',
    trackingEntry,
    ['kind', 'text', 'at', ...ofCase],
    { to: me, kind: { in: ['URGE', 'SUPERVISE'] }, acknowledgedAt: { isNull: true } },
    { at: 'ASC' },
    acts,
  );
  if (asked.length === 0) return { text: null, variables };
  return { text: `query MyDesk(${declared.join(', ')}) { ${asked.join(' ')} }`, variables };
}

/** The first of these acts that is open to the reader, else why the first one is not. */
function firstOpen(row: Row, acts: readonly string[]): Pick<Waits, 'act' | 'closed'> {
  const act = acts.find((each) => isOpen(row, each)) ?? null;
  return act === null ? { act, ...closedReason(row, acts[0] ?? null) } : { act };
}

/** Why the act that is expected is not open to the reader. */
function closedReason(row: Row, expected: string | null): { closed?: string } {
  const actions = (row.allowedActions ?? []) as readonly AllowedAction[];
  const reason = actions.find((each) => each.action === expected && !each.enabled)?.reason;
  return reason ? { closed: reason } : {};
}

/** Approvals go from case to case: what else waits for the same act. */
export function sameAct(rows: readonly Waits[], act: string | null, done: string): readonly Waits[] {
  return rows.filter((each) => each.act !== null && each.act === act && each.key !== done);
}

/** The rows of 我的待办 out of that answer, what breaks first on top. */
export function waiting(
  data: Readonly<Record<string, { items: readonly Row[] } | undefined>>,
  language: Language,
): readonly Waits[] {
  const items = (name: string) => data[name]?.items ?? [];
  const str = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const part = (
    row: Row,
    sort: Waits['sort'],
    acts: readonly string[],
    title: string,
    dueAt: unknown,
    more: Partial<Waits> = {},
  ): Waits => {
    const of = row.complaint as Row | null | undefined;
    const subject = str(of?.subject);
    return {
      key: `${sort}${row.id}`,
      caseId: of?.id ?? null,
      no: str(of?.no),
      title,
      sort,
      dueAt: str(dueAt),
      ...firstOpen(row, acts),
      record: { id: row.id, version: Number(row.version) },
      aside: subject === title ? '' : subject,
      ...more,
    };
  };
  const sum = (row: Row) =>
    `${textOf(compensationRequest.fields.type, row.type, language)} ${textOf(compensationRequest.fields.amount, row.amount, language)}`;
  const asksFor = (row: Row) => [sum(row), str(row.reason)].filter(Boolean).join('\n');
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
          ...(onDesk ? {} : closedReason(row, expected)),
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
      part(row, 'help', ['acceptAssistance', 'answerAssistance'], str(row.request), row.dueAt, {
        asked: str(row.request),
      }),
    ),
    ...items('tasks').map((row) =>
      part(
        row,
        row.state === 'DONE' ? 'verify' : 'given',
        ['acceptTask', 'completeTask', 'confirmTask'],
        str(row.title),
        row.dueAt,
        {
          to: `/assignedTasks/${row.id}/show`,
          aside: row.state === 'RETURNED' ? textOf(assignedTask.fields.state, row.state, language) : '',
          asked: [row.title, row.detail, row.result].filter(Boolean).map(String).join('\n'),
        },
      ),
    ),
    ...items('copies').map((row) =>
      part(
        row,
        'copy',
        [],
        [textOf(cardCopy.fields.copy, row.copy, language), str((row.complaint as Row | null)?.subject)]
          .filter(Boolean)
          .join('：'),
        '',
        { act: 'markCardRead', since: str(row.sentAt), aside: '' },
      ),
    ),
    ...items('requests').map((row) =>
      part(row, 'compensation', ['approveCompensation'], sum(row), '', {
        since: str(row.requestedAt),
        asked: asksFor(row),
      }),
    ),
    ...items('payments').map((row) =>
      part(row, 'payment', ['executeCompensation'], sum(row), '', {
        since: str(row.decidedAt),
        asked: asksFor(row),
      }),
    ),
    ...items('measures').map((row) =>
      part(row, 'prevention', ['completePreventiveAction'], str(row.measure), row.dueOn),
    ),
    ...items('urges').map((row) =>
      part(row, 'urged', ['acknowledgeTracking'], str(row.text), row.at, {
        since: str(row.at),
        asked: str(row.text),
      }),
    ),
  ];
  const rank = (at: string) => (at ? Date.parse(at) : Number.POSITIVE_INFINITY);
  return all.sort((a, b) => rank(a.dueAt) - rank(b.dueAt));
}
