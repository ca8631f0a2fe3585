import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
let account: string;
beforeAll(async () => {
  house = await accountHouse();
  const [row] = await house.services.database.query<{ id: string }>(
    'SELECT id FROM key_account WHERE customer_id = ?',
    [house.customers.early],
  );
  account = String(row?.id);
});
afterAll(() => house.close());

const idOf = async (act: Promise<unknown>) => ((await act) as { id: string }).id;
const budget = (planned = '1000') =>
  idOf(
    house.act('kam', 'allocateResource', {
      name: '三月招商',
      kind: 'SOLICITATION',
      period: '2026-03',
      keyAccountId: account,
      planned,
    }),
  );
const solicitation = () =>
  house.plant('Solicitation', {
    no: `ZS-${Math.random().toString(36).slice(2, 10)}`,
    prospect: '新客户',
    regionId: house.region,
    ownerId: house.people.kam ?? null,
    stage: 'LEAD',
    stageSince: '2026-03-01T00:00:00Z',
    cost: '0',
  });
const cost = (amount: string, more: object = {}) =>
  idOf(
    house.act('kam', 'addCostEntry', {
      kind: 'SOLICITATION',
      period: '2026-03',
      description: '差旅',
      amount,
      keyAccountId: account,
      ...more,
    }),
  );
const used = async (id: string) =>
  new Decimal(String((await house.row('resource_allocation', id)).used)).toNumber();
const spent = async (column: string, id: string) => {
  const [row] = await house.services.database.query<{ n: string }>(
    `SELECT CAST(COALESCE(SUM(amount), 0) AS CHAR) AS n FROM cost_entry WHERE ${column} = ?`,
    [id],
  );
  return Number(row?.n);
};
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'expense_claim', id, input);
const request = (requested: string, more: object = {}) =>
  idOf(
    house.act('kam', 'requestExpense', {
      kind: 'SOLICITATION',
      purpose: '展会摊位',
      requested,
      keyAccountId: account,
      ...more,
    }),
  );
const claimed = async (requested: string, more: object = {}) => {
  const id = await request(requested, more);
  await step('head', 'decideExpense', id, { decision: 'PASS' });
  await step('kam', 'claimExpense', id, { fileIds: [await house.upload('kam', '发票.pdf')] });
  return id;
};

describe('a cost', () => {
  test('is counted in its budget and its solicitation, exactly as recomputed, also when many come at once and when one is taken back', async () => {
    const [allocationId, solicitationId] = [await budget(), await solicitation()];
    await Promise.all(
      ['10.01', '20.02', '30.03', '40.04'].map((amount) => cost(amount, { allocationId, solicitationId })),
    );
    await cost('-20.02', { allocationId, solicitationId });
    await cost('5', { allocationId });
    expect(await used(allocationId)).toBe(85.08);
    expect(await used(allocationId)).toBe(await spent('allocation_id', allocationId));
    const of = Number((await house.row('solicitation', solicitationId)).cost);
    expect([of, await spent('solicitation_id', solicitationId)]).toEqual([80.08, 80.08]);
  });

  test('falls upon something, and is no reader’s to record', async () => {
    expect(await refusedFields(cost('1', { keyAccountId: null }))).toEqual({ keyAccountId: 'cost.onePlace' });
    expect(await refusal(house.act('finance', 'addCostEntry', {}))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusedFields(cost('1', { allocationId: '999999' }))).toEqual({
      allocationId: 'input.noSuchRecord',
    });
  });

  test('keeps a budget from being cut below it', async () => {
    const allocationId = await budget('100');
    await cost('60', { allocationId });
    const change = (planned: string) =>
      house.step('kam', 'updateAllocation', 'resource_allocation', allocationId, { planned });
    expect(await refusal(change('59.99'))).toMatchObject({ key: 'cost.belowUsed', article: 'R3.4' });
    await change('60');
    expect(await refusal(house.act('ops', 'allocateResource', { name: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('an expense', () => {
  test('is applied for, decided by another, claimed with the bill, and settled by finance as a cost (R3.4)', async () => {
    const allocationId = await budget();
    const id = await request('300', { allocationId });
    expect(await refusal(step('kam', 'decideExpense', id, { decision: 'PASS' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await step('head', 'decideExpense', id, { decision: 'PASS' });
    expect(await refusal(step('kam', 'claimExpense', id))).toMatchObject({
      key: 'approvalGuard.papersOnFile',
    });
    await step('kam', 'claimExpense', id, { fileIds: [await house.upload('kam')] });
    expect(await refusal(step('head', 'settleExpense', id))).toMatchObject({ code: 'FORBIDDEN' });
    await step('finance', 'settleExpense', id, { settled: '280.5' });
    expect(await house.row('expense_claim', id)).toMatchObject({ state: 'SETTLED', settled: '280.50' });
    const [entry] = await house.services.database.query<Record<string, unknown>>(
      'SELECT amount, period, kind, owner_id FROM cost_entry WHERE expense_id = ?',
      [id],
    );
    expect(entry).toMatchObject({ amount: '280.50', period: '2026-03', kind: 'SOLICITATION' });
    expect(String(entry?.owner_id)).toBe(house.people.kam);
    expect(await used(allocationId)).toBe(280.5);
  });

  test('is never settled above what was approved; for more it goes through the approval again, with the reason', async () => {
    const id = await claimed('300');
    expect(await refusal(step('finance', 'settleExpense', id, { settled: '300.01' }))).toMatchObject({
      key: 'approvalGuard.withinApproval',
      article: 'R3.4',
    });
    expect(await refusal(step('kam', 'reapplyExpense', id, { requested: '350', reason: ' ' }))).toMatchObject(
      {
        key: 'approvalGuard.reasonGiven',
      },
    );
    await step('kam', 'reapplyExpense', id, { requested: '350', reason: '展位涨价' });
    expect(await refusal(step('finance', 'settleExpense', id, { settled: '350' }))).toMatchObject({
      key: 'workflow.wrongState',
    });
    await step('head', 'decideExpense', id, { decision: 'PASS', reason: '同意' });
    await step('kam', 'claimExpense', id);
    await step('finance', 'settleExpense', id, { settled: '350' });
    expect(await spent('expense_id', id)).toBe(350);
  });

  test('is declined with a reason, which its applicant is told, or withdrawn by him', async () => {
    const id = await request('300');
    expect(await refusal(step('head', 'decideExpense', id, { decision: 'DECLINE' }))).toMatchObject({
      key: 'approvalGuard.reasonGiven',
    });
    await step('head', 'decideExpense', id, { decision: 'DECLINE', reason: '本月预算已尽' });
    const [told] = await house.services.database.query<{ content: unknown }>(
      "SELECT content FROM notification WHERE message = 'expense.declined' AND to_id = ?",
      [house.people.kam ?? ''],
    );
    expect(JSON.stringify(told?.content)).toContain('本月预算已尽');
    const other = await request('10');
    expect(await refusal(step('kam2', 'withdrawExpense', other))).toMatchObject({ code: 'NOT_FOUND' });
    await step('kam', 'withdrawExpense', other);
    expect((await house.row('expense_claim', other)).state).toBe('WITHDRAWN');
  });
});
