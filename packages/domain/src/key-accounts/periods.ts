import type { PlanPeriod } from './sales-plan.js';

/** A span of days: both ends belong to it. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const shapes: Readonly<Record<PlanPeriod, RegExp>> = {
  YEAR: /^(20\d\d)$/,
  QUARTER: /^(20\d\d)-Q([1-4])$/,
  MONTH: /^(20\d\d)-(0[1-9]|1[0-2])$/,
};

/** The days of a period written as `2027`, `2027-Q1` or `2027-01`; null when it is not written so. */
export function spanOf(type: PlanPeriod, period: string): DaySpan | null {
  const found = shapes[type].exec(period);
  if (!found) return null;
  const year = Number(found[1]);
  const part = Number(found[2] ?? 1);
  const [first, last] =
    type === 'YEAR' ? [1, 12] : type === 'QUARTER' ? [part * 3 - 2, part * 3] : [part, part];
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(lastDay(year, last))}` };
}

/** The same period so many years earlier: `2027-Q1` → `2026-Q1`. */
export function yearsBefore(period: string, years: number): string {
  return `${Number(period.slice(0, 4)) - years}${period.slice(4)}`;
}

/** The periods that a period is split into: a year into quarters, a quarter into months; a month into none. */
export function partsOf(
  type: PlanPeriod,
  period: string,
): readonly { readonly type: PlanPeriod; readonly period: string }[] {
  const year = period.slice(0, 4);
  if (type === 'YEAR')
    return [1, 2, 3, 4].map((quarter) => ({ type: 'QUARTER' as const, period: `${year}-Q${quarter}` }));
  if (type === 'MONTH') return [];
  const quarter = Number(period.slice(6));
  return [0, 1, 2].map((at) => ({ type: 'MONTH' as const, period: `${year}-${pad(quarter * 3 - 2 + at)}` }));
}

/** Whether a period lies within its parent's. */
export function liesWithin(child: DaySpan, parent: DaySpan): boolean {
  return child.from >= parent.from && child.to <= parent.to;
}

/**
 * The day on which a plan is due (dossier D4): the year's by 31 December before, the quarter's by day 20 and
 * the month's by day 25 of the month before.
 */
export function planDueOn(type: PlanPeriod, span: DaySpan): string {
  const [year = 0, month = 1] = span.from.split('-').map(Number);
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  if (type === 'YEAR') return `${year - 1}-12-31`;
  return `${before.year}-${pad(before.month)}-${type === 'QUARTER' ? 20 : 25}`;
}
