import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import { order, orderLine } from '@kehu/domain/key-accounts/order';
import type { orderState } from '@kehu/domain/key-accounts/order-vocabularies';
import type { Batch, NewRow } from './batch.js';
import { at, dateText, dayLength, instantText, localDay } from './calendar.js';
import type { DemoCustomer } from './customer-plan.js';
import type { PlannedOrder } from './order-plan.js';
import type { DemoProduct } from './products.js';
import { Random } from './random.js';

type OrderState = CodeOf<typeof orderState>;

interface Terms {
  /** Lines and pieces a line, at most and least. */
  readonly lines: readonly [number, number];
  readonly pieces: readonly [number, number];
  /** Per cent off, as they are agreed. */
  readonly discounts: readonly (readonly [number, number])[];
  /** Days until the goods are wanted. */
  readonly lead: readonly [number, number];
}

const consumerTerms: Terms = {
  lines: [1, 3],
  pieces: [1, 2],
  discounts: [
    [0, 60],
    [5, 20],
    [10, 15],
    [20, 5],
  ],
  lead: [5, 15],
};
const dealerTerms: Terms = {
  lines: [2, 5],
  pieces: [3, 14],
  discounts: [
    [20, 30],
    [25, 40],
    [30, 30],
  ],
  lead: [10, 25],
};
const keyAccountTerms: Terms = {
  lines: [1, 4],
  pieces: [8, 60],
  discounts: [
    [15, 40],
    [20, 40],
    [25, 20],
  ],
  lead: [15, 40],
};

function termsOf(customer: DemoCustomer): Terms {
  if (customer.type === 'CONSUMER') return consumerTerms;
  if (customer.type === 'KEY_ACCOUNT') return keyAccountTerms;
  // A factory furnishes an office now and then.
  return customer.type === 'CORPORATE' ? { ...keyAccountTerms, pieces: [3, 18] } : dealerTerms;
}

/** Turns planned orders into rows, month by month. */
export class OrderRows {
  readonly #random: Random;
  readonly #numbers = new Map<number, number>();

  constructor(
    seed: string,
    private readonly until: number,
    private readonly products: readonly DemoProduct[],
    private readonly regionIds: ReadonlyMap<string, string>,
    private readonly nextId: () => string,
  ) {
    this.#random = new Random(`${seed} order lines`);
  }

  /** The orders' rows and, after them, their lines'. */
  batches(planned: readonly PlannedOrder[]): Batch[] {
    const orders: NewRow<typeof order>[] = [];
    const lines: NewRow<typeof orderLine>[] = [];
    for (const one of planned) {
      const made = this.#order(one);
      orders.push(made.order);
      lines.push(...made.lines);
    }
    return [
      { kind: order, rows: orders },
      { kind: orderLine, rows: lines },
    ];
  }

  #order({ customer, orderedAt }: PlannedOrder): {
    order: NewRow<typeof order>;
    lines: NewRow<typeof orderLine>[];
  } {
    const random = this.#random;
    const id = this.nextId();
    const day = localDay(orderedAt);
    const number = (this.#numbers.get(day) ?? 0) + 1;
    this.#numbers.set(day, number);
    const terms = termsOf(customer);
    const lead = random.whole(...terms.lead);
    const requiredAt = at(day + lead, 18);
    // Two days before the date asked for on average; one in nine leaves the house too late.
    const leaves = random.chance(0.11) ? lead + random.whole(1, 6) : Math.max(1, lead - random.whole(1, 6));
    const shippedAt = at(day + leaves, random.whole(9, 17), random.whole(0, 59));
    const state = this.#state(customer, orderedAt, shippedAt);
    const shipped = ['SHIPPED', 'DELIVERED', 'COMPLETED', 'PARTLY_SHIPPED'].includes(state);
    const returned = state === 'COMPLETED' && random.chance(0.045);
    const lines = this.#lines(id, customer, terms, state, returned);
    const hundredths = lines.reduce((sum, line) => sum + line.amount, 0);
    const owner =
      customer.handedOver && day < customer.handedOver.on ? customer.handedOver.from : customer.owner;
    return {
      order: {
        id,
        orderNo: `DD${dateText(day).replaceAll('-', '')}${String(number).padStart(4, '0')}`,
        // What a store sold over the counter has a till receipt.
        receiptNo:
          customer.type === 'CONSUMER'
            ? `XP${dateText(day).replaceAll('-', '')}${String(number).padStart(4, '0')}`
            : null,
        state,
        customerId: customer.id,
        ownerId: owner.id,
        regionId: this.regionIds.get(customer.region) ?? null,
        orderedAt: instantText(orderedAt),
        requiredAt: instantText(requiredAt),
        promisedAt: state === 'DRAFT' || state === 'SUBMITTED' ? null : instantText(requiredAt),
        shippedAt: shipped ? instantText(shippedAt) : null,
        returned,
        country: '中国',
        province: customer.city.province,
        city: customer.city.city,
        ...this.#shipping(customer, hundredths),
        total: money(hundredths),
        profit: money(lines.reduce((sum, line) => sum + line.profit, 0)),
        createdAt: instantText(orderedAt),
        updatedAt: instantText(Math.min(this.until, shipped ? shippedAt + dayLength : orderedAt)),
      },
      lines: lines.map(({ row }) => ({ ...row, createdAt: instantText(orderedAt) })),
    };
  }

  /** What has become of an order by now. */
  #state(customer: DemoCustomer, orderedAt: number, shippedAt: number): OrderState {
    const random = this.#random;
    const fate = random.next();
    const days = (this.until - orderedAt) / dayLength;
    if (fate < 0.025) return 'CANCELLED';
    if (days < 120 && fate < 0.032) return 'ON_HOLD';
    if (this.until < shippedAt) {
      if (days < 1) return customer.type === 'KEY_ACCOUNT' && fate < 0.4 ? 'DRAFT' : 'SUBMITTED';
      if (days < 2) return 'REVIEWED';
      if (days < 4) return 'CONFIRMED';
      return (shippedAt - this.until) / dayLength < 1.5 ? 'READY' : 'IN_PREPARATION';
    }
    const since = (this.until - shippedAt) / dayLength;
    if (since < 4) return fate < 0.1 ? 'PARTLY_SHIPPED' : 'SHIPPED';
    return since < 12 || (since < 60 && fate > 0.97) ? 'DELIVERED' : 'COMPLETED';
  }

  #lines(
    orderId: string,
    customer: DemoCustomer,
    terms: Terms,
    state: OrderState,
    returned: boolean,
  ): { row: NewRow<typeof orderLine>; amount: number; profit: number }[] {
    const random = this.#random;
    const business = customer.type === 'KEY_ACCOUNT' || customer.type === 'CORPORATE';
    const shelf = this.products.map(
      (product) => [product, business === product.bulk ? product.demand * 3 : product.demand] as const,
    );
    const chosen = new Set<DemoProduct>();
    const wanted = random.whole(...terms.lines);
    for (let tries = 0; chosen.size < wanted && tries < 12; tries++) chosen.add(random.weighted(shelf));
    const off = random.weighted(terms.discounts);
    const cancelled = state === 'CANCELLED';
    const done = ['SHIPPED', 'DELIVERED', 'COMPLETED'].includes(state);
    return [...chosen].map((product, place) => {
      const cheap = product.price < 80_000;
      const pieces = Math.max(1, Math.round(random.whole(...terms.pieces) * (cheap ? 1.6 : 1)));
      const amount = (product.price * pieces * (100 - off)) / 100;
      const cost = Math.round(product.price * product.costShare * (0.97 + random.next() * 0.06)) * pieces;
      const shippedPieces = done ? pieces : state === 'PARTLY_SHIPPED' ? Math.floor(pieces / 2) : 0;
      return {
        amount,
        profit: amount - cost,
        row: {
          id: this.nextId(),
          orderId,
          lineNo: place + 1,
          productId: product.id,
          quantity: pieces.toFixed(3),
          unitPrice: money(product.price),
          discount: off / 100,
          amount: money(amount),
          profit: money(amount - cost),
          shippedQuantity: cancelled ? '0.000' : shippedPieces.toFixed(3),
          returnedQuantity:
            returned && place === 0 ? Math.max(1, Math.floor(shippedPieces / 4)).toFixed(3) : '0.000',
        },
      };
    });
  }

  #shipping(
    customer: DemoCustomer,
    hundredths: number,
  ): { shippingMode: string; shipper: string | null; freight: string } {
    const random = this.#random;
    if (customer.type !== 'CONSUMER') {
      const truck = hundredths > 5_000_000;
      return {
        shippingMode: truck ? '整车直达' : '标准配送',
        shipper: truck ? '远驰运输' : random.pick(['远驰运输', '安澜快运']),
        freight: money(Math.round(hundredths * (truck ? 0.012 : 0.02))),
      };
    }
    const mode = random.weighted([
      ['门店自提', 15],
      ['标准配送', 35],
      ['加急配送', 10],
      ['送货安装', 40],
    ] as const);
    const fees = { 门店自提: 0, 标准配送: 6000, 加急配送: 15_000, 送货安装: 12_000 };
    return {
      shippingMode: mode,
      shipper: mode === '门店自提' ? null : random.pick(['岚序配送', '安澜快运']),
      freight: money(hundredths > 800_000 ? 0 : fees[mode]),
    };
  }
}

/** Hundredths of a yuan as the amounts of lines are kept: four decimals, exact. */
function money(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const tenThousandths = Math.abs(Math.round(hundredths * 100));
  return `${sign}${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}
