import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse, readyOrder } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

async function shipped(quantity: string): Promise<{ readonly order: string; readonly line: string }> {
  const order = await readyOrder(house, [quantity, '1']);
  const { id } = (await house.act('logistics', 'planShipment', { orderId: order, carrier: '顺丰' })) as {
    id: string;
  };
  await house.step('logistics', 'dispatchShipment', 'shipment', id);
  const [line] = await house.services.database.query<{ id: string }>(
    'SELECT id FROM order_line WHERE order_id = ? ORDER BY line_no',
    [order],
  );
  return { order, line: String(line?.id) };
}
const open = async (by: string, input: Record<string, unknown>): Promise<string> =>
  (
    (await house.act(by, 'openAfterSales', { kind: 'RETURN', description: '尺寸不符', ...input })) as {
      id: string;
    }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'after_sales_case', id, input);

describe('an after-sales case', () => {
  test('is taken up within four working hours by whoever answers in the phase (R3.5)', async () => {
    const id = await open('service', { customerId: house.customers.early, kind: 'INSTALL' });
    // The house's clock stands at ten on a Saturday morning: four hours of Monday.
    expect(await house.row('after_sales_case', id)).toMatchObject({
      acknowledge_due_at: '2026-03-09 05:00:00.000',
      phase: 'EARLY',
    });
    expect(await refusal(step('ops', 'acknowledgeAfterSales', id))).toMatchObject({
      key: 'serviceGuard.accountable',
    });
    await step('kam', 'acknowledgeAfterSales', id);
  });

  test('takes goods back once: returned never exceeds shipped', async () => {
    const { order, line } = await shipped('10');
    const input = { customerId: house.customers.regular, orderId: order };
    expect(
      await refusal(open('ops', { ...input, lines: [{ orderLineId: line, quantity: '11' }] })),
    ).toMatchObject({
      key: 'serviceGuard.returnWithinShipped',
    });
    const first = await open('ops', { ...input, lines: [{ orderLineId: line, quantity: '7' }] });
    const second = await open('ops', { ...input, lines: [{ orderLineId: line, quantity: '7' }] });
    for (const id of [first, second]) {
      await step('ops', 'acknowledgeAfterSales', id);
      await step('ops', 'diagnoseAfterSales', id);
      await step('ops', 'actOnAfterSales', id, { diagnosis: '发错规格' });
    }
    await step('ops', 'finishAfterSales', first, { result: '已退货', restock: true });
    expect(await refusal(step('ops', 'finishAfterSales', second, { result: '已退货' }))).toMatchObject({
      key: 'serviceGuard.returnWithinShipped',
    });
    expect(await house.row('order_line', line)).toMatchObject({
      returned_quantity: '7.000',
      shipped_quantity: '10.000',
    });
    await step('ops', 'confirmAfterSales', first, { answer: 'SATISFIED' });
    await step('ops', 'closeAfterSales', first);
    expect(await house.row('after_sales_case', first)).toMatchObject({ state: 'CLOSED', late: 0 });
  });

  test('in dispute becomes a complaint with everything filled in, and waits for it', async () => {
    const { order } = await shipped('2');
    const id = await open('ops', { customerId: house.customers.regular, orderId: order, kind: 'REPAIR' });
    await step('ops', 'disputeAfterSales', id, { reason: '客户不认可责任' });
    const row = await house.row('after_sales_case', id);
    expect(row.state).toBe('DISPUTED');
    expect(await house.row('complaint', String(row.complaint_id))).toMatchObject({
      category: 'AFTER_SALES',
      state: 'REGISTERED',
      key_account: 1,
    });
    expect(await refusal(step('ops', 'settleDispute', id, { reason: '达成一致' }))).toMatchObject({
      key: 'serviceGuard.complaintSettled',
    });
  });
});

describe('technical support', () => {
  const support = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
    house.step(by, name, 'tech_support_request', id, input);

  test('is coordinated by the account manager, solved by the engineer assigned, signed by the customer (R3.6)', async () => {
    const { id } = (await house.act('ops', 'requestSupport', {
      customerId: house.customers.regular,
      type: 'SUPPORT',
      level: 'LEVEL_1',
      problem: '设备无法启动',
    })) as { id: string };
    const row = await house.row('tech_support_request', id);
    expect(String(row.coordinator_id)).toBe(house.people.kam);
    expect(row.response_due_at).toBe('2026-03-07 04:00:00.000');
    await support('kam', 'assignSupport', id, { engineerId: house.people.tech });
    house.clock.forward(1800);
    await support('tech', 'startSupport', id, { mode: 'REMOTE' });
    expect(await refusal(support('tech', 'solveSupport', id))).toMatchObject({
      key: 'serviceGuard.solutionGiven',
    });
    await support('tech', 'solveSupport', id, { solution: '更换电源' });
    expect(await refusal(support('kam', 'confirmSupport', id, { answer: 'SOLVED' }))).toMatchObject({
      key: 'serviceGuard.signatureGiven',
    });
    await support('kam', 'confirmSupport', id, { answer: 'SOLVED', signedBy: '周工' });
    await support('kam', 'closeSupport', id);
    expect(await house.row('tech_support_request', id)).toMatchObject({
      state: 'CLOSED',
      minutes_to_respond: 30,
    });
  });

  test('is not begun by an engineer to whom it was not given', async () => {
    const other = await house.person('tech2', ['TECH'], { departmentId: house.departments.technics ?? null });
    const { id } = (await house.act('ops', 'requestSupport', {
      customerId: house.customers.regular,
      type: 'ASSURANCE',
      level: 'LEVEL_2',
      problem: '现场保障',
    })) as { id: string };
    await support('kam', 'assignSupport', id, { engineerId: house.people.tech });
    expect(await refusal(support(other, 'startSupport', id, { mode: 'ON_SITE' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
