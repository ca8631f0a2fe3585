import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';
import { planActuals } from './actuals.js';
import { proposedLines } from './proposal.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const draft = async (by: string, input: Record<string, unknown>): Promise<string> =>
  ((await house.act(by, 'draftPlan', input)) as { id: string }).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'sales_plan', id, input);
const line = (amount: string) => ({
  customerId: house.customers.early,
  amount,
  quantity: '10',
  collection: amount,
  cost: '1',
});

async function approved(input: Record<string, unknown>): Promise<string> {
  const id = await draft('kam', input);
  await step('kam', 'submitPlan', id);
  await step('head', 'reviewPlan', id, { decision: 'PASS' });
  await step('gm', 'approvePlan', id, { decision: 'PASS' });
  return id;
}

describe('a sales plan', () => {
  test('is approved by department head and general manager, and locked in execution (D4)', async () => {
    const id = await draft('kam', {
      periodType: 'YEAR',
      period: '2026',
      lines: [line('1000'), line('500.5')],
    });
    expect(await house.row('sales_plan', id)).toMatchObject({
      amount: '1500.5000',
      state: 'DRAFT',
      due_at: '2025-12-31 15:59:59.000',
    });
    await step('kam', 'submitPlan', id);
    expect(await refusal(step('gm', 'reviewPlan', id, { decision: 'PASS' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(step('head', 'reviewPlan', id, { decision: 'RETURN' }))).toMatchObject({
      key: 'planGuard.reasonGiven',
    });
    await step('head', 'reviewPlan', id, { decision: 'PASS' });
    await step('gm', 'approvePlan', id, { decision: 'PASS' });
    await step('kam', 'executePlan', id);
    expect(await refusal(step('kam', 'updatePlan', id, { lines: [line('1')] }))).toMatchObject({
      key: 'plan.locked',
    });
    expect(await refusal(step('kam', 'closePlan', id))).toMatchObject({ key: 'planGuard.periodOver' });
  });

  test('of a quarter stays within its year with its sisters, tolerance included', async () => {
    const year = await approved({
      periodType: 'YEAR',
      period: '2027',
      tolerance: 0.1,
      lines: [{ ...line('1000'), quantity: '40', cost: '4' }],
    });
    await approved({ periodType: 'QUARTER', period: '2027-Q1', parentId: year, lines: [line('600')] });
    const second = await draft('kam', {
      periodType: 'QUARTER',
      period: '2027-Q2',
      parentId: year,
      lines: [line('500.01')],
    });
    expect(await refusal(step('kam', 'submitPlan', second))).toMatchObject({ key: 'planGuard.sumsToParent' });
    await step('kam', 'updatePlan', second, { lines: [line('500')] });
    await step('kam', 'submitPlan', second);
    expect(
      await refusal(draft('kam', { periodType: 'QUARTER', period: '2028-Q1', parentId: year, lines: [] })),
    ).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('revised is a new version; the old one ends when the new one is approved', async () => {
    const id = await approved({ periodType: 'MONTH', period: '2026-05', lines: [line('100')] });
    const { id: revision } = (await step('kam', 'revisePlan', id, { reason: '新增客户' })) as { id: string };
    expect(await house.row('sales_plan', revision)).toMatchObject({
      state: 'REVISION',
      plan_version: 2,
      amount: '100.0000',
    });
    await step('kam', 'updatePlan', revision, { lines: [line('150')] });
    await step('kam', 'submitPlan', revision);
    await step('head', 'reviewPlan', revision, { decision: 'PASS' });
    await step('gm', 'approvePlan', revision, { decision: 'PASS' });
    expect((await house.row('sales_plan', id)).state).toBe('SUPERSEDED');
    expect((await house.row('sales_plan', revision)).state).toBe('APPROVED');
  });

  test('is not planned twice for the same period and scope', async () => {
    await approved({ periodType: 'MONTH', period: '2026-06', lines: [line('100')] });
    const again = await draft('kam', { periodType: 'MONTH', period: '2026-06', lines: [line('100')] });
    await step('kam', 'submitPlan', again);
    await step('head', 'reviewPlan', again, { decision: 'PASS' });
    expect(await refusal(step('gm', 'approvePlan', again, { decision: 'PASS' }))).toMatchObject({
      key: 'planGuard.onlyOneApproved',
    });
  });
});

describe('planned and actual', () => {
  const sold = async (customer: string, orderedAt: string, amount: string, quantity = '1') => {
    const orderId = await house.plant('Order', {
      orderNo: `H-${orderedAt}-${amount}`,
      customerId: customer,
      ownerId: house.people.kam ?? null,
      regionId: house.region,
      orderedAt,
      total: amount,
    });
    await house.plant('OrderLine', {
      orderId,
      lineNo: 1,
      productId: house.products[0] ?? '',
      quantity,
      unitPrice: amount,
      discount: 0,
      amount,
    });
  };

  test('are proposed from past shares and computed from orders, by the organisation’s calendar', async () => {
    const { early, regular } = house.customers;
    await sold(early, '2024-02-01T00:00:00Z', '300', '3');
    await sold(regular, '2024-05-01T00:00:00Z', '100');
    await sold(early, '2025-02-01T00:00:00Z', '500', '5');
    // 1 January in Shanghai, still December in UTC.
    await sold(regular, '2025-12-31T16:00:00Z', '77');
    await sold(regular, '2025-03-01T00:00:00Z', '100.01');
    const context = await house.as(house.people.kam ?? '');
    const proposal = await proposedLines(
      { periodType: 'YEAR', period: '2026', by: 'customer', years: 3, growth: 0.1 },
      context,
    );
    // 2025: 500 + 100.01, grown by a tenth; shares of 2024 and 2025 together: 800 and 200.01 of 1000.01.
    expect(proposal.total.toString()).toBe('660.01');
    expect(proposal.lines.map(({ key, amount }) => [key, amount.toString()])).toEqual([
      [early, '528.01'],
      [regular, '132'],
    ]);
    const id = await draft('kam', {
      periodType: 'QUARTER',
      period: '2026-Q1',
      lines: proposal.lines.map(({ key, amount }) => ({
        customerId: key,
        amount: amount.toString(),
        quantity: '1',
      })),
    });
    const actuals = await planActuals(id, context);
    expect(actuals.lines.map(({ actual, completion }) => [actual, completion])).toEqual([
      ['0', 0],
      ['77', 58.3],
    ]);
    // 7 March: 66 of 90 days are over.
    expect(actuals.forecast).toBe('105');
  });

  test('of somebody else’s plan are not found', async () => {
    const id = await draft('kam', { periodType: 'MONTH', period: '2026-07', lines: [line('1')] });
    await expect(planActuals(id, await house.as(house.people.kam2 ?? ''))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
