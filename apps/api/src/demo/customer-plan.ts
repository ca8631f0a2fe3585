import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { customerGrade, customerType } from '@kehu/domain/customers/vocabularies';
import { dateText } from './calendar.js';
import type { DemoHouse, DemoStaff } from './house.js';
import { type CompanyName, CompanyNames, type PersonName, personName, type Trade, trades } from './names.js';
import { type City, type RegionPlan, regionPlans, type StorePlan, storePlans } from './places.js';
import { Random } from './random.js';

export type CustomerType = CodeOf<typeof customerType>;
export type Grade = CodeOf<typeof customerGrade>;

/** A customer as the demo's other parts know it, before its rows are written. */
export interface DemoCustomer {
  readonly id: string;
  readonly type: CustomerType;
  readonly person: (PersonName & { readonly gender: 'FEMALE' | 'MALE'; readonly birthDate: string }) | null;
  readonly company: (CompanyName & { readonly trade: Trade; readonly large: boolean }) | null;
  readonly name: string;
  readonly region: string;
  readonly store: StorePlan | null;
  /** Code of the department that answers for it. */
  readonly department: string;
  readonly city: City;
  readonly owner: DemoStaff;
  /** Whom the customer was taken over from, and on which day. */
  readonly handedOver: { readonly from: DemoStaff; readonly on: number } | null;
  /** Local day on which the file was opened. */
  readonly opened: number;
  /** How much it buys against others of its type; around 1. */
  readonly worth: number;
  readonly grade: Grade | null;
  readonly prospect: boolean;
  readonly segment: string;
}

/** How many of each type. */
const counts: readonly (readonly [CustomerType, number])[] = [
  ['CONSUMER', 2300],
  ['AGENT', 80],
  ['FRANCHISEE', 60],
  ['DEALER', 220],
  ['KEY_ACCOUNT', 140],
  ['CORPORATE', 200],
];

/** Of those without a date of their own: share whose file is older than the two years of orders. */
const olderShare = 0.64;
const window = 730;

/** Some three thousand customers of all six types, in the order in which their files were opened. */
export function planCustomers(
  seed: string,
  today: number,
  house: DemoHouse,
  nextId: () => string,
): readonly DemoCustomer[] {
  const random = new Random(`${seed} customers`);
  const names = new CompanyNames();
  const people = new PeopleOfPlaces(house.staff);
  const drafts = counts.flatMap(([type, count]) =>
    Array.from({ length: count }, () => draft(type, random, today, names, people)),
  );
  // A stable order: by the day of opening, then as drawn.
  return drafts.sort((a, b) => a.opened - b.opened).map((customer) => ({ ...customer, id: nextId() }));
}

type Draft = Omit<DemoCustomer, 'id'>;

function draft(
  type: CustomerType,
  random: Random,
  today: number,
  names: CompanyNames,
  people: PeopleOfPlaces,
): Draft {
  const store =
    type === 'CONSUMER' ? random.weighted(storePlans.map((plan) => [plan, plan.weight] as const)) : null;
  const region = regionOf(type, store, random);
  const city = cityOf(region, store, random);
  const opened = openedOn(random, today);
  const worth = random.skewed(0.8);
  const prospect = random.chance(type === 'CONSUMER' ? 0.07 : 0.05);
  const byPerson = type === 'CONSUMER' || (type === 'AGENT' && random.chance(0.35));
  const large = !byPerson && (type === 'KEY_ACCOUNT' || type === 'CORPORATE') && worth > 1.1;
  const company = byPerson ? null : companyOf(type, city, large, random, names);
  const person = byPerson ? personOf(random, today) : null;
  const served = people.ownerOf(type, region.code, store, random, opened);
  const { owner } = served;
  const handedOver = served.handedOver && served.handedOver.on < today ? served.handedOver : null;
  return {
    type,
    person,
    company,
    name: person?.name ?? company?.legalName ?? '',
    region: region.code,
    store,
    department: store?.code ?? (type === 'CORPORATE' ? 'CREDIT' : `SALES-${region.code}`),
    city,
    owner,
    handedOver,
    opened,
    worth,
    grade: prospect ? null : gradeOf(worth),
    prospect,
    segment: segmentOf(type, byPerson, large, worth),
  };
}

function regionOf(type: CustomerType, store: StorePlan | null, random: Random): RegionPlan {
  const code =
    store?.region ??
    random.weighted(
      type === 'CORPORATE'
        ? [
            ['EAST', 62],
            ['SOUTH', 38],
          ]
        : type === 'KEY_ACCOUNT'
          ? [
              ['EAST', 34],
              ['SOUTH', 22],
              ['NORTH', 18],
              ['CENTRAL', 14],
              ['NORTHEAST', 12],
            ]
          : [
              ['EAST', 28],
              ['SOUTH', 22],
              ['NORTH', 16],
              ['CENTRAL', 14],
              ['SOUTHWEST', 12],
              ['NORTHEAST', 8],
            ],
    );
  const found = regionPlans.find((plan) => plan.code === code);
  if (!found) throw new Error(`No region ${code}.`);
  return found;
}

/** A store's customers live in its city, a few in another one of the region. */
function cityOf(region: RegionPlan, store: StorePlan | null, random: Random): City {
  const own = region.cities.find((city) => city.city === store?.city);
  return own && random.chance(0.88) ? own : random.pick(region.cities);
}

function openedOn(random: Random, today: number): number {
  if (random.chance(olderShare)) return today - window - random.whole(1, 1100);
  // Growing: more files were opened lately than two years ago.
  return today - Math.floor(window * (1 - Math.sqrt(random.next() * 0.75 + 0.25)) * 2) - 1;
}

function personOf(random: Random, today: number): DemoCustomer['person'] {
  const gender = random.chance(0.56) ? 'FEMALE' : 'MALE';
  const age = Math.min(78, Math.max(22, Math.round(24 + random.skewed(0.45) * 17)));
  const birthDate = dateText(today - age * 365 - random.whole(1, 364));
  return { ...personName(random, gender, Number(birthDate.slice(0, 4))), gender, birthDate };
}

function companyOf(
  type: CustomerType,
  city: City,
  large: boolean,
  random: Random,
  names: CompanyNames,
): DemoCustomer['company'] {
  const list: readonly Trade[] = trades[type === 'CONSUMER' ? 'AGENT' : type];
  const trade = random.pick(list);
  return { ...names.make(random, city.city, trade.word, large), trade, large };
}

function gradeOf(worth: number): Grade {
  if (worth > 2.1) return 'A';
  if (worth > 1.1) return 'B';
  return worth > 0.45 ? 'C' : 'D';
}

function segmentOf(type: CustomerType, byPerson: boolean, large: boolean, worth: number): string {
  if (type === 'CONSUMER') return '家庭消费';
  if (type === 'KEY_ACCOUNT' || type === 'CORPORATE') {
    if (large) return '大型企业';
    return worth > 0.6 ? '中型企业' : '小微企业';
  }
  return byPerson ? '小微企业' : '渠道伙伴';
}

/** Who serves whom, by place and post. */
class PeopleOfPlaces {
  readonly #staff: readonly DemoStaff[];

  constructor(staff: readonly DemoStaff[]) {
    this.#staff = staff;
  }

  #of(department: string, role: DemoStaff['roles'][number]): DemoStaff | undefined {
    return this.#staff.find((one) => one.department === department && one.roles.includes(role));
  }

  ownerOf(
    type: CustomerType,
    region: string,
    store: StorePlan | null,
    random: Random,
    opened: number,
  ): Pick<DemoCustomer, 'owner' | 'handedOver'> {
    const sales = `SALES-${region}`;
    const manager = this.#of(sales, 'AREA_MANAGER');
    const keyAccounts = this.#of(sales, 'KAM');
    if (store) {
      const supervisor = this.#of(store.code, 'STORE_SUP');
      const first = random.chance(0.72) ? this.#of(store.code, 'STORE_STAFF') : supervisor;
      if (!supervisor || !first) throw new Error(`Nobody works in the store ${store.code}.`);
      if (first.left !== null) {
        // Whoever came after the leaver went was the supervisor's from the start.
        const from = opened < first.left ? { from: first, on: first.left - 3 } : null;
        return { owner: supervisor, handedOver: from };
      }
      return { owner: first, handedOver: null };
    }
    const owner =
      type === 'CORPORATE'
        ? this.#staff.find((one) => one.roles.includes('RM') && one.region === region)
        : type === 'KEY_ACCOUNT' || (keyAccounts !== undefined && random.chance(0.3))
          ? keyAccounts
          : manager;
    if (!owner) throw new Error(`Nobody serves ${type} in ${region}.`);
    const before =
      owner === keyAccounts && manager && manager !== owner && random.chance(0.15) ? manager : null;
    return { owner, handedOver: before ? { from: before, on: opened + random.whole(60, 400) } : null };
  }
}
