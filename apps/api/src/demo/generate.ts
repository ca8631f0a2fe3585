import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { customerHistory } from '@kehu/domain/customers/contact';
import { customer } from '@kehu/domain/customers/customer';
import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { accessLogs } from './access-logs.js';
import type { Batch } from './batch.js';
import { localDay } from './calendar.js';
import type { TimerRow } from './complaints/clock.js';
import type { DemoFile } from './complaints/files.js';
import { type DemoOrder, planCases } from './complaints/plan.js';
import { caseRows } from './complaints/rows.js';
import { assignedTasks, complaintRules } from './complaints/rules.js';
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
  /** How many complaints; some fifteen hundred unless a larger company is wanted. */
  readonly cases?: number;
}

export interface Demo {
  readonly staff: readonly DemoStaff[];
  readonly customerCount: number;
  /** Rows kind by kind, each after what it refers to; made while they are read. */
  readonly batches: Iterable<Batch>;
  /** What belongs to no kind, known when all batches were read. */
  readonly beside: DemoBeside;
}

/** Clocks of open cases, numbers of cases by day, and the files that attachments name. */
export interface DemoBeside {
  timers: readonly TimerRow[];
  caseNumbers: ReadonlyMap<string, number>;
  files: readonly DemoFile[];
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

  const beside: DemoBeside = { timers: [], caseNumbers: new Map(), files: [] };
  const productNames = new Map(goods.batch.rows.map((row) => [String(row.id), String(row.name)]));
  const ordersOf = new Map<string, DemoOrder[]>();

  function* batches(): Generator<Batch> {
    yield* house.batches;
    yield goods.batch;
    const files = customerRows(customers, facts);
    yield { kind: customer, rows: files };
    yield* customerParts(customers, facts);
    yield { kind: customerHistory, rows: customerHistories(customers, facts) };
    const rows = new OrderRows(seed, until, goods.products, house.regionIds, nextId);
    for (let from = 0; from < planned.length; from += ordersAtOnce) {
      const made = rows.batches(planned.slice(from, from + ordersAtOnce));
      noteOrders(made, productNames, ordersOf);
      yield* made;
    }
    yield { kind: visitorRegistration, rows: visitRows(customers, house.staff, facts) };
    yield* accessLogs(customers, house.staff, facts);
    for (const [name, ruled] of complaintRules(house, until, nextId))
      yield { kind: kindNamed(name), rows: ruled };
    const phones = new Map(files.map((row) => [String(row.id), String(row.phone)]));
    const plans = planCases(seed, until, customers, ordersOf, options.cases);
    const cases = caseRows(plans, { seed, until, house, nextId, phones });
    Object.assign(beside, { timers: cases.timers, caseNumbers: cases.numbers, files: cases.files });
    yield { kind: kindNamed('Complaint'), rows: cases.cases };
    // Reports refer to the originals, opinions to what HR said.
    const first = ['Attachment', 'HrOpinion', 'InvestigationReport'];
    const names = [...first, ...[...cases.parts.keys()].filter((name) => !first.includes(name))];
    for (const name of names) yield { kind: kindNamed(name), rows: cases.parts.get(name) ?? [] };
    yield { kind: kindNamed('AssignedTask'), rows: assignedTasks(house, until, nextId) };
  }
  return { staff: house.staff, customerCount: customers.length, batches: batches(), beside };
}

/** What cases need to know of the orders: when, and the first product. */
function noteOrders(
  made: readonly Batch[],
  productNames: ReadonlyMap<string, string>,
  ordersOf: Map<string, DemoOrder[]>,
): void {
  const [orders, lines] = made;
  const products = new Map<unknown, string>();
  for (const line of lines?.rows ?? [])
    if (line.lineNo === 1) products.set(line.orderId, String(line.productId));
  for (const order of orders?.rows ?? []) {
    if (order.state === 'CANCELLED') continue;
    const productId = products.get(order.id) ?? '';
    const of = ordersOf.get(String(order.customerId)) ?? [];
    ordersOf.set(String(order.customerId), of);
    of.push({
      id: String(order.id),
      orderNo: String(order.orderNo),
      orderedAt: Date.parse(String(order.orderedAt)),
      productId,
      productName: productNames.get(productId) ?? '家具',
    });
  }
}

function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return String(last);
  };
}
