import type { Kind } from '@kehu/domain/catalogue/kind';
import {
  caseParticipant,
  complaint,
  complaintDemand,
  complaintIntake,
} from '@kehu/domain/complaints/complaint';
import {
  acceptanceRuling,
  assignmentOrder,
  cardCopy,
  customerReply,
  evidenceRuling,
  gmDecision,
  handlingOpinion,
  hrOpinion,
  investigationItem,
  investigationReport,
  responsiblePerson,
  storeAssessment,
  supervisorReview,
} from '@kehu/domain/complaints/documents';
import {
  caseLink,
  caseStep,
  compensationRequest,
  departmentTask,
  preventiveAction,
  trackingEntry,
} from '@kehu/domain/complaints/handling';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { attachment } from '@kehu/domain/platform/attachment';
import { deadlineEntry, escalation, missingEntry } from '@kehu/domain/platform/deadlines';
import type { Rights } from '../../../data/rights';
import { allFields, selectionOf } from '../../../data/selection';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a person may do on the case now, each act with the reason when it is not open. */
export interface AllowedAction {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason: string | null;
  readonly article: string | null;
  readonly dueAt: string | null;
}

/** Lists of a case by the name of the relation, with the kind of their records. */
export const caseParts = {
  demands: complaintDemand,
  intakes: complaintIntake,
  participants: caseParticipant,
  assessments: storeAssessment,
  rulings: acceptanceRuling,
  evidenceRulings: evidenceRuling,
  assignments: assignmentOrder,
  reports: investigationReport,
  supervisorReviews: supervisorReview,
  hrOpinions: hrOpinion,
  gmDecisions: gmDecision,
  opinions: handlingOpinion,
  replies: customerReply,
  cardCopies: cardCopy,
  steps: caseStep,
  trackingEntries: trackingEntry,
  departmentTasks: departmentTask,
  compensations: compensationRequest,
  preventiveActions: preventiveAction,
  links: caseLink,
  attachments: attachment,
  deadlineEntries: deadlineEntry,
  missingEntries: missingEntry,
  escalations: escalation,
  assignedTasks: assignedTask,
} satisfies Readonly<Record<string, Kind>>;
export type CasePart = keyof typeof caseParts;

/** The case as its page reads it; parts that the person may not see are absent. */
export type CaseFile = Row & {
  readonly no: string;
  readonly version: number;
  readonly state: string;
  readonly allowedActions?: readonly AllowedAction[];
} & { readonly [P in CasePart]?: readonly Row[] };

/** Fields that a part shows of the record it points to, beside that record's title. */
const further: Readonly<Partial<Record<CasePart, readonly string[]>>> = {
  links: ['other.no', 'other.subject', 'other.state', 'other.receivedAt'],
};

/** Parts with acts of their own, which the server opens and closes for the person. */
const withActs: readonly CasePart[] = [
  'participants',
  'departmentTasks',
  'compensations',
  'preventiveActions',
  'assignedTasks',
  'trackingEntries',
  'escalations',
  'links',
];

/** Details inside a document. */
function inside(name: CasePart, rights: Rights): string {
  if (name !== 'reports') return '';
  const list = (kind: Kind) => selectionOf(kind, fieldsOf(kind), rights);
  return `items { ${list(investigationItem)} } responsiblePersons { ${list(responsiblePerson)} }`;
}

const fieldsOf = (kind: Kind) =>
  allFields(kind).filter(
    (name) => name !== 'complaint' && name !== 'report' && name !== 'updatedAt' && name !== 'createdAt',
  );

function part(name: CasePart, rights: Rights): string {
  const kind = caseParts[name];
  if (!rights.reads(kind)) return '';
  const own = selectionOf(kind, [...fieldsOf(kind), ...(further[name] ?? [])], rights);
  const acts = withActs.includes(name) ? 'allowedActions { action enabled reason article dueAt }' : '';
  return `${name} { ${own} ${inside(name, rights)} ${acts} }`;
}

/** Lists that people work from; the others come in a second document, since one may have 500 fields. */
const first: readonly CasePart[] = [
  'demands',
  'steps',
  'reports',
  'replies',
  'opinions',
  'rulings',
  'attachments',
];

/** The two documents that read everything of a case that its page shows. */
export function caseTexts(rights: Rights): readonly [string, string] {
  const own = selectionOf(
    complaint,
    allFields(complaint).filter((name) => name !== 'settings' && name !== 'repeatOf'),
    rights,
  );
  const parts = (names: readonly CasePart[]) => names.map((name) => part(name, rights)).join(' ');
  const others = (Object.keys(caseParts) as CasePart[]).filter((name) => !first.includes(name));
  const document = (name: string, selection: string) =>
    `query ${name}($id: ID!) { one: complaint(id: $id) { ${selection} } }`;
  return [
    document('CaseFile', `${own} ${parts(first)} allowedActions { action enabled reason article dueAt }`),
    document('CaseParts', `id ${parts(others)}`),
  ];
}

/** Whether the server says that this may be done with a case or a part of it now. */
export function isOpen(row: Row, act: string): boolean {
  const actions = (row.allowedActions ?? []) as readonly AllowedAction[];
  return actions.some(({ action, enabled }) => action === act && enabled);
}

/** The name of whoever or whatever a relation leads to; empty for nobody or out of sight. */
export function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { displayName, name, no } = value as Record<string, unknown>;
  return String(displayName ?? name ?? no ?? '');
}

/** The last record of a part, which is the one that holds. */
export function latest(rows: readonly Row[] | undefined): Row | undefined {
  return rows?.reduce<Row | undefined>(
    (last, row) => (!last || Number(row.id) > Number(last.id) ? row : last),
    undefined,
  );
}
