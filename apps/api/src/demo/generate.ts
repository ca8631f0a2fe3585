import { customerHistory } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { accessLogs } from './access-logs.js';
import type { Batch } from './batch.js';
import { localDay } from './calendar.js';
import { customerHistories } from './customer-histories.js';
import { customerParts } from './customer-parts.js';
import { planCustomers } from './customer-plan.js';
import { type CustomerFacts, customerRows } from './customer-rows.js';
import { type DemoStaff, demoHouse } from './house.js';
import { Identifiers } from './identifiers.js';
import { planOrders } from './order-plan.js';
import { OrderRows } from './order-rows.js';
import { demoProducts } from './products.js';
import { visitRows } from './visits.js';

export const demoSeed = 'lanxu';

export interface DemoOptions {
  /** The instant up to which things have happened; nothing of the demo lies after it. */
  readonly today: Date;
  readonly seed?: string;
  /** Makes the ids, ascending; by default 1, 2, 3 … */
  readonly nextId?: () => string;
}

export interface Demo {
  readonly staff: readonly DemoStaff[];
  readonly customerCount: number;
  /** Rows kind by kind, each after what it refers to; made while they are read. */
  readonly batches: Iterable<Batch>;
}

const ordersAtOnce = 500;

/**
 * The demo organisation: a furniture company with twelve stores, sixty people, some three thousand
 * customers of every type, and their orders and visits over two years. The same seed and instant
 * give the same rows; nobody in it exists. Pure: no database, no clock, no chance of its own.
 */
export function generateDemo(options: DemoOptions): Demo {
  const { today, seed = demoSeed, nextId = counter() } = options;
  const until = today.getTime();
  const identifiers = new Identifiers();
  const house = demoHouse(seed, localDay(until), nextId, identifiers);
  const goods = demoProducts(nextId);
  const customers = planCustomers(seed, localDay(until), house, nextId);
  const planned = planOrders(seed, until, customers);
  const lastOrders = new Map(planned.map(({ customer: { id }, orderedAt }) => [id, orderedAt]));
  const facts: CustomerFacts = { seed, until, house, identifiers, nextId, lastOrders };

  function* batches(): Generator<Batch> {
    yield* house.batches;
    yield goods.batch;
    yield { kind: customer, rows: customerRows(customers, facts) };
    yield* customerParts(customers, facts);
    yield { kind: customerHistory, rows: customerHistories(customers, facts) };
    const rows = new OrderRows(seed, until, goods.products, house.regionIds, nextId);
    for (let from = 0; from < planned.length; from += ordersAtOnce) {
      yield* rows.batches(planned.slice(from, from + ordersAtOnce));
    }
    yield { kind: visitorRegistration, rows: visitRows(customers, house.staff, facts) };
    yield* accessLogs(customers, house.staff, facts);
  }
  return { staff: house.staff, customerCount: customers.length, batches: batches() };
}

function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return String(last);
  };
}
