import { instantOf, localDay } from '@kehu/query/zone';
import { badInput } from '../../../commands/errors.js';

/** A span of time, its end excluded, and what it is compared with. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  /** `2026-03` where the span is a calendar month of the organisation. */
  readonly month: string | null;
}

export interface Periods {
  readonly current: Span;
  /** The month before, or the span of the same length before. */
  readonly previous: Span;
  /** The same month, or the same days, of the year before. */
  readonly lastYear: Span;
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
const day = 86_400_000;

/** A month of the organisation's zone as a span. */
export function monthSpan(month: string, zone: string): Span {
  const [, year, number] = monthPattern.exec(month) ?? [];
  if (!year || !number) throw badInput({ path: 'period', message: 'input.notMonth' });
  const at = (months: number) =>
    new Date(instantOf(Date.UTC(Number(year), Number(number) - 1 + months, 1), zone));
  return { from: at(0), to: at(1), month };
}

/** The month a number of months later (or earlier). */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const at = new Date(Date.UTC(year, number - 1 + months, 1));
  return at.toISOString().slice(0, 7);
}

/** The calendar month of an instant. */
export function monthOf(at: Date, zone: string): string {
  const { year, month } = localDay(at.getTime(), zone);
  return `${year}-${String(month).padStart(2, '0')}`;
}

/**
 * The span that is asked for: a month, or from and to (to excluded); the current month when nothing is
 * said. BAD_USER_INPUT for both at once, an end before the beginning, more than ten years.
 */
export function periodsOf(
  asked: { period?: unknown; from?: unknown; to?: unknown },
  zone: string,
  now: Date,
): Periods {
  const { period, from, to } = asked;
  if (from == null && to == null) {
    const month = period == null ? monthOf(now, zone) : String(period);
    return {
      current: monthSpan(month, zone),
      previous: monthSpan(monthAfter(month, -1), zone),
      lastYear: monthSpan(monthAfter(month, -12), zone),
    };
  }
  if (period != null || from == null || to == null)
    throw badInput({ path: 'period', message: 'statistics.period' });
  const current: Span = { from: instant(from, zone), to: instant(to, zone), month: null };
  const length = current.to.getTime() - current.from.getTime();
  if (!(length > 0) || length > 3660 * day) throw badInput({ path: 'to', message: 'statistics.period' });
  return {
    current,
    previous: { from: new Date(current.from.getTime() - length), to: current.from, month: null },
    lastYear: { from: yearBefore(current.from, zone), to: yearBefore(current.to, zone), month: null },
  };
}

/** An instant with an offset, or a wall clock of the organisation's zone. */
function instant(value: unknown, zone: string): Date {
  const text = String(value);
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return new Date(text);
  return new Date(instantOf(Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`), zone));
}

function yearBefore(at: Date, zone: string): Date {
  const { year, month, day: date } = localDay(at.getTime(), zone);
  const midnight = instantOf(Date.UTC(year, month - 1, date), zone);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  const moved = instantOf(Date.UTC(year - 1, month - 1, Math.min(date, last)), zone);
  return new Date(moved + (at.getTime() - midnight));
}
