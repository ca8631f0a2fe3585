import { complaint } from '@kehu/domain/complaints/complaint';
import type { compensationState } from '@kehu/domain/complaints/document-vocabularies';
import { compensationRequest, preventiveAction, trackingEntry } from '@kehu/domain/complaints/handling';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { assignedTask } from '@kehu/domain/platform/assigned-task';
import type { Rights } from '../../../data/rights';
import { selectionOf } from '../../../data/selection';
import type { Where } from '../../../data/where';
import type { Row } from '../case/file';

export interface Watched extends Row {
  readonly urges?: readonly Row[];
  readonly remedies?: readonly Row[];
  readonly measures?: readonly Row[];
  readonly promises?: readonly Row[];
}
export interface LedgerAnswer {
  readonly list: { readonly items: readonly Watched[]; readonly totalCount: number };
  readonly other: { readonly totalCount: number };
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

type Compensation = (typeof compensationState)['codes'][number];

/** What is promised to the customer and not confirmed (F7), what is not paid, what is not done. */
const promised = { undertaking: { eq: true }, state: { in: ['OPEN', 'ACCEPTED', 'RETURNED', 'DONE'] } };
const unpaid = { state: { in: ['REQUESTED', 'APPROVED'] satisfies readonly Compensation[] } };
const undone = { doneAt: { isNull: true } };

/** A part of the ledger: the cases that are open, or the ended ones of which something is not carried out. */
export type Part = 'open' | 'ended';

/** The cases of a part of the ledger, as far as the reader sees what hangs on them. */
export function partWhere(part: Part, rights: Pick<Rights, 'reads'>): Where {
  if (part === 'open') return { state: { notIn: endedStates } };
  const left: Where[] = [
    ...(rights.reads(assignedTask) ? [{ assignedTasks: { some: promised } }] : []),
    ...(rights.reads(compensationRequest) ? [{ compensations: { some: unpaid } }] : []),
    ...(rights.reads(preventiveAction) ? [{ preventiveActions: { some: undone } }] : []),
  ];
  return { state: { in: endedStates }, or: left };
}

/** The question for a part of the ledger, the number of cases in the other part beside it. */
export function ledgerText(rights: Rights): string {
  const filter = (where: object) =>
    JSON.stringify(where)
      .replace(/"([A-Za-z]+)":/g, '$1: ')
      .replace(/"/g, '');
  const part = (alias: string, list: string, where: object, selection: string) =>
    `${alias}: ${list}(where: ${filter(where)}) { ${selection} }`;
  const parts = [
    rights.reads(trackingEntry) &&
      part('urges', 'trackingEntries', { kind: { in: ['URGE', 'SUPERVISE'] } }, 'id kind acknowledgedAt'),
    rights.reads(compensationRequest) && part('remedies', 'compensations', unpaid, 'id state'),
    rights.reads(preventiveAction) && part('measures', 'preventiveActions', undone, 'id dueOn'),
    rights.reads(assignedTask) && part('promises', 'assignedTasks', promised, 'id dueAt'),
  ].filter(Boolean);
  return `query Oversight($where: ComplaintWhere, $other: ComplaintWhere, $limit: Int) {
  list: complaints(where: $where, orderBy: [{ dueAt: ASC }], limit: $limit) { totalCount items { ${selectionOf(complaint, fields, rights)} ${parts.join(' ')} } }
  other: complaints(where: $other, limit: 1) { totalCount }
}`;
}
