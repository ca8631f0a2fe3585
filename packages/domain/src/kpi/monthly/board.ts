import type { MonthlyCase, MonthlyMoment } from './facts.js';
import { percent } from './numbers.js';

const week = 7 * 86_400_000;
/** Store or department where the case has none. */
export const without = 'none';

/** A line of the table whose name comes from the data: a store, a product, a cause. */
export interface Line {
  readonly key: string;
  readonly name: string;
}

/** Collects cells, and in which of them each case counts. */
export class Board {
  readonly countedIn = new Map<string, string[]>();
  private readonly found = new Map<string, string | null>();

  count(place: string, cases: readonly MonthlyCase[]): void {
    this.put(place, String(cases.length), cases);
  }

  put(place: string, value: string | null, cases: readonly MonthlyCase[]): void {
    this.found.set(place, value);
    for (const { id } of new Set(cases)) {
      const places = this.countedIn.get(id) ?? [];
      places.push(place);
      this.countedIn.set(id, places);
    }
  }

  cells(): Record<string, string | null> {
    return Object.fromEntries(this.found);
  }
}

export class Month {
  constructor(readonly moment: MonthlyMoment) {}

  holds(at: string | null): boolean {
    return at !== null && at >= this.moment.from && at < this.moment.to;
  }

  /** Open at an instant: received before, not ended before. */
  openAt({ receivedAt, endedAt }: MonthlyCase, at: string): boolean {
    return receivedAt < at && (endedAt === null || endedAt >= at);
  }

  /** What E1.2 counts: accepted, not withdrawn, the seven days over when the table was made. */
  due7({ acceptedAt, state, receivedAt }: MonthlyCase): boolean {
    const since = Date.parse(this.moment.asOf) - Date.parse(receivedAt);
    return acceptedAt !== null && state !== 'WITHDRAWN' && since >= week;
  }
}

/** Closed within 7 × 24 hours of receipt (R4.26). */
export function closedIn7({ state, closedAt, receivedAt }: MonthlyCase): boolean {
  return state === 'CLOSED' && closedAt !== null && Date.parse(closedAt) - Date.parse(receivedAt) <= week;
}

export function rate7(board: Board, place: string, month: Month, cases: readonly MonthlyCase[]): void {
  const due = cases.filter((each) => month.due7(each));
  board.put(place, percent(due.filter(closedIn7).length, due.length), due);
}

/** Cases by key, the largest group first; a case may stand in several. */
export function groupsOf(
  cases: readonly MonthlyCase[],
  keys: (each: MonthlyCase) => readonly string[],
): [string, MonthlyCase[]][] {
  const groups = new Map<string, MonthlyCase[]>();
  for (const each of cases) {
    for (const key of new Set(keys(each))) {
      const group = groups.get(key) ?? [];
      group.push(each);
      groups.set(key, group);
    }
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
