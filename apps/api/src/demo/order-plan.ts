import { at, localDay, monthOf, weekday, workday } from './calendar.js';
import type { CustomerType, DemoCustomer } from './customer-plan.js';
import { Random } from './random.js';

/** When somebody ordered. */
export interface PlannedOrder {
  readonly customer: DemoCustomer;
  readonly orderedAt: number;
}

/** Orders that an average customer of the type gives in the whole two years. */
const frequency: Readonly<Record<CustomerType, number>> = {
  CONSUMER: 3.5,
  AGENT: 8,
  FRANCHISEE: 12,
  DEALER: 14,
  KEY_ACCOUNT: 14,
  CORPORATE: 4,
};

/** Furniture's year: New Year quiet, June and November busy. */
const season: readonly number[] = [0.85, 0.5, 0.95, 0.95, 1.1, 1.2, 0.85, 0.9, 1.15, 1.1, 1.5, 1.15];
const weekdays: Readonly<Record<'consumer' | 'business', readonly number[]>> = {
  consumer: [0.8, 0.75, 0.75, 0.8, 1, 1.5, 1.5],
  business: [1.2, 1.1, 1.1, 1.1, 1, 0.25, 0.15],
};
export const windowDays = 730;

/**
 * Who orders when over the two years that end at `until`: more each year, by season, consumers at
 * the weekend, companies on workdays. In the order of time; nothing before the customer's file was
 * opened and nothing after `until`.
 */
export function planOrders(
  seed: string,
  until: number,
  customers: readonly DemoCustomer[],
): readonly PlannedOrder[] {
  const random = new Random(`${seed} orders`);
  const today = localDay(until);
  const sums = { consumer: dayWeights(today, 'consumer'), business: dayWeights(today, 'business') };
  const planned: PlannedOrder[] = [];
  for (const customer of customers) {
    const kind = customer.type === 'CONSUMER' ? 'consumer' : 'business';
    const days = sums[kind];
    const whole = days.at(-1) ?? 1;
    const first = Math.max(0, customer.opened - (today - windowDays));
    const before = first === 0 ? 0 : (days[first - 1] ?? 0);
    const mean = frequency[customer.type] * customer.worth * (1 - before / whole);
    // Most consumers' files are opened with an order; whoever only asked so far is a prospect.
    const least = customer.type === 'CONSUMER' && customer.opened > today - windowDays ? 1 : 0;
    const count = customer.prospect ? 0 : Math.max(least, random.times(mean));
    for (let no = 0; no < count; no++) {
      const opening = no === 0 && least === 1;
      const day = opening ? customer.opened : drawDay(days, before, random) + today - windowDays;
      const orderedAt = timeOf(kind === 'business' ? workday(day) : day, kind, random);
      if (orderedAt <= until) planned.push({ customer, orderedAt });
    }
  }
  return planned.sort((a, b) => a.orderedAt - b.orderedAt);
}

/** Running sums of the days' weights. */
function dayWeights(today: number, kind: 'consumer' | 'business'): number[] {
  let sum = 0;
  return Array.from({ length: windowDays + 1 }, (_, place) => {
    const day = today - windowDays + place;
    const growth = 0.95 + (0.1 * place) / windowDays;
    sum += growth * (season[monthOf(day) - 1] ?? 1) * (weekdays[kind][weekday(day) - 1] ?? 1);
    return sum;
  });
}

/** A day of the window, by its weight, after the days that weigh `before`. */
function drawDay(sums: readonly number[], before: number, random: Random): number {
  const wanted = before + random.next() * ((sums.at(-1) ?? 0) - before);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function timeOf(day: number, kind: 'consumer' | 'business', random: Random): number {
  const hours =
    kind === 'consumer'
      ? random.weighted([
          [10, 2],
          [11, 3],
          [12, 2],
          [13, 2],
          [14, 4],
          [15, 5],
          [16, 5],
          [17, 3],
          [18, 3],
          [19, 4],
          [20, 3],
        ])
      : random.weighted([
          [8, 1],
          [9, 4],
          [10, 5],
          [11, 3],
          [13, 2],
          [14, 4],
          [15, 5],
          [16, 4],
          [17, 2],
        ]);
  return at(day, hours, random.whole(0, 59), random.whole(0, 59));
}
