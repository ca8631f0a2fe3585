import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse, reviewItems } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const lines = (quantity = '10') => [
  { productId: house.products[0], quantity },
  { productId: house.products[1], quantity: '2.5', unitPrice: '199.99' },
];

async function order(
  by: string,
  of: 'early' | 'regular',
  more: Record<string, unknown> = {},
): Promise<string> {
  const { id } = (await house.act(by, 'createOrder', {
    customerId: house.customers[of],
    requiredAt: '2026-04-01T00:00:00Z',
    lines: lines(),
    ...more,
  })) as { id: string };
  return id;
}

const state = async (id: string) => (await house.row('sales_order', id)).state;

/** Takes an order of the regular account to a state of its path. */
async function confirmed(notMet: readonly string[] = []): Promise<string> {
  const id = await order('ops', 'regular');
  await house.step('ops', 'submitOrder', 'sales_order', id);
  await house.step('ops2', 'reviewOrder', 'sales_order', id, { result: 'PASS', items: reviewItems(notMet) });
  if (notMet.length === 0) await confirm(id);
  return id;
}
const confirm = (id: string) =>
  house.step('ops', 'confirmOrder', 'sales_order', id, { promisedAt: '2026-03-30T00:00:00Z', mode: 'PHONE' });

describe('an order', () => {
  test('takes price, unit, tax and term from the contract, else from the product', async () => {
    const id = await order('kam', 'early');
    const row = await house.row('sales_order', id);
    expect(row).toMatchObject({ state: 'DRAFT', payment_days: 30, tax_mode: 'INCLUDED', order_version: 1 });
    expect(String(row.total)).toBe('1399.9750');
    const stored = await house.services.database.query<Record<string, unknown>>(
      'SELECT unit_price, amount, tax_amount, price_basis, unit FROM order_line WHERE order_id = ? ORDER BY line_no',
      [id],
    );
    expect(
      stored.map(({ unit_price, amount, tax_amount, price_basis }) => [
        unit_price,
        amount,
        tax_amount,
        price_basis,
      ]),
    ).toEqual([
      ['90.0000', '900.0000', '103.5398', 'CONTRACT'],
      ['199.9900', '499.9750', '57.5192', 'MANUAL'],
    ]);
  });

  test('names every bad cell of a pasted sheet at once and is not begun', async () => {
    const before = await house.services.database.query('SELECT id FROM sales_order', []);
    const fields = await refusedFields(
      house.act('kam', 'createOrder', {
        customerId: house.customers.early,
        lines: [
          { productId: house.products[0], quantity: '0' },
          { productId: '999999', quantity: '1' },
          { productId: house.products[2], quantity: 'x' },
        ],
      }),
    );
    expect(Object.keys(fields).sort()).toEqual(['lines.0.quantity', 'lines.1.productId', 'lines.2.quantity']);
    expect(await house.services.database.query('SELECT id FROM sales_order', [])).toEqual(before);
  });

  test('is the account manager’s in the early phase and operations’ afterwards (R3.2)', async () => {
    expect(await refusal(order('ops', 'early'))).toMatchObject({
      key: 'orderGuard.accountable',
      article: 'R3.2',
    });
    expect(await refusal(order('kam', 'regular'))).toMatchObject({
      key: 'orderGuard.accountable',
      article: 'R3.2',
    });
    expect(await refusal(order('kam2', 'early'))).toMatchObject({ code: 'BAD_USER_INPUT' });
    const early = await house.row('sales_order', await order('kam', 'early'));
    expect(String(early.responsible_id)).toBe(house.people.kam);
    const regular = await house.row('sales_order', await order('ops', 'regular'));
    expect(regular.responsible_id).toBeNull();
    expect(String(regular.responsible_department_id)).toBe(house.departments.operations);
  });

  test('is not reviewed by whoever submitted it, nor before all seven items are answered', async () => {
    const id = await order('ops', 'regular');
    await house.step('ops', 'submitOrder', 'sales_order', id);
    const pass = { result: 'PASS', items: reviewItems() };
    expect(await refusal(house.step('ops', 'reviewOrder', 'sales_order', id, pass))).toMatchObject({
      article: 'B7.1',
    });
    const partly = { result: 'PASS', items: reviewItems().slice(1) };
    expect(await refusal(house.step('ops2', 'reviewOrder', 'sales_order', id, partly))).toMatchObject({
      key: 'orderGuard.reviewComplete',
    });
    await house.step('ops2', 'reviewOrder', 'sales_order', id, pass);
    expect(await state(id)).toBe('REVIEWED');
  });

  test('over the credit limit waits for finance, who never asked for the release (practice, KAM 2)', async () => {
    const id = await confirmed(['CREDIT']);
    expect(await refusal(confirm(id))).toMatchObject({ key: 'orderGuard.everythingMet' });
    await house.act('ops', 'requestOrderApproval', {
      orderId: id,
      kind: 'CREDIT_RELEASE',
      reason: '季末冲量',
    });
    const [approval] = await house.services.database.query<{ id: string }>(
      'SELECT id FROM order_approval WHERE order_id = ?',
      [id],
    );
    const decide = (by: string) =>
      house.act(by, 'decideOrderApproval', { approvalId: String(approval?.id), decision: 'APPROVED' });
    expect(await refusal(decide('ops'))).toMatchObject({ code: 'FORBIDDEN' });
    await decide('finance');
    await confirm(id);
    expect(await state(id)).toBe('CONFIRMED');
  });

  test('goes on to preparation with dated milestones, and explains a slip of over two working days', async () => {
    const id = await confirmed();
    expect(await refusal(house.step('ops', 'prepareOrder', 'sales_order', id))).toMatchObject({
      key: 'orderGuard.milestonesDated',
    });
    await house.act('ops', 'planMilestones', {
      orderId: id,
      milestones: [
        { kind: 'PRODUCTION', plannedOn: '2026-03-10' },
        { kind: 'SHIPPED', plannedOn: '2026-03-20' },
      ],
    });
    await house.step('ops', 'prepareOrder', 'sales_order', id);
    await house.act('ops', 'recordMilestone', { orderId: id, kind: 'PRODUCTION', actualOn: '2026-03-18' });
    expect(await refusal(house.step('ops', 'readyOrder', 'sales_order', id))).toMatchObject({
      key: 'orderGuard.slipsExplained',
    });
    await house.act('ops', 'recordMilestone', { orderId: id, kind: 'PRODUCTION', lateReason: '缺料' });
    await house.act('ops', 'tellCustomer', { orderId: id, occasion: 'DELAY', mode: 'WECHAT' });
    await house.step('ops', 'readyOrder', 'sales_order', id);
    expect(await state(id)).toBe('READY');
    expect(await house.row('sales_order', id)).toMatchObject({
      late_milestones: 1,
      next_milestone_on: '2026-03-20',
    });
  });

  test('changed under way waits for the customer: refused it stands as before, accepted it is reviewed anew', async () => {
    const id = await confirmed();
    const before = await house.row('sales_order', id);
    const [line] = await house.services.database.query<{ id: string }>(
      'SELECT id FROM order_line WHERE order_id = ? ORDER BY line_no',
      [id],
    );
    const change = () =>
      house.step('ops', 'changeOrder', 'sales_order', id, {
        reason: '客户加量',
        lines: [
          { lineId: String(line?.id), quantity: '20' },
          { productId: house.products[2], quantity: '1' },
        ],
      });
    await change();
    expect(await house.row('sales_order', id)).toMatchObject({
      state: 'CHANGED',
      order_version: 2,
      total: '2599.9750',
    });
    const answer = (customerAnswer: string) =>
      house.step('ops', 'confirmOrderChange', 'sales_order', id, { customerAnswer, mode: 'PHONE' });
    await answer('REFUSED');
    expect(await house.row('sales_order', id)).toMatchObject({
      state: 'CONFIRMED',
      total: before.total,
      open_quantity: '12.500',
    });
    await change();
    await answer('ACCEPTED');
    expect(await state(id)).toBe('SUBMITTED');
  });

  test('held goes on where it stood', async () => {
    const id = await confirmed();
    await house.step('ops', 'holdOrder', 'sales_order', id, { reason: '货款争议' });
    expect(await refusal(house.step('ops', 'prepareOrder', 'sales_order', id))).toMatchObject({
      key: 'workflow.wrongState',
    });
    await house.step('ops', 'resumeOrder', 'sales_order', id);
    expect(await house.row('sales_order', id)).toMatchObject({ state: 'CONFIRMED', held_from: null });
  });

  test('is cancelled with a reason before anything was shipped', async () => {
    const id = await confirmed();
    await house.step('ops', 'cancelOrder', 'sales_order', id, { reason: '客户项目取消' });
    expect(await house.row('sales_order', id)).toMatchObject({
      state: 'CANCELLED',
      cancel_reason: '客户项目取消',
    });
  });

  test('can be commented on by whoever sees it, and by nobody else', async () => {
    const id = await order('ops', 'regular');
    await house.act('kam', 'commentOnOrder', { orderId: id, text: '客户希望下午送货' });
    expect(await refusal(house.act('kam2', 'commentOnOrder', { orderId: id, text: '?' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
