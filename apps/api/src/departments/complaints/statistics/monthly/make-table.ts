import type { MonthlyCase, MonthlyMoment } from '@kehu/domain/kpi/monthly/facts';
import { type CountedTable, type MonthlyTable, monthlyTable } from '@kehu/domain/kpi/monthly/table';
import { monthAfter, monthSpan } from '../period.js';
import { type Asking, monthlyCases } from './read-cases.js';

/** Cells of another month, beside which the table's own are read. */
export interface ComparedCells {
  readonly period: string;
  readonly cells: Readonly<Record<string, string | null>>;
}

/** What a report keeps: its table, and the months that it is compared with. */
export interface MonthlySnapshot {
  readonly table: MonthlyTable;
  readonly previous: ComparedCells;
  readonly lastYear: ComparedCells;
}

export interface MadeTable {
  readonly snapshot: MonthlySnapshot;
  readonly cases: readonly MonthlyCase[];
  readonly countedIn: CountedTable['countedIn'];
}

export function momentOf(period: string, zone: string, now: Date): MonthlyMoment {
  const { from, to } = monthSpan(period, zone);
  return { period, from: from.toISOString(), to: to.toISOString(), asOf: now.toISOString() };
}

/**
 * The table of a month from the cases as they stand now, beside the month before and the same month of
 * last year: as they were frozen, or worked out anew where there is no table. `visible`: only these cases
 * count, also in the compared months, which are then always worked out anew.
 */
export async function makeTable(
  asking: Asking,
  period: string,
  zone: string,
  now: Date,
  visible: ReadonlySet<string> | null = null,
): Promise<MadeTable> {
  const cases = (await monthlyCases(asking, momentOf(period, zone, now))).filter(
    ({ id }) => visible === null || visible.has(id),
  );
  const { table, countedIn } = monthlyTable(cases, momentOf(period, zone, now));
  const compared = async (other: string): Promise<ComparedCells> => ({
    period: other,
    cells:
      (visible === null ? await frozenCells(asking, other) : null) ??
      (await liveCells(asking, other, zone, now, visible)),
  });
  const previous = await compared(monthAfter(period, -1));
  const lastYear = await compared(monthAfter(period, -12));
  return { snapshot: { table, previous, lastYear }, cases, countedIn };
}

async function liveCells(
  asking: Asking,
  period: string,
  zone: string,
  now: Date,
  visible: ReadonlySet<string> | null,
): Promise<Readonly<Record<string, string | null>>> {
  const moment = momentOf(period, zone, now);
  const cases = await monthlyCases(asking, moment);
  return monthlyTable(
    cases.filter(({ id }) => visible === null || visible.has(id)),
    moment,
  ).table.cells;
}

/** Cells of a month that was submitted or approved, with its corrections; null when there is none. */
async function frozenCells(
  asking: Asking,
  period: string,
): Promise<Readonly<Record<string, string | null>> | null> {
  const [row] = await asking.rows<{ id: string; snapshot: unknown }>(
    "SELECT id, snapshot FROM complaint_monthly_report WHERE period = ? AND state IN ('SUBMITTED', 'GM_APPROVED')",
    [period],
  );
  if (!row) return null;
  const corrections = await correctionsOf(asking, String(row.id));
  const { table } = parsed<MonthlySnapshot>(row.snapshot);
  return { ...table.cells, ...Object.fromEntries(corrections.map(({ cell, after }) => [cell, after])) };
}

export interface Correction {
  readonly number: number;
  readonly cell: string;
  readonly before: string | null;
  readonly after: string;
  readonly reason: string;
}

/** The corrections of a report in their order. */
export async function correctionsOf(asking: Asking, reportId: string): Promise<Correction[]> {
  return asking.rows<Correction>(
    'SELECT number, cell, `before`, `after`, reason FROM monthly_report_correction WHERE report_id = ? ORDER BY number',
    [reportId],
  );
}

/** A JSON column, which drivers hand over as text or as a value. */
export function parsed<Value>(value: unknown): Value {
  return (typeof value === 'string' ? JSON.parse(value) : value) as Value;
}
