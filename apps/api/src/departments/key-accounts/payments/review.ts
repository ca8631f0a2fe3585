import type { OrderReviewItemKind } from '@kehu/domain/key-accounts/order-vocabularies';
import type { ReviewFindingKey } from '@kehu/domain/key-accounts/review-findings';
import { dayIn } from '@kehu/domain/text/dates';
import { Decimal } from 'decimal.js';
import type { RecordRow } from '../../../records/encode.js';
import type { FactSource } from '../../../records/source.js';
import { dueOf } from './amounts.js';
import { type Credit, creditOf } from './credit.js';

/** One of the seven items as the system finds it; texts in `reviewFindings`. */
export interface Finding {
  readonly kind: OrderReviewItemKind;
  readonly met: boolean;
  readonly text: ReviewFindingKey;
  readonly values: Readonly<Record<string, string>>;
}

export interface SystemReview {
  readonly findings: readonly Finding[];
  readonly credit: Credit;
  /** What this order adds to the credit used. */
  readonly own: Decimal;
}

interface Line {
  readonly line_no: number;
  readonly product_id: string | null;
  readonly product: string | null;
  readonly active: number | null;
  readonly quantity: string;
  readonly net_price: string;
  readonly unit: string | null;
  readonly spec: string | null;
  readonly product_unit: string | null;
  readonly list_price: string | null;
  readonly agreed_price: string | null;
  readonly agreed_unit: string | null;
}

interface StockRow {
  readonly product_id: string;
  readonly on_hand: string | null;
  readonly taken: string;
}

/**
 * Looks an order through for its seven review items (D5) as far as the records tell: products sold, quantities,
 * units, prices against contract or list, dates, stock on hand less what other confirmed orders still take, and
 * the credit that the customer uses. People decide; this is what they start from.
 */
export async function systemReview(source: FactSource, order: RecordRow): Promise<SystemReview> {
  const id = String(order.id);
  const lines = await source.rows<Line>(
    `SELECT l.line_no, l.product_id, p.name AS product, p.active, CAST(l.quantity AS CHAR) AS quantity,
       CAST(l.unit_price * (1 - COALESCE(l.discount, 0)) AS CHAR) AS net_price, l.unit, l.spec,
       p.unit AS product_unit, CAST(p.list_price AS CHAR) AS list_price,
       CAST(c.unit_price AS CHAR) AS agreed_price, c.unit AS agreed_unit
     FROM order_line l LEFT JOIN product p ON p.id = l.product_id
       LEFT JOIN contract_price c ON c.contract_id = ? AND c.product_id = l.product_id AND c.active = 1
     WHERE l.order_id = ? AND COALESCE(l.removed, 0) = 0 ORDER BY l.line_no, l.id`,
    [order.contractId == null ? null : String(order.contractId), id],
  );
  const credit = await creditOf(source, String(order.customerId), id);
  const own = Decimal.max(dueOf(order).minus(String(order.paidTotal ?? 0)), 0);
  return {
    credit,
    own,
    findings: [
      productFinding(lines),
      quantityFinding(lines),
      specFinding(lines),
      priceFinding(lines),
      dateFinding(order, dayIn(source.zone, source.now), source.zone),
      await stockFinding(source, id, lines),
      creditFinding(credit, own),
    ],
  };
}

const fine = (kind: OrderReviewItemKind): Finding => ({ kind, met: true, text: 'fine', values: {} });
const namesOf = (lines: readonly { readonly product: string | null }[]): string =>
  [...new Set(lines.map(({ product }) => product ?? '–'))].join('、');
const numbersOf = (lines: readonly Line[]): string => lines.map(({ line_no: no }) => String(no)).join('、');

function productFinding(lines: readonly Line[]): Finding {
  const gone = lines.filter(({ active }) => Number(active ?? 0) !== 1);
  return gone.length === 0
    ? fine('PRODUCT')
    : { kind: 'PRODUCT', met: false, text: 'notSold', values: { names: namesOf(gone) } };
}

function quantityFinding(lines: readonly Line[]): Finding {
  if (lines.length === 0) return { kind: 'QUANTITY', met: false, text: 'noLines', values: {} };
  const bad = lines.filter(({ quantity }) => new Decimal(quantity).lte(0));
  return bad.length === 0
    ? fine('QUANTITY')
    : { kind: 'QUANTITY', met: false, text: 'noQuantity', values: { lines: numbersOf(bad) } };
}

/** The unit is the contract's or the product's; a missing specification is pointed out, not held against it. */
function specFinding(lines: readonly Line[]): Finding {
  const other = lines.filter(({ unit, product_unit: usual, agreed_unit: agreed }) => {
    const expected = agreed ?? usual;
    return expected !== null && unit !== expected && unit !== usual;
  });
  if (other.length > 0)
    return { kind: 'SPECIFICATION', met: false, text: 'otherUnit', values: { lines: numbersOf(other) } };
  const bare = lines.filter(({ spec }) => spec === null || spec === '');
  return bare.length === 0
    ? fine('SPECIFICATION')
    : { kind: 'SPECIFICATION', met: true, text: 'noSpec', values: { lines: numbersOf(bare) } };
}

/** A contract price is kept exactly; without one, nothing is sold below the list price. */
function priceFinding(lines: readonly Line[]): Finding {
  const off = lines.filter(({ net_price: net, agreed_price: agreed, list_price: list }) =>
    agreed === null ? list !== null && new Decimal(net).lt(list) : !new Decimal(net).eq(agreed),
  );
  if (off.length > 0)
    return { kind: 'PRICE', met: false, text: 'otherPrice', values: { lines: numbersOf(off) } };
  const without = lines.filter(
    ({ agreed_price: agreed, list_price: list }) => agreed === null && list === null,
  );
  return without.length === 0
    ? fine('PRICE')
    : { kind: 'PRICE', met: false, text: 'noPrice', values: { lines: numbersOf(without) } };
}

function dateFinding({ requiredAt, promisedAt }: RecordRow, today: string, zone: string): Finding {
  if (requiredAt == null) return { kind: 'DATE', met: true, text: 'noDate', values: {} };
  const required = dayIn(zone, new Date(String(requiredAt)));
  if (required < today) return { kind: 'DATE', met: false, text: 'datePast', values: {} };
  if (promisedAt != null && dayIn(zone, new Date(String(promisedAt))) > required)
    return { kind: 'DATE', met: false, text: 'promisedLater', values: {} };
  return fine('DATE');
}

/** Products without stock records are not counted, as shipping does not count them either. */
async function stockFinding(source: FactSource, orderId: string, lines: readonly Line[]): Promise<Finding> {
  const wanted = new Map<string, { readonly product: string | null; readonly quantity: Decimal }>();
  for (const { product_id: id, product, quantity } of lines) {
    if (id === null) continue;
    const known = wanted.get(String(id))?.quantity ?? new Decimal(0);
    wanted.set(String(id), { product, quantity: known.plus(quantity) });
  }
  if (wanted.size === 0) return fine('STOCK');
  const ids = [...wanted.keys()];
  const marks = ids.map(() => '?').join(', ');
  const stock = await source.rows<StockRow>(
    `SELECT p.id AS product_id, (SELECT CAST(SUM(s.on_hand) AS CHAR) FROM stock s WHERE s.product_id = p.id) AS on_hand,
       CAST(COALESCE((SELECT SUM(GREATEST(l.quantity - COALESCE(l.shipped_quantity, 0), 0)) FROM order_line l
         JOIN sales_order o ON o.id = l.order_id
         WHERE l.product_id = p.id AND COALESCE(l.removed, 0) = 0 AND o.id <> ? AND o.confirmed_at IS NOT NULL
           AND o.state IN ('CONFIRMED', 'IN_PREPARATION', 'READY', 'PARTLY_SHIPPED', 'CHANGED', 'ON_HOLD')), 0) AS CHAR) AS taken
     FROM product p WHERE p.id IN (${marks})`,
    [orderId, ...ids],
  );
  const short: { product: string | null }[] = [];
  const unknown: { product: string | null }[] = [];
  for (const { product_id: id, on_hand: onHand, taken } of stock) {
    const want = wanted.get(String(id));
    if (!want) continue;
    if (onHand === null) unknown.push(want);
    else if (new Decimal(onHand).minus(taken).lt(want.quantity)) short.push(want);
  }
  if (short.length > 0)
    return { kind: 'STOCK', met: false, text: 'stockShort', values: { names: namesOf(short) } };
  return unknown.length === 0
    ? fine('STOCK')
    : { kind: 'STOCK', met: true, text: 'stockUnknown', values: { names: namesOf(unknown) } };
}

function creditFinding({ used, limit }: Credit, own: Decimal): Finding {
  if (limit === null) return { kind: 'CREDIT', met: true, text: 'noLimit', values: {} };
  const met = used.plus(own).lte(limit);
  return { kind: 'CREDIT', met, text: met ? 'withinLimit' : 'overLimit', values: {} };
}
