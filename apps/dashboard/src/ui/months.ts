import { monthBack } from './figures';

/** The last `count` calendar months in the zone, the current one last: `['2026-02', '2026-03']`. */
export function lastMonths(count: number, now: Date, zone: string): string[] {
  return Array.from({ length: count }, (_, index) => monthBack(now, zone, count - 1 - index));
}

/** A calendar month as a span whose end is excluded. */
export function monthSpan(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, to: `${next}-01` };
}
