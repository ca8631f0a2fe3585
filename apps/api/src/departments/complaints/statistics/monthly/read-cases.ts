import type { SqlValue } from '@kehu/database/pool';
import type { ComplaintState, Severity } from '@kehu/domain/complaints/vocabularies';
import type { MonthlyCase, MonthlyMoment, Named } from '@kehu/domain/kpi/monthly/facts';
import { instantOf, storedInstant } from '../../../../records/decode.js';
import { marks } from '../../../../records/marks.js';

/** Whatever can ask the database: an act, or a reader outside one. */
export interface Asking {
  rows<Row>(statement: string, values: readonly SqlValue[]): Promise<Row[]>;
}

interface CaseColumns {
  readonly id: string;
  readonly no: string;
  readonly state: ComplaintState;
  readonly procedure: string;
  readonly severity: Severity;
  readonly category: string;
  readonly subcategory: string | null;
  readonly customer_type: string | null;
  readonly store_id: string | null;
  readonly store_name: string | null;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly product_id: string | null;
  readonly product_name: string | null;
  readonly received_at: unknown;
  readonly ruled_at: unknown;
  readonly accepted_at: unknown;
  readonly first_response_at: unknown;
  readonly closed_at: unknown;
  readonly ended_at: unknown;
  readonly due_at: unknown;
  readonly breached: unknown;
  readonly breach_reason: string | null;
  readonly recurrence: unknown;
}

const chunk = 500;
const ended = "c.state IN ('CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN')";
const endedAt = `CASE WHEN ${ended} THEN COALESCE(c.closed_at, c.state_since) END`;

/**
 * Every case that the table of a month may count: received in it, open at its beginning or its end, or
 * with compensation or preventive actions that fall into it. Whole house; who may see what is decided
 * before.
 */
export async function monthlyCases(asking: Asking, moment: MonthlyMoment): Promise<MonthlyCase[]> {
  const [from, to] = [storedInstant(new Date(moment.from)), storedInstant(new Date(moment.to))];
  const rows = await asking.rows<CaseColumns>(
    `SELECT c.id, c.no, c.state, c.\`procedure\` AS \`procedure\`, c.severity, c.category, c.subcategory,
       u.type AS customer_type, c.store_id, s.name AS store_name, c.handling_department_id AS department_id,
       d.name AS department_name, c.product_id, p.name AS product_name, c.received_at, c.ruled_at,
       c.accepted_at, c.first_response_at, c.closed_at, ${endedAt} AS ended_at, c.due_at, c.breached,
       c.breach_reason, c.recurrence
     FROM complaint c
     LEFT JOIN customer u ON u.id = c.customer_id
     LEFT JOIN department s ON s.id = c.store_id
     LEFT JOIN department d ON d.id = c.handling_department_id
     LEFT JOIN product p ON p.id = c.product_id
     WHERE c.received_at < ? AND (c.received_at >= ? OR NOT (${ended}) OR COALESCE(c.closed_at, c.state_since) >= ?
       OR EXISTS (SELECT 1 FROM compensation_request r WHERE r.complaint_id = c.id AND r.state = 'EXECUTED'
         AND r.executed_at >= ? AND r.executed_at < ?)
       OR EXISTS (SELECT 1 FROM preventive_action a WHERE a.complaint_id = c.id
         AND (a.done_at IS NULL OR a.done_at >= ? OR a.checked_at >= ?)))
     ORDER BY c.received_at, c.id`,
    [to, from, from, from, to, from, from],
  );
  const found: MonthlyCase[] = [];
  for (let at = 0; at < rows.length; at += chunk) {
    found.push(...(await withParts(asking, rows.slice(at, at + chunk))));
  }
  return found;
}

async function withParts(asking: Asking, rows: readonly CaseColumns[]): Promise<MonthlyCase[]> {
  const ids = rows.map(({ id }) => String(id));
  const among = `IN (${marks(ids)})`;
  const parts = async <Row extends { readonly complaint_id: string }>(statement: string) => {
    const byCase = new Map<string, Row[]>();
    for (const row of await asking.rows<Row>(statement.replace('AMONG', among), ids)) {
      const key = String(row.complaint_id);
      byCase.set(key, [...(byCase.get(key) ?? []), row]);
    }
    return byCase;
  };
  const demands = await parts<{ complaint_id: string; type: string }>(
    'SELECT complaint_id, type FROM complaint_demand WHERE complaint_id AMONG ORDER BY id',
  );
  const paid = await parts<{ complaint_id: string; type: string; amount: string; executed_at: unknown }>(
    `SELECT complaint_id, type, amount, executed_at FROM compensation_request
     WHERE complaint_id AMONG AND state = 'EXECUTED' AND executed_at IS NOT NULL ORDER BY id`,
  );
  const actions = await parts<ActionColumns>(
    `SELECT complaint_id, due_on, created_at, done_at, checked_at, effective FROM preventive_action
     WHERE complaint_id AMONG ORDER BY id`,
  );
  const blamed = await parts<{ complaint_id: string; department_id: string; name: string }>(
    `SELECT DISTINCT r.complaint_id, x.department_id, d.name FROM investigation_report r
     JOIN responsible_person x ON x.report_id = r.id JOIN department d ON d.id = x.department_id
     WHERE r.complaint_id AMONG AND r.signed_at IS NOT NULL AND x.responsibility <> 'NONE'
       AND r.report_version = (SELECT MAX(l.report_version) FROM investigation_report l
         WHERE l.complaint_id = r.complaint_id AND l.signed_at IS NOT NULL)
     ORDER BY x.department_id`,
  );
  return rows.map((row) => ({
    ...caseOf(row),
    demands: [...new Set((demands.get(String(row.id)) ?? []).map(({ type }) => type))],
    compensations: (paid.get(String(row.id)) ?? []).map(({ type, amount, executed_at }) => ({
      type,
      amount: String(amount),
      executedAt: instantOf(executed_at),
    })),
    actions: (actions.get(String(row.id)) ?? []).map(actionOf),
    responsible: (blamed.get(String(row.id)) ?? []).map(({ department_id, name }) => ({
      id: String(department_id),
      name,
    })),
  }));
}

interface ActionColumns {
  readonly complaint_id: string;
  readonly due_on: unknown;
  readonly created_at: unknown;
  readonly done_at: unknown;
  readonly checked_at: unknown;
  readonly effective: unknown;
}

function actionOf({ due_on, created_at, done_at, checked_at, effective }: ActionColumns) {
  return {
    dueOn: String(due_on).slice(0, 10),
    createdAt: instantOf(created_at),
    doneAt: instantOrNull(done_at),
    checkedAt: instantOrNull(checked_at),
    effective: effective === null ? null : Number(effective) !== 0,
  };
}

function caseOf(
  row: CaseColumns,
): Omit<MonthlyCase, 'demands' | 'compensations' | 'actions' | 'responsible'> {
  return {
    id: String(row.id),
    no: row.no,
    state: row.state,
    procedure: row.procedure,
    severity: row.severity,
    category: row.category,
    subcategory: row.subcategory,
    customerType: row.customer_type,
    store: named(row.store_id, row.store_name),
    department: named(row.department_id, row.department_name),
    product: named(row.product_id, row.product_name),
    receivedAt: instantOf(row.received_at),
    ruledAt: instantOrNull(row.ruled_at),
    acceptedAt: instantOrNull(row.accepted_at),
    firstResponseAt: instantOrNull(row.first_response_at),
    closedAt: instantOrNull(row.closed_at),
    endedAt: instantOrNull(row.ended_at),
    dueAt: instantOf(row.due_at),
    breached: Number(row.breached) !== 0,
    breachReason: row.breach_reason,
    recurrence: Number(row.recurrence) !== 0,
  };
}

const instantOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : instantOf(value);

function named(id: string | null, name: string | null): Named | null {
  return id === null ? null : { id: String(id), name: name ?? '' };
}
