import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import { customer } from '@kehu/domain/customers/customer';
import type { lifecycle } from '@kehu/domain/customers/vocabularies';
import type { NewRow } from './batch.js';
import { at, dateText, instantText, localDay } from './calendar.js';
import type { DemoCustomer } from './customer-plan.js';
import type { DemoHouse } from './house.js';
import { type Identifiers, romanised } from './identifiers.js';
import { Random } from './random.js';

export interface CustomerFacts {
  readonly seed: string;
  readonly until: number;
  readonly house: Pick<DemoHouse, 'regionIds' | 'departmentIds'>;
  readonly identifiers: Identifiers;
  readonly nextId: () => string;
  /** When a customer ordered last; absent for whoever never did. */
  readonly lastOrders: ReadonlyMap<string, number>;
}

const acquired: Readonly<Record<'consumer' | 'business', readonly (readonly [string, number])[]>> = {
  consumer: [
    ['门店到访', 46],
    ['老客户介绍', 18],
    ['线上商城', 18],
    ['小区推广', 12],
    ['电话咨询', 6],
  ],
  business: [
    ['客户经理拓展', 48],
    ['展会', 22],
    ['老客户介绍', 18],
    ['电话咨询', 12],
  ],
};

const consumerRemarks = [
  '新房十月交付，先定客厅和主卧。',
  '偏好浅色原木，对甲醛含量很在意。',
  '家有老人，送货须提前一天电话约定。',
  '无电梯六楼，搬运费已说明。',
  '对上次送货师傅评价很好，请优先安排。',
  '周末才有时间收货。',
  '准备换儿童房家具，等学习桌到新款。',
];
const businessRemarks = [
  '付款一向准时，可优先排产。',
  '对交货期要求严格，合同有违约金条款。',
  '每季度初下单，提前两周联系采购。',
  '正在扩店，下半年预计有两处新项目。',
  '样板间验收由工程部负责。',
  '要求随货附检测报告。',
  '开票信息变更，以新版开票资料为准。',
];

/** The rows of the customers themselves. */
export function customerRows(
  customers: readonly DemoCustomer[],
  facts: CustomerFacts,
): NewRow<typeof customer>[] {
  const random = new Random(`${facts.seed} customer rows`);
  return customers.map((one, place): NewRow<typeof customer> => {
    const consumer = one.type === 'CONSUMER';
    const last = facts.lastOrders.get(one.id) ?? null;
    const state = lifecycleOf(one, last, facts.until, random);
    const contactAt = lastContact(one, last, facts.until, random);
    const opened = instantText(at(one.opened, 9, place % 60));
    return {
      id: one.id,
      customerNo: customerNumber(place + 1),
      type: one.type,
      partyType: one.person ? 'PERSON' : 'ORGANISATION',
      name: one.name,
      shortName: one.company?.shortName ?? null,
      phone: one.person
        ? facts.identifiers.mobile(random)
        : facts.identifiers.landline(random, one.city.areaCode),
      relation: relationOf(one, random),
      lifecycle: state,
      segment: one.segment,
      grade: one.grade,
      country: '中国',
      province: one.city.province,
      city: one.city.city,
      regionId: facts.house.regionIds.get(one.region) ?? null,
      storeId: one.store ? (facts.house.departmentIds.get(one.store.code) ?? null) : null,
      departmentId: facts.house.departmentIds.get(one.department) ?? null,
      ownerId: one.owner.id,
      acquiredVia: random.weighted(acquired[consumer ? 'consumer' : 'business']),
      lastContactAt: instantText(contactAt),
      nextContactDue: nextContact(one, state, contactAt, facts.until, random),
      lastVerifiedAt: random.chance(0.8) ? instantText(contactAt - random.whole(0, 220) * 86_400_000) : null,
      remark: random.chance(0.22) ? random.pick(consumer ? consumerRemarks : businessRemarks) : null,
      createdAt: opened,
      updatedAt: instantText(Math.max(contactAt, at(one.opened, 10))),
    };
  });
}

/** Customer numbers are issued in the order in which files were opened. */
export function customerNumber(no: number): string {
  return `KH-${String(no).padStart(6, '0')}`;
}

function lifecycleOf(
  one: DemoCustomer,
  lastOrder: number | null,
  until: number,
  random: Random,
): CodeOf<typeof lifecycle> {
  if (one.prospect) return 'PROSPECT';
  if (random.chance(0.003)) return 'BLACKLISTED';
  const days = lastOrder === null ? 999 : (until - lastOrder) / 86_400_000;
  // Furniture is not bought every month: a household sleeps after a year, a company after half of one.
  const sleeps = one.type === 'CONSUMER' ? 365 : 180;
  if (days <= sleeps) return 'ACTIVE';
  return days > sleeps * 2 && random.chance(0.5) ? 'LOST' : 'DORMANT';
}

function relationOf(one: DemoCustomer, random: Random): NewRow<typeof customer>['relation'] & string {
  if (one.prospect) return random.chance(0.5) ? 'TARGET' : 'POTENTIAL';
  return one.grade === 'A' || (one.type === 'KEY_ACCOUNT' && one.grade === 'B') ? 'KEY' : 'GENERAL';
}

function lastContact(one: DemoCustomer, lastOrder: number | null, until: number, random: Random): number {
  const opened = at(one.opened, 11);
  const recent = until - random.whole(1, one.type === 'CONSUMER' ? 260 : 70) * 86_400_000;
  const day = localDay(Math.max(opened, lastOrder ?? opened, random.chance(0.6) ? recent : 0));
  return Math.min(until, at(day, random.whole(9, 18), random.whole(0, 59)));
}

/**
 * Due after the last contact by grade (dossier D6). A working desk is rarely more than a few weeks
 * behind: what would be overdue for longer has been planned anew, all but a few; sleeping customers
 * are written to once and then left alone.
 */
function nextContact(
  one: DemoCustomer,
  state: CodeOf<typeof lifecycle>,
  contactAt: number,
  until: number,
  random: Random,
): string | null {
  if (state === 'BLACKLISTED' || state === 'LOST') return null;
  if (state === 'DORMANT' && random.chance(0.7)) return null;
  const days = one.prospect ? 14 : { A: 30, B: 90, C: 180, D: 180 }[one.grade ?? 'D'];
  const today = localDay(until);
  const due = localDay(contactAt) + days + random.whole(-3, 5);
  if (due >= today) return dateText(due);
  return dateText(random.chance(0.15) ? today - random.whole(1, 25) : today + random.whole(0, days));
}

/** A mail address of a person at a company or at home. */
export function mailOf(name: string, company: DemoCustomer['company'], no: number): string {
  const host = company ? `${romanised(company.shortName.slice(0, 2))}.example` : 'mail.example';
  return `${romanised(name)}${company ? '' : no % 97}@${host}`;
}
