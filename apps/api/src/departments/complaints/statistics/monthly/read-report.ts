import type { MonthlyCase } from '@kehu/domain/kpi/monthly/facts';
import { monthlyTable } from '@kehu/domain/kpi/monthly/table';
import type { RequestContext } from '../../../../context.js';
import { instantOf } from '../../../../records/decode.js';
import { monthSpan } from '../period.js';
import {
  type Correction,
  correctionsOf,
  type MadeTable,
  type MonthlySnapshot,
  makeTable,
  parsed,
} from './make-table.js';
import type { Asking } from './read-cases.js';
import { casesForReader } from './visible.js';

/** A report as it stands, or null for a month without one. */
export interface ReportHead {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly causes: string | null;
  readonly comment: string | null;
  readonly gmComment: string | null;
  /** Names of who filled it, submitted it and reviewed it; null before that. */
  readonly filledBy: string | null;
  readonly submittedBy: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly submittedAt: string | null;
  readonly dueAt: string;
  readonly late: boolean;
}

/** The table of a month as one reader sees it. */
export interface ReadTable extends MadeTable {
  readonly report: ReportHead | null;
  readonly corrections: readonly Correction[];
  /** Only the reader's own part: the own store's, region's, department's cases. */
  readonly partOnly: boolean;
  /** The figures and rows are those that were frozen when the table was submitted. */
  readonly frozen: boolean;
}

const frozenStates = ['SUBMITTED', 'GM_APPROVED', 'RETURNED'];

/** Asks outside an act. */
export function asking({ services: { database } }: RequestContext): Asking {
  return { rows: (statement, values) => database.query(statement, values) };
}

/**
 * The table of a month for a reader: frozen once it was submitted, else worked out from the cases as they
 * stand (before the month is over: as far as it has come). FORBIDDEN without a right to the table.
 */
export async function readMonthlyTable(period: string, context: RequestContext): Promise<ReadTable> {
  const { zone } = context.organisation;
  const { to } = monthSpan(period, zone);
  const visible = await casesForReader(context, to);
  const ask = asking(context);
  const report = await reportOf(ask, period);
  const frozen = report !== null && frozenStates.includes(report.state);
  const corrections = report && visible === null ? await correctionsOf(ask, report.id) : [];
  const made = frozen
    ? await frozenTable(ask, report.id, visible, context)
    : await makeTable(ask, period, zone, context.services.clock.now(), visible);
  return { ...made, report, corrections, partOnly: visible !== null, frozen };
}

async function reportOf(ask: Asking, period: string): Promise<ReportHead | null> {
  const [row] = await ask.rows<Record<string, unknown>>(
    `SELECT r.id, r.version, r.state, r.causes, r.comment, r.gm_comment, r.submitted_at, r.reviewed_at, r.due_at,
       r.late, filler.display_name AS filled_by, submitter.display_name AS submitted_by,
       reviewer.display_name AS reviewed_by
     FROM complaint_monthly_report r
     LEFT JOIN staff filler ON filler.id = r.filled_by_id
     LEFT JOIN staff submitter ON submitter.id = r.submitted_by_id
     LEFT JOIN staff reviewer ON reviewer.id = r.reviewed_by_id
     WHERE r.period = ?`,
    [period],
  );
  if (!row) return null;
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    id: String(row.id),
    version: Number(row.version),
    state: String(row.state),
    causes: text(row.causes),
    comment: text(row.comment),
    gmComment: text(row.gm_comment),
    filledBy: text(row.filled_by),
    submittedBy: text(row.submitted_by),
    reviewedBy: text(row.reviewed_by),
    reviewedAt: row.reviewed_at === null ? null : instantOf(row.reviewed_at),
    submittedAt: row.submitted_at === null ? null : instantOf(row.submitted_at),
    dueAt: instantOf(row.due_at),
    late: Number(row.late) !== 0,
  };
}

interface FrozenColumns {
  readonly cells: unknown;
  readonly facts: unknown;
}

/** A frozen table with the cases as they were; a reader of a part has it worked out from the frozen cases of that part. */
async function frozenTable(
  ask: Asking,
  reportId: string,
  visible: ReadonlySet<string> | null,
  context: RequestContext,
): Promise<MadeTable> {
  const [row] = await ask.rows<{ snapshot: unknown }>(
    'SELECT snapshot FROM complaint_monthly_report WHERE id = ?',
    [reportId],
  );
  const snapshot = parsed<MonthlySnapshot>(row?.snapshot);
  const rows = await ask.rows<FrozenColumns>(
    'SELECT cells, facts FROM monthly_report_case WHERE report_id = ? ORDER BY id',
    [reportId],
  );
  const all = rows.map(({ facts, cells }) => ({
    facts: parsed<MonthlyCase>(facts),
    cells: parsed<readonly string[]>(cells),
  }));
  if (visible === null) {
    const countedIn = new Map(all.map(({ facts, cells }) => [facts.id, cells]));
    return { snapshot, cases: all.map(({ facts }) => facts), countedIn };
  }
  const own = all.map(({ facts }) => facts).filter(({ id }) => visible.has(id));
  const { table, countedIn } = monthlyTable(own, snapshot.table.moment);
  const { zone } = context.organisation;
  const live = await makeTable(ask, table.moment.period, zone, context.services.clock.now(), visible);
  const { previous, lastYear } = live.snapshot;
  return { snapshot: { table, previous, lastYear }, cases: own, countedIn };
}
