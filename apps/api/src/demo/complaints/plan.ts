import type {
  ComplaintCategory,
  ComplaintChannel,
  ComplaintState,
  HandlingProcedureKind,
  Severity,
} from '@kehu/domain/complaints/vocabularies';
import { at, localDay, monthOf } from '../calendar.js';
import type { DemoCustomer } from '../customer-plan.js';
import { Random } from '../random.js';
import { outsideDue } from './outside.js';
import { ProductMemory } from './recurrence.js';
import { type Matter, matters, severeMatters } from './texts.js';
import { type Target, type Wish, wishFor } from './wishes.js';

const hour = 3_600_000;
const day = 24 * hour;

/** An order that a case can be about. */
export interface DemoOrder {
  readonly id: string;
  readonly orderNo: string;
  readonly orderedAt: number;
  readonly productId: string;
  readonly productName: string;
}

/** What a case is about, before anybody has done anything. */
export interface CasePlan {
  readonly receivedAt: number;
  readonly customer: DemoCustomer | null;
  readonly order: DemoOrder | null;
  readonly category: ComplaintCategory;
  readonly severity: Severity;
  readonly severityReason: string | null;
  readonly procedure: HandlingProcedureKind;
  readonly situation: 'A_QUALITY' | 'B_CONTRACT' | 'C_DISPATCH';
  readonly channel: ComplaintChannel;
  /** What an outside body gave as its deadline; null without one. */
  readonly outsideDueAt: number | null;
  readonly matter: Matter;
  /** Code of the store; null for customers without one. */
  readonly store: string | null;
  /** Code of the department that handles. */
  readonly handling: string;
  /** The store's supervisor is complained about. */
  readonly aboutSupervisor: boolean;
  /** Where it is to stand now; null: it has run its course. */
  readonly target: ComplaintState | null;
}

/** Cases over the two years, and those that lie open now, state by state. */
const historyCount = 1480;
const openPerState: readonly (readonly [ComplaintState, number])[] = [
  ['REGISTERED', 7],
  ['PENDING_RULING', 8],
  ['NOT_ACCEPTED', 4],
  ['ACCEPTED', 7],
  ['ASSIGNED', 7],
  ['INVESTIGATING', 10],
  ['REPORT_REVIEW', 7],
  ['HR_REVIEW', 6],
  ['GM_REVIEW', 7],
  ['OPINION_DRAFT', 7],
  ['OPINION_REVIEW', 6],
  ['REPLY_PENDING', 8],
  ['EXECUTING', 8],
];
const historyDays = 725;
/** In these last days the cases that lie open were received; of the others as many less, so that months look alike. */
const openDays = 26;
const besideOpen = (past: number): number => (past > openDays ? 1 : past > 8 ? 0.5 : 0.1);

const categoryWeights: readonly (readonly [ComplaintCategory, number])[] = [
  ['QUALITY_DEFECT', 27],
  ['DELIVERY_DATE', 14],
  ['SPEC_GRADE_QTY', 8],
  ['TOLERANCE', 3],
  ['TRANSPORT_DAMAGE', 13],
  ['PACKING_DAMAGE', 4],
  ['OTHER_CONTRACT', 4],
  ['SERVICE_ATTITUDE', 11],
  ['PRICE_BILLING', 6],
  ['AFTER_SALES', 9],
  ['OTHER', 1],
];
const channelWeights: readonly (readonly [ComplaintChannel, number])[] = [
  ['PHONE', 38],
  ['STORE', 24],
  ['WECHAT', 17],
  ['PLATFORM', 7],
  ['HOTLINE_12315', 4],
  ['HOTLINE_12345', 3],
  ['EMAIL', 3],
  ['WEBSITE', 2],
  ['CONSUMER_ASSOCIATION', 1],
  ['LETTER', 1],
];
/** After the June and November sales come the complaints. */
const season: readonly number[] = [1.1, 0.6, 0.9, 0.9, 1, 1.2, 1.25, 0.9, 1, 1, 1.2, 1.35];

/** Some fifteen hundred: what the demo has unless it is asked for more. */
export const usualCases = historyCount + openPerState.reduce((sum, [, count]) => sum + count, 0);

/** Every case of the demo in the order of its receipt, `total` of them. */
export function planCases(
  seed: string,
  until: number,
  customers: readonly DemoCustomer[],
  ordersOf: ReadonlyMap<string, readonly DemoOrder[]>,
  total = usualCases,
): readonly CasePlan[] {
  const random = new Random(`${seed} complaints`);
  // Of many cases a larger part lies open too, as in a larger company.
  const times = Math.max(1, total / usualCases);
  const openCases = openPerState.map(([state, count]) => [state, Math.round(count * times)] as const);
  const history = total - openCases.reduce((sum, [, count]) => sum + count, 0);
  const memory = new ProductMemory();
  const buyers = customers.filter(({ id }) => (ordersOf.get(id)?.length ?? 0) > 0);
  const today = localDay(until);
  const plans: CasePlan[] = [];
  while (plans.length < history) {
    const past = random.whole(3, historyDays);
    const received = timeOn(today - past, random);
    const grown = besideOpen(past) * (0.5 + (historyDays - past) / historyDays);
    if (random.next() * 2 > grown * (season[monthOf(today - past) - 1] ?? 1)) continue;
    plans.push(memory.rarelyAgain(() => planCase(random, received, buyers, ordersOf, null)));
  }
  for (const [state, count] of openCases) {
    for (let no = 0; no < count; no++) {
      const receivedAt = awake(until - ageOf(state, no, count, random));
      const target = { state, no, count };
      plans.push(memory.rarelyAgain(() => planCase(random, receivedAt, buyers, ordersOf, target)));
    }
  }
  return plans.sort((a, b) => a.receivedAt - b.receivedAt);
}

/** States in which a case lies past its deadline. */
const lateStates: readonly ComplaintState[] = [
  'PENDING_RULING',
  'ACCEPTED',
  'INVESTIGATING',
  'HR_REVIEW',
  'OPINION_REVIEW',
  'REPLY_PENDING',
  'EXECUTING',
];

/** Fresh, about to be late, and in some states late ones; the later the state, the older the case. */
function ageOf(state: ComplaintState, no: number, count: number, random: Random): number {
  const early = ['REGISTERED', 'PENDING_RULING', 'NOT_ACCEPTED'].includes(state);
  // One of each in the demo; in a larger one as large a part.
  const few = Math.max(1, Math.floor(count / 8));
  if (no >= count - few && lateStates.includes(state)) return (early ? 7.5 : 7.4 + random.next() * 4) * day;
  if (no >= count - 2 * few && no < count - few && !early) return (5.3 + random.next() * 1.4) * day;
  return early ? (0.08 + random.next() * 1.1) * day : (1.4 + random.next() * 3.2) * day;
}

function planCase(
  random: Random,
  receivedAt: number,
  buyers: readonly DemoCustomer[],
  ordersOf: ReadonlyMap<string, readonly DemoOrder[]>,
  target: Target | null,
): CasePlan {
  const anonymous = target === null && random.chance(0.02);
  const wanted = target ? wishFor(target) : {};
  const customer = anonymous ? null : drawCustomer(random, receivedAt, buyers, ordersOf, wanted);
  const before = customer
    ? (ordersOf.get(customer.id) ?? []).filter((one) => one.orderedAt < receivedAt)
    : [];
  // Of the orders of the last half year; where there is none, the latest.
  const recent = before.filter((one) => one.orderedAt > receivedAt - 180 * day);
  const order = recent.length > 0 ? random.pick(recent) : (before.at(-1) ?? null);
  const severity =
    wanted.severity ?? (random.chance(0.022) ? 'SEVERE' : random.chance(0.15) ? 'MAJOR' : 'GENERAL');
  const severe = severity === 'SEVERE' ? random.pick(severeMatters) : null;
  const category = severe?.category ?? wanted.category ?? random.weighted(categoryWeights);
  const matter = severe ?? random.pick(matters[category]);
  const dispute =
    category === 'OTHER_CONTRACT' &&
    customer !== null &&
    customer.type !== 'CONSUMER' &&
    severity !== 'SEVERE';
  const light = category === 'SERVICE_ATTITUDE' || category === 'PRICE_BILLING';
  const mayBeSimple = target === null || target.state === 'REPLY_PENDING' || target.state === 'REGISTERED';
  const simple = severity === 'GENERAL' && light && mayBeSimple && wanted.standard !== true;
  const formality =
    category === 'DELIVERY_DATE' && severity === 'GENERAL' && random.chance(0.25) && target === null;
  const channel = severe?.reason === '媒体或监管介入' ? 'HOTLINE_12315' : random.weighted(channelWeights);
  return {
    receivedAt,
    customer,
    order,
    category,
    severity,
    severityReason: severe?.reason ?? null,
    procedure: severity === 'SEVERE' ? 'SEVERE' : simple ? 'SIMPLE' : 'STANDARD',
    situation:
      simple || wanted.standard
        ? 'A_QUALITY'
        : dispute
          ? 'B_CONTRACT'
          : formality
            ? 'C_DISPATCH'
            : 'A_QUALITY',
    channel,
    outsideDueAt: outsideDue(channel, receivedAt, random),
    matter,
    store: customer ? (customer.store?.code ?? null) : `ST0${random.whole(1, 9)}`,
    handling: wanted.handling ?? (formality ? 'LOGISTICS' : handlingOf(category, customer, random)),
    aboutSupervisor:
      wanted.aboutSupervisor ?? (category === 'SERVICE_ATTITUDE' && !simple && random.chance(0.15)),
    target: target?.state ?? null,
  };
}

function drawCustomer(
  random: Random,
  receivedAt: number,
  buyers: readonly DemoCustomer[],
  ordersOf: ReadonlyMap<string, readonly DemoOrder[]>,
  { owner, store }: Wish,
): DemoCustomer {
  const fits = (one: DemoCustomer): boolean =>
    (owner === undefined || one.owner.login === owner) &&
    (store === undefined || one.store?.code === store) &&
    (ordersOf.get(one.id) ?? []).some((order) => order.orderedAt < receivedAt - day);
  for (let tries = 0; tries < 40; tries++) {
    const one = random.pick(buyers);
    if (fits(one)) return one;
  }
  return buyers.find(fits) ?? random.pick(buyers);
}

function handlingOf(category: ComplaintCategory, customer: DemoCustomer | null, random: Random): string {
  if (customer?.owner.login === 'kam' && random.chance(0.5)) return 'SALES-EAST';
  switch (category) {
    case 'DELIVERY_DATE':
    case 'TRANSPORT_DAMAGE':
    case 'PACKING_DAMAGE':
      return 'LOGISTICS';
    case 'AFTER_SALES':
      return 'TECH';
    case 'SERVICE_ATTITUDE':
    case 'PRICE_BILLING':
    case 'OTHER':
      return 'OPS';
    default:
      return 'QUALITY';
  }
}

/** To the second; what would fall into the night came in the evening before. */
function awake(time: number): number {
  const today = localDay(time);
  const evening = at(today - 1, 19) + (time % (50 * 60_000));
  return Math.floor((time < at(today, 7) ? evening : time) / 1000) * 1000;
}

/** Most people complain in the daytime. */
function timeOn(localDayNo: number, random: Random): number {
  return at(localDayNo, random.whole(9, 19), random.whole(0, 59), random.whole(0, 59));
}
