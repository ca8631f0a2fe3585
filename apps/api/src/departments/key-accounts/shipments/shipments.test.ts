import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../../../commands/errors.js';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse, readyOrder } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

interface Line {
  readonly id: string;
  readonly quantity: string;
  readonly shipped_quantity: string;
  readonly returned_quantity: string;
  readonly delivered_quantity: string;
}
const linesOf = (orderId: string) =>
  house.services.database.query<Line>('SELECT * FROM order_line WHERE order_id = ? ORDER BY line_no', [
    orderId,
  ]);
const order = (id: string) => house.row('sales_order', id);
const plan = async (orderId: string, lines?: readonly unknown[]): Promise<string> =>
  (
    (await house.act('logistics', 'planShipment', {
      orderId,
      carrier: '顺丰',
      ...(lines ? { lines } : {}),
    })) as { id: string }
  ).id;
const ship = (id: string, name: string, input: Record<string, unknown> = {}) =>
  house.step('logistics', name, 'shipment', id, input);
const onHand = async (at: number) => {
  const [row] = await house.services.database.query<{ n: string }>(
    'SELECT CAST(on_hand AS CHAR) AS n FROM stock WHERE product_id = ?',
    [house.products[at] ?? ''],
  );
  return Number(row?.n);
};

describe('a shipment', () => {
  test('carries everything open by itself, takes the order to shipped and from the stock, and to delivered when signed for', async () => {
    const id = await readyOrder(house, ['10', '4']);
    const before = await onHand(0);
    const first = await plan(id);
    await ship(first, 'dispatchShipment', { waybillNo: 'SF1' });
    expect(await order(id)).toMatchObject({ state: 'SHIPPED', open_quantity: '0.000', shipped_lines: 2 });
    expect(await onHand(0)).toBe(before - 10);
    await ship(first, 'moveShipment', { state: 'ARRIVED' });
    expect(await refusal(ship(first, 'signShipment', { result: 'SIGNED' }))).toMatchObject({
      key: 'shipmentGuard.signerGiven',
    });
    await ship(first, 'signShipment', { result: 'SIGNED', signedBy: '李四' });
    const delivered = await order(id);
    expect(delivered).toMatchObject({ state: 'DELIVERED', payable_on: '2026-04-06' });
  });

  test('may be one of several; the order is partly shipped until the last', async () => {
    const id = await readyOrder(house, ['10', '4']);
    const [one, two] = await linesOf(id);
    const first = await plan(id, [{ orderLineId: one?.id, quantity: '6' }]);
    const second = await plan(id);
    expect(await refusal(plan(id, [{ orderLineId: two?.id, quantity: '1' }]))).toMatchObject({
      key: 'shipmentGuard.withinOpenQuantity',
    });
    await ship(first, 'dispatchShipment');
    expect(await order(id)).toMatchObject({ state: 'PARTLY_SHIPPED', open_quantity: '8.000' });
    await ship(second, 'dispatchShipment');
    expect(await order(id)).toMatchObject({ state: 'SHIPPED' });
  });

  test('never carries more than was ordered, tolerance included', async () => {
    const id = await readyOrder(house, ['100', '4'], { tolerance: 0.05 });
    const [line] = await linesOf(id);
    expect(await refusal(plan(id, [{ orderLineId: line?.id, quantity: '105.001' }]))).toMatchObject({
      article: 'D5',
    });
    await ship(await plan(id, [{ orderLineId: line?.id, quantity: '105' }]), 'dispatchShipment');
    expect((await linesOf(id))[0]?.shipped_quantity).toBe('105.000');
  });

  test('dispatched by many at once ships each piece once and takes no stock twice', async () => {
    const id = await readyOrder(house, ['10', '4']);
    const [line] = await linesOf(id);
    const before = await onHand(0);
    const shipments: string[] = [];
    for (let at = 0; at < 5; at += 1)
      shipments.push(await plan(id, [{ orderLineId: line?.id, quantity: '2' }]));
    // A sixth that was planned before the line was cut to what the others carry.
    const tooMuch = await house.plant('Shipment', {
      no: 'FH-X',
      orderId: id,
      state: 'PLANNED',
      stateSince: '2026-03-07T00:00:00Z',
      plannedOn: '2026-03-07',
      carrier: '顺丰',
    });
    await house.plant('ShipmentLine', { shipmentId: tooMuch, orderLineId: line?.id ?? '', quantity: '2' });
    const outcomes = await Promise.allSettled(
      [...shipments, tooMuch].map((shipment) => ship(shipment, 'dispatchShipment')),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ActError);
    expect((await linesOf(id))[0]?.shipped_quantity).toBe('10.000');
    expect(await onHand(0)).toBe(before - 10);
  });

  test('refused in part comes back: returned never exceeds shipped, and goes into stock again', async () => {
    const id = await readyOrder(house, ['10', '4']);
    const [line] = await linesOf(id);
    const shipment = await plan(id, [{ orderLineId: line?.id, quantity: '10' }]);
    await ship(shipment, 'dispatchShipment');
    const [part] = await house.services.database.query<{ id: string }>(
      'SELECT id FROM shipment_line WHERE shipment_id = ?',
      [shipment],
    );
    const receive = (signedQuantity: string) =>
      ship(shipment, 'signShipment', {
        result: 'PARTLY_SIGNED',
        signedBy: '李四',
        reason: '三件破损',
        lines: [{ shipmentLineId: part?.id, signedQuantity }],
      });
    expect(await refusal(receive('11'))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refusal(receive('10'))).toMatchObject({ key: 'shipmentGuard.partSigned' });
    await receive('7');
    expect((await linesOf(id))[0]).toMatchObject({
      delivered_quantity: '7.000',
      returned_quantity: '3.000',
      shipped_quantity: '10.000',
    });
    const before = await onHand(0);
    await ship(shipment, 'closeShipment', { restock: true });
    expect(await onHand(0)).toBe(before + 3);
  });

  test('with an exception waits for its resolution and goes on where it was', async () => {
    const id = await readyOrder(house, ['1', '1']);
    const shipment = await plan(id);
    await ship(shipment, 'dispatchShipment');
    await ship(shipment, 'moveShipment', { state: 'IN_TRANSIT' });
    await ship(shipment, 'reportException', { kind: 'DELAY', description: '高速封路' });
    expect(await refusal(ship(shipment, 'moveShipment', { state: 'ARRIVED' }))).toMatchObject({
      key: 'workflow.wrongState',
    });
    await ship(shipment, 'resolveException', { reason: '改道送达' });
    expect(await house.row('shipment', shipment)).toMatchObject({ state: 'IN_TRANSIT', held_from: null });
  });

  test('takes no more than lies in stock', async () => {
    const id = await readyOrder(house, ['5000', '1']);
    const shipment = await plan(id);
    const before = await onHand(0);
    expect(await refusal(ship(shipment, 'dispatchShipment'))).toMatchObject({ key: 'stock.short' });
    expect(await onHand(0)).toBe(before);
    expect(await house.row('shipment', shipment)).toMatchObject({ state: 'PLANNED' });
  });

  test('of an order on hold does not leave', async () => {
    const id = await readyOrder(house, ['1', '1']);
    const shipment = await plan(id);
    await house.step('ops', 'holdOrder', 'sales_order', id, { reason: '争议' });
    expect(await refusal(ship(shipment, 'dispatchShipment'))).toMatchObject({
      key: 'shipmentGuard.orderReady',
    });
  });

  test('is logistics’ alone', async () => {
    const id = await readyOrder(house, ['1', '1']);
    expect(await refusal(house.act('ops', 'planShipment', { orderId: id }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(house.act('kam', 'planShipment', { orderId: id }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
