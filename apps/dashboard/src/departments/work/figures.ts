import { personalDataReveal, roleGrant } from '@kehu/domain/administration/access-records';
import { exportRun } from '@kehu/domain/administration/data-runs';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import { staff } from '@kehu/domain/organisation/organisation';
import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import type { Rights } from '../../data/rights';
import { type Filter, whereOf } from '../../data/where';
import { monthBack, today } from '../../ui/figures';
import type { workTexts } from './texts';

/** One aggregate of the server: how many records of a kind a filter finds, and perhaps the sum of a field. */
export interface Measure {
  readonly kind: Kind;
  readonly filter: Filter;
  readonly sum?: string;
}

/** A key figure: what it counts, against what it is read, and the list behind it. */
export interface Figure {
  readonly id: string;
  readonly label: keyof typeof workTexts;
  readonly value: Measure;
  readonly against: Measure | null;
  readonly note: keyof typeof workTexts;
  readonly format: 'count' | 'money';
}

/** Whether the person keeps customers of his or her own, rather than working on everybody's. */
export function keepsCustomers(rights: Rights): boolean {
  const works = rights.may('UPDATE', customer.subject) && !rights.mayForAll('UPDATE', customer.subject);
  return works && rights.seesField(customer, 'owner');
}

/** Whether the person ships: orders are his or hers while they are ready, partly shipped or on their way. */
export function ships(rights: Rights): boolean {
  return rights.may('PERFORM', 'shipment') && rights.reads(order) && !rights.mayForAll('READ', order.subject);
}

const most = 6;

/** The figures of a person's first page: at most six, only of what he or she may read, what must be done first. */
export function figuresFor(rights: Rights, staffId: string, now: Date, zone: string): readonly Figure[] {
  const day = today(now, zone);
  const tomorrow = today(new Date(now.getTime() + 86_400_000), zone);
  const inThreeDays = today(new Date(now.getTime() + 3 * 86_400_000), zone);
  const weekAgo = today(new Date(now.getTime() - 6 * 86_400_000), zone);
  const month = { from: `${monthBack(now, zone, 0)}-01`, to: tomorrow };
  const before = { from: `${monthBack(now, zone, 1)}-01`, to: `${monthBack(now, zone, 0)}-01` };
  const mine: Filter = keepsCustomers(rights) ? { owner: staffId } : {};
  const count = (kind: Kind, filter: Filter): Measure => ({ kind, filter });

  const shipping: readonly Figure[] = [
    {
      id: 'toShip',
      label: 'toShip',
      value: count(order, { state: ['READY', 'PARTLY_SHIPPED'] }),
      against: count(order, { state: ['READY', 'PARTLY_SHIPPED'], requiredAt: { to: day } }),
      note: 'overdueNote',
      format: 'count',
    },
    {
      id: 'shipSoon',
      label: 'shipSoon',
      value: count(order, { state: ['READY', 'PARTLY_SHIPPED'], requiredAt: { from: day, to: inThreeDays } }),
      against: count(order, { state: ['READY', 'PARTLY_SHIPPED'], requiredAt: { from: day, to: tomorrow } }),
      note: 'todayNote',
      format: 'count',
    },
    {
      id: 'partly',
      label: 'partly',
      value: count(order, { state: ['PARTLY_SHIPPED'] }),
      against: count(order, { state: ['PARTLY_SHIPPED'], requiredAt: { to: day } }),
      note: 'overdueNote',
      format: 'count',
    },
    {
      id: 'onTheWay',
      label: 'onTheWay',
      value: count(order, { state: ['SHIPPED'] }),
      against: count(order, { state: ['SHIPPED'], requiredAt: { to: day } }),
      note: 'overdueNote',
      format: 'count',
    },
  ];
  if (ships(rights)) return shipping;

  const candidates: (Figure | false)[] = [
    rights.may('APPROVE', roleGrant.subject) && {
      id: 'grants',
      label: 'grants',
      value: count(roleGrant, { state: 'PENDING' }),
      against: count(roleGrant, { state: 'ACTIVE' }),
      note: 'grantsNote',
      format: 'count',
    },
    rights.seesField(customer, 'nextContactDue') && {
      id: 'due',
      label: 'due',
      value: count(customer, { ...mine, nextContactDue: { to: tomorrow } }),
      against: count(customer, { ...mine, nextContactDue: { to: day } }),
      note: 'dueNote',
      format: 'count',
    },
    'owner' in mine
      ? {
          id: 'mine',
          label: 'mine',
          value: count(customer, mine),
          against: count(customer, {}),
          note: 'mineNote',
          format: 'count',
        }
      : rights.reads(customer) && {
          id: 'customers',
          label: 'customers',
          value: count(customer, {}),
          against: null,
          note: 'customersNote',
          format: 'count',
        },
    rights.seesField(customer, 'createdAt') && {
      id: 'newCustomers',
      label: 'newCustomers',
      value: count(customer, { createdAt: month }),
      against: count(customer, { createdAt: before }),
      note: 'lastMonth',
      format: 'count',
    },
    rights.reads(order) && {
      id: 'orders',
      label: 'orders',
      value: count(order, { orderedAt: month }),
      against: count(order, { orderedAt: before }),
      note: 'lastMonth',
      format: 'count',
    },
    rights.seesField(order, 'total') && {
      id: 'amount',
      label: 'amount',
      value: { kind: order, filter: { orderedAt: month }, sum: 'total' },
      against: { kind: order, filter: { orderedAt: before }, sum: 'total' },
      note: 'lastMonth',
      format: 'money',
    },
    rights.reads(visitorRegistration) && {
      id: 'visits',
      label: 'visits',
      value: count(visitorRegistration, { arrivedAt: { from: day, to: tomorrow } }),
      against: count(visitorRegistration, { arrivedAt: { from: weekAgo, to: tomorrow } }),
      note: 'visitsNote',
      format: 'count',
    },
    rights.mayForAll('READ', personalDataReveal.subject) &&
      !rights.reads(order) && {
        id: 'reveals',
        label: 'reveals',
        value: count(personalDataReveal, { at: month }),
        against: count(personalDataReveal, { at: before }),
        note: 'lastMonth',
        format: 'count',
      },
    rights.mayForAll('READ', exportRun.subject) &&
      !rights.reads(order) && {
        id: 'exports',
        label: 'exports',
        value: count(exportRun, { createdAt: month }),
        against: count(exportRun, { createdAt: month, containsPersonalData: true }),
        note: 'exportsNote',
        format: 'count',
      },
    rights.may('CREATE', staff.subject) && {
      id: 'staff',
      label: 'staff',
      value: count(staff, { status: 'ACTIVE' }),
      against: count(staff, { status: 'ACTIVE', login: { isNull: false } }),
      note: 'staffNote',
      format: 'count',
    },
  ];
  return candidates.filter((each): each is Figure => each !== false).slice(0, most);
}

export type Side = 'value' | 'against';

/** One document for one side of all figures: an aggregate each (a document may have ten root fields). */
export function figuresText(
  figures: readonly Figure[],
  side: Side,
): { text: string | null; variables: Record<string, unknown> } {
  const declared: string[] = [];
  const asked: string[] = [];
  const variables: Record<string, unknown> = {};
  for (const { id, [side]: measure } of figures) {
    if (!measure) continue;
    const where = whereOf(measure.kind, measure.filter);
    if (where) {
      declared.push(`$${id}: ${measure.kind.name}Where`);
      variables[id] = where;
    }
    const sum = measure.sum ? ` sum { ${measure.sum} }` : '';
    asked.push(`${id}: ${measure.kind.plural}Aggregate${where ? `(where: $${id})` : ''} { count${sum} }`);
  }
  if (asked.length === 0) return { text: null, variables };
  const head = declared.length ? `(${declared.join(', ')})` : '';
  return { text: `query MyWork${head} { ${asked.join(' ')} }`, variables };
}

export type FigureAnswer = Readonly<
  Record<
    string,
    readonly { readonly count: number; readonly sum?: Readonly<Record<string, string | null>> }[]
  >
>;

/** A measure's number out of the answer of its side. */
export function numberOf(
  answer: FigureAnswer | undefined,
  figure: Figure,
  side: Side,
): string | number | null {
  const measure = figure[side];
  const [row] = answer?.[figure.id] ?? [];
  if (!measure || !row) return null;
  return measure.sum ? (row.sum?.[measure.sum] ?? '0') : row.count;
}
