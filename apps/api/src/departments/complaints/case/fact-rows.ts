import { marks } from '../../../records/marks.js';
import type { FactSource } from '../../../records/source.js';

/** One document or entry of a case, as far as guards look at it. */
export interface FactRow {
  readonly complaint_id: string;
  readonly what: string;
  readonly id: string;
  /** The person, and in whose name. */
  readonly person: string | null;
  readonly principal: string | null;
  readonly code: string | null;
  readonly amount: string | null;
}

const document = (what: string, table: string, person: string, more: Parts = {}) =>
  `SELECT complaint_id, '${what}' AS what, id, ${person} AS person, ${more.principal ?? 'on_behalf_of_id'} AS principal,
    ${more.code ?? 'NULL'} AS code, ${more.amount ?? 'NULL'} AS amount
   FROM ${table} WHERE complaint_id IN (@ids)${more.where ? ` AND ${more.where}` : ''}`;

interface Parts {
  readonly principal?: string;
  readonly code?: string;
  readonly amount?: string;
  readonly where?: string;
}

const alone = { principal: 'NULL' };
const parts: readonly string[] = [
  document('StoreAssessment', 'store_assessment', 'by_id'),
  document('AcceptanceRuling', 'acceptance_ruling', 'by_id', { code: 'decision' }),
  document('AssignmentOrder', 'assignment_order', 'by_id'),
  document('InvestigationReport', 'investigation_report', 'author_id', {
    code: 'conclusion',
    where: 'signed_at IS NOT NULL',
  }),
  document('SupervisorReview', 'supervisor_review', 'by_id', { code: 'step', where: "step <> 'SAMPLE'" }),
  document('HrOpinion', 'hr_opinion', 'by_id', { code: 'result' }),
  document('GmDecision', 'gm_decision', 'by_id', { code: 'result' }),
  document('HandlingOpinion', 'handling_opinion', 'author_id', {
    code: 'remedy',
    amount: 'CAST(amount AS CHAR)',
    where: 'signed_at IS NOT NULL',
  }),
  document('CustomerReply', 'customer_reply', 'by_id', { code: 'kind' }),
  document('CompensationRequest', 'compensation_request', 'requested_by_id', {
    ...alone,
    code: 'state',
    amount: 'CAST(amount AS CHAR)',
  }),
  document('DepartmentTask', 'department_task', 'assignee_id', {
    ...alone,
    code: 'state',
    where: "state IN ('OPEN', 'ACCEPTED')",
  }),
  document('PreventiveAction', 'preventive_action', 'owner_id', alone),
  document('Attachment', 'attachment', 'uploaded_by_id', alone),
  document('CaseStep', 'case_step', 'concerns_id', {
    ...alone,
    code: 'action',
    where: "action IN ('overrideConflict', 'consentToRefusal') AND recalled_at IS NULL",
  }),
];

/** Everything on some cases that guards look at, in one statement, oldest first. */
export async function factRows(source: FactSource, ids: readonly string[]): Promise<FactRow[]> {
  if (ids.length === 0) return [];
  const statement = parts.map((part) => part.replace('@ids', marks(ids))).join('\nUNION ALL ');
  const rows = await source.rows<FactRow>(
    statement,
    parts.flatMap(() => [...ids]),
  );
  const text = (value: unknown) => (value == null ? null : String(value));
  return rows
    .map((row) => ({
      ...row,
      complaint_id: String(row.complaint_id),
      id: String(row.id),
      person: text(row.person),
      principal: text(row.principal),
      amount: text(row.amount),
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}
