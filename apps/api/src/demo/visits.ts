import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import { visitorRegistration, type visitPurpose } from '@kehu/domain/service-desk/visitor-registration';
import type { NewRow } from './batch.js';
import { at, instantText, localDay, weekday } from './calendar.js';
import type { DemoCustomer } from './customer-plan.js';
import type { CustomerFacts } from './customer-rows.js';
import type { DemoStaff } from './house.js';
import { personName } from './names.js';
import { windowDays } from './order-plan.js';
import { storePlans } from './places.js';
import { Random } from './random.js';

type Purpose = CodeOf<typeof visitPurpose>;
type Row = NewRow<typeof visitorRegistration>;

/** About four visits a day over all stores and headquarters. */
const visitCount = 3000;

const outcomes: Readonly<Record<Purpose, readonly string[]>> = {
  PURCHASE: ['现场下单', '已报价，客户再考虑', '预约上门量尺', '领取样册，一周后联系'],
  COMPLAINT: ['已记录，转店长处理', '当场换货', '已致歉并约定上门维修'],
  NEGOTIATION: ['达成初步意向', '约定下次会面', '待总部报价'],
  AFTER_SALES: ['已登记维修', '配件已更换', '约定师傅上门'],
  MEETING: ['会议已结束', '会议纪要另存'],
  OTHER: ['已接待', '资料已送交'],
};
const notes = [
  '接待热情，客户满意',
  '客户赶时间，接待较简',
  '带孩子同来，安排休息区',
  '已加企业微信',
  '提供了茶水与样册',
];

/** The visitor register of two years: stores busier at the weekend, headquarters on workdays. */
export function visitRows(
  customers: readonly DemoCustomer[],
  staff: readonly DemoStaff[],
  facts: CustomerFacts,
): Row[] {
  const random = new Random(`${facts.seed} visits`);
  const byStore = new Map<string, DemoCustomer[]>();
  for (const one of customers) {
    const desk = one.store?.code ?? 'HQ';
    const there = byStore.get(desk);
    if (there) there.push(one);
    else byStore.set(desk, [one]);
  }
  const desks = [...storePlans.map((plan) => [plan.code, plan.weight] as const), ['HQ', 12] as const];
  const today = localDay(facts.until);
  const rows: Row[] = [];
  const numbers = new Map<string, number>();
  for (const arrivedAt of arrivals(random, today)) {
    const desk = random.weighted(desks);
    if (arrivedAt > facts.until || (desk === 'HQ' && weekday(localDay(arrivedAt)) > 5)) continue;
    const drawn = random.chance(0.58) ? random.pick(byStore.get(desk) ?? []) : null;
    const known = drawn && drawn.opened <= localDay(arrivedAt) ? drawn : null;
    const host = hostOf(desk, known, staff, random, localDay(arrivedAt));
    const purpose = purposeOf(desk, random);
    const key = `${desk} ${localDay(arrivedAt)}`;
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    rows.push({
      id: facts.nextId(),
      ...visitor(known, desk, random, facts),
      companions: random.weighted([
        [0, 50],
        [1, 32],
        [2, 13],
        [3, 5],
      ]),
      purpose,
      // At headquarters the department of whoever was visited.
      storeId: facts.house.departmentIds.get(desk === 'HQ' ? (host?.department ?? desk) : desk) ?? null,
      visitedStaffId: host?.id ?? null,
      arrivedAt: instantText(arrivedAt),
      ...departure(arrivedAt, facts.until, random, purpose),
      badgeNo: desk === 'HQ' ? `V${String(number).padStart(3, '0')}` : null,
      receptionNotes: random.chance(0.35) ? random.pick(notes) : null,
      createdAt: instantText(arrivedAt),
    });
  }
  return rows;
}

/** Times of arrival in their order, within opening hours. */
function arrivals(random: Random, today: number): number[] {
  const times: number[] = [];
  while (times.length < visitCount) {
    const day = today - random.whole(0, windowDays);
    if (weekday(day) < 6 && random.chance(0.25)) continue;
    times.push(at(day, random.whole(9, 19), random.whole(0, 59)));
  }
  return times.sort((a, b) => a - b);
}

function purposeOf(desk: string, random: Random): Purpose {
  return desk === 'HQ'
    ? random.weighted([
        ['NEGOTIATION', 40],
        ['MEETING', 38],
        ['AFTER_SALES', 5],
        ['COMPLAINT', 3],
        ['OTHER', 14],
      ])
    : random.weighted([
        ['PURCHASE', 62],
        ['AFTER_SALES', 17],
        ['COMPLAINT', 6],
        ['NEGOTIATION', 8],
        ['OTHER', 7],
      ]);
}

function hostOf(
  desk: string,
  known: DemoCustomer | null,
  staff: readonly DemoStaff[],
  random: Random,
  day: number,
): DemoStaff | null {
  if (desk === 'HQ') return known?.owner ?? random.pick(staff.filter((one) => one.region === null));
  const there = staff.filter((one) => one.department === desk && (one.left === null || day < one.left));
  return there.length > 0 ? random.pick(there) : null;
}

function visitor(
  known: DemoCustomer | null,
  desk: string,
  random: Random,
  { identifiers }: CustomerFacts,
): Partial<Row> {
  const gender = random.chance(0.5) ? 'FEMALE' : 'MALE';
  const stranger = personName(random, gender, random.whole(1965, 2002)).name;
  return {
    visitorName: known?.person?.name ?? stranger,
    organisation: known?.company?.legalName ?? null,
    customerId: known?.id ?? null,
    // A customer's own number stands in the file.
    phone: !known?.person && random.chance(0.7) ? identifiers.mobile(random) : null,
    // Headquarters ask for a document; the full number is not kept (F37).
    idNoLast4:
      desk === 'HQ'
        ? `${String(random.whole(0, 999)).padStart(3, '0')}${random.pick([...'0123456789X'])}`
        : null,
  };
}

/** Most have left; of today's some are still there, and now and then somebody was not signed out. */
function departure(
  arrivedAt: number,
  until: number,
  random: Random,
  purpose: Purpose,
): Pick<Row, 'leftAt' | 'outcome'> {
  const leftAt = arrivedAt + random.whole(12, purpose === 'MEETING' ? 180 : 110) * 60_000;
  if (leftAt > until || random.chance(0.012)) return { leftAt: null, outcome: null };
  return {
    leftAt: instantText(leftAt),
    outcome: random.chance(0.75) ? random.pick(outcomes[purpose]) : null,
  };
}
