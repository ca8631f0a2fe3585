import { dayIn } from '@kehu/domain/text/dates';
import { Decimal } from 'decimal.js';
import type { Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { inOrderOf } from '../../../records/in-order.js';
import { takeStep } from '../../../workflow/act.js';
import { factsOf, rule } from '../../../workflow/clear.js';
import { orderMachine } from '../orders/machine.js';
import { payableOn, rollUpOrder } from '../orders/roll-up.js';
import { linesOf } from './plan.js';

const plus = (value: unknown, more: Decimal | string): string =>
  new Decimal(String(value ?? 0)).plus(more).toFixed(3);

/**
 * What a dispatch does to the order and the stock (D5). Locks in a fixed order: the order, its lines by id,
 * the stock by product; so that shipments at the same time wait for each other and never take too much.
 */
export async function shipGoods(work: Work, shipment: RecordRow): Promise<void> {
  const orderId = String(shipment.orderId);
  await work.load('Order', orderId);
  for (const { orderLineId, quantity } of await linesOf(work, String(shipment.id))) {
    const line = (await work.load('OrderLine', String(orderLineId))) ?? {};
    const shipped = plus(line.shippedQuantity, String(quantity));
    const most = new Decimal(String(line.quantity)).times(new Decimal(1).plus(Number(line.tolerance ?? 0)));
    if (line.removed === true || most.lt(shipped))
      throw ruleViolation('shipmentGuard.withinOpenQuantity', 'D5');
    await work.update('OrderLine', String(orderLineId), { shippedQuantity: shipped });
    await moveStock(work, line, new Decimal(String(quantity)).negated());
  }
  await rollUpOrder(work, orderId);
  await advanceOrder(work, orderId, 'dispatchShipment');
}

/** Takes from or gives back to the stock of a line's product; products without stock records are not counted. */
export async function moveStock(work: Work, line: RecordRow, by: Decimal): Promise<void> {
  if (line.productId == null) return;
  const kept = await work.find('Stock', { productId: String(line.productId) });
  if (kept.length === 0) return;
  let left = by;
  let seen = new Decimal(0);
  for (const { id } of inOrderOf(kept, 'id')) {
    const stock = (await work.load('Stock', String(id))) ?? {};
    const onHand = new Decimal(String(stock.onHand));
    seen = seen.plus(onHand);
    const change = left.gte(0) ? left : Decimal.max(left, onHand.negated());
    if (!change.isZero()) await work.update('Stock', String(id), { onHand: onHand.plus(change).toFixed(3) });
    left = left.minus(change);
    if (left.isZero()) return;
  }
  const product = await work.peek('Product', String(line.productId));
  throw ruleViolation('stock.short', 'D5', { product: String(product?.name ?? ''), onHand: seen.toString() });
}

/** What a receipt does to the lines: signed is delivered, refused comes back. */
export async function receiveGoods(
  work: Work,
  shipment: RecordRow,
  received: ReadonlyMap<string, { readonly signed: string; readonly refused: string }>,
): Promise<void> {
  const orderId = String(shipment.orderId);
  await work.load('Order', orderId);
  for (const { id, orderLineId } of await linesOf(work, String(shipment.id))) {
    const part = received.get(String(id));
    if (!part) continue;
    const line = (await work.load('OrderLine', String(orderLineId))) ?? {};
    await work.update('ShipmentLine', String(id), {
      signedQuantity: part.signed,
      refusedQuantity: part.refused,
    });
    await work.update('OrderLine', String(orderLineId), {
      deliveredQuantity: plus(line.deliveredQuantity, part.signed),
      returnedQuantity: plus(line.returnedQuantity, part.refused),
      deliveredAt: work.now.toISOString(),
    });
  }
}

/** Takes the order on where the shipments brought it; leaves it where a guard stands against it. */
export async function advanceOrder(
  work: Work,
  orderId: string,
  act: 'dispatchShipment' | 'deliverOrder',
): Promise<void> {
  const order = (await work.load('Order', orderId)) ?? {};
  const facts = await factsOf(work, orderMachine, order);
  const today = dayIn(work.context.organisation.zone, work.now);
  const { cleared } = await rule(orderMachine, {
    act,
    outcome: null,
    row: order,
    state: facts.state,
    facts,
    actor: work.actor,
    load: work.loader,
    today,
  });
  if (!cleared) return;
  const delivered =
    act === 'deliverOrder'
      ? { deliveredAt: work.now.toISOString(), payableOn: payableOn(today, order.paymentDays) }
      : { shippedAt: work.now.toISOString() };
  await takeStep(work, orderMachine, order, cleared, { changes: delivered });
}
