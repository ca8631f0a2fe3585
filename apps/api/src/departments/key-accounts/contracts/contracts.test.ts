import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { sweep } from '../../../timers/job.js';
import { timerRules } from '../../../timers/register.js';
import { fireDueTimers } from '../../../timers/round.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const draft = async (input: Record<string, unknown> = {}, by = 'kam'): Promise<string> =>
  (
    (await house.act(by, 'draftContract', {
      customerId: house.customers.early,
      name: '年度供货合同',
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      amount: '300000',
      prices: [{ productId: house.products[1], unitPrice: '180' }],
      ...input,
    })) as { id: string }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'contract', id, input);
const contract = (id: string) => house.row('contract', id);
const submitted = async (input: Record<string, unknown> = {}): Promise<string> => {
  const id = await draft({ fileIds: [await house.upload('kam')], ...input });
  await step('kam', 'submitContract', id);
  return id;
};
const approved = async (input: Record<string, unknown> = {}): Promise<string> => {
  const id = await submitted(input);
  await step('head', 'approveContract', id, { decision: 'PASS' });
  return id;
};
const pass = (by: string, id: string) => step(by, 'approveContract', id, { decision: 'PASS' });

describe('a contract', () => {
  test('is drafted with its prices, and changed until it is submitted', async () => {
    const id = await draft();
    expect(await contract(id)).toMatchObject({
      no: 'HT-20260307-0001',
      state: 'DRAFT',
      renewal_days: 60,
      tax_mode: 'INCLUDED',
      owner_id: house.people.kam,
    });
    await step('kam', 'updateContract', id, {
      amount: '310000',
      prices: [
        { productId: house.products[0], unitPrice: '80', unit: '把', taxRate: 0.09 },
        { productId: house.products[2], unitPrice: '250' },
      ],
    });
    const prices = await house.services.database.query<Record<string, unknown>>(
      'SELECT product_id, unit_price, unit, tax_rate FROM contract_price WHERE contract_id = ? ORDER BY product_id',
      [id],
    );
    expect(prices.map(({ unit_price, unit, tax_rate }) => [unit_price, unit, tax_rate])).toEqual([
      ['80.0000', '把', 0.09],
      ['250.0000', '件', 0.13],
    ]);
  });

  test('refuses dates the wrong way round, a number twice, a product twice', async () => {
    expect(await refusedFields(draft({ endsOn: '2026-03-31' }))).toEqual({
      endsOn: 'contract.endsBeforeItStarts',
    });
    await draft({ no: 'HT-X' });
    expect(await refusedFields(draft({ no: 'HT-X' }))).toEqual({ no: 'input.duplicate' });
    const price = { productId: house.products[0], unitPrice: '1' };
    expect(await refusedFields(draft({ prices: [price, price] }))).toEqual({
      'prices.1.productId': 'input.duplicate',
    });
  });

  test('is submitted with its papers only, and not changed afterwards', async () => {
    const id = await draft();
    expect(await refusal(step('kam', 'submitContract', id))).toMatchObject({
      key: 'contractGuard.papersOnFile',
    });
    await step('kam', 'submitContract', id, { fileIds: [await house.upload('kam')] });
    const files = await house.services.database.query<Record<string, unknown>>(
      'SELECT file_name FROM contract_file WHERE contract_id = ?',
      [id],
    );
    expect(files).toEqual([{ file_name: '合同.pdf' }]);
    expect(await refusal(step('kam', 'updateContract', id, { amount: '1' }))).toMatchObject({
      key: 'contract.onlyDrafts',
    });
  });

  test('takes no file of somebody else', async () => {
    const id = await draft();
    expect(
      await refusedFields(step('kam', 'submitContract', id, { fileIds: [await house.upload('kam2')] })),
    ).toEqual({ 'fileIds.0': 'input.fileGone' });
  });

  test('within the limit is the department head’s, over it the general manager’s after him', async () => {
    const small = await submitted();
    expect(await refusal(pass('gm', small))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(pass('kam', small))).toMatchObject({ code: 'FORBIDDEN' });
    await pass('head', small);
    expect(await contract(small)).toMatchObject({ state: 'ACTIVE', approved_by_id: house.people.head });

    const large = await submitted({ amount: '500000.01' });
    await pass('head', large);
    expect(await contract(large)).toMatchObject({ state: 'GM_REVIEW', approved_by_id: null });
    await pass('gm', large);
    expect(await contract(large)).toMatchObject({ state: 'ACTIVE', approved_by_id: house.people.gm });

    const unsaid = await submitted({ amount: null });
    await pass('head', unsaid);
    expect(await contract(unsaid)).toMatchObject({ state: 'GM_REVIEW' });
  });

  test('is returned with a reason, changed and submitted again', async () => {
    const id = await submitted();
    const back = (input: Record<string, unknown>) =>
      step('head', 'approveContract', id, { decision: 'RETURN', ...input });
    expect(await refusal(back({}))).toMatchObject({ key: 'contractGuard.reasonGiven' });
    await back({ reason: '账期过长' });
    expect(await contract(id)).toMatchObject({ state: 'RETURNED', review_note: '账期过长' });
    await step('kam', 'updateContract', id, { paymentDays: 30 });
    await step('kam', 'submitContract', id);
    expect(await contract(id)).toMatchObject({ state: 'DEPT_REVIEW', review_note: null });
  });

  test('is not approved by whoever drafted it, whatever he is besides', async () => {
    const both = await house.person('both', ['KAM', 'DEPT_HEAD'], {
      departmentId: house.departments.sales,
      regionId: house.region,
    });
    const customerId = await house.plant('Customer', {
      type: 'KEY_ACCOUNT',
      partyType: 'ORGANISATION',
      name: '自批客户',
      ownerId: both,
      departmentId: house.departments.sales ?? '',
    });
    const id = await draft({ customerId }, both);
    await step(both, 'submitContract', id, { fileIds: [await house.upload(both)] });
    expect(await refusal(pass(both, id))).toMatchObject({ key: 'contractGuard.authorDoesNotReview' });
  });

  test('is ended before its time by a head with a reason', async () => {
    const id = await approved();
    expect(await refusal(step('kam', 'terminateContract', id, { reason: '停产' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await step('head', 'terminateContract', id, { reason: '客户停产' });
    expect(await contract(id)).toMatchObject({ state: 'TERMINATED', ended_reason: '客户停产' });
  });
});

describe('as time goes by', () => {
  const told = async (message: string, id: string): Promise<number> => {
    const [row] = await house.services.database.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM notification WHERE message = ? AND record_id = ?',
      [message, id],
    );
    return Number(row?.n);
  };
  const days = (count: number) => house.clock.forward(count * 86_400);
  const pass30 = async () => {
    await sweep(house.services);
    await fireDueTimers(house.services, timerRules, 'test');
  };

  test('the owner is told once to renew; the renewal begins the day after, and no day is without a contract', async () => {
    const id = await approved({ startsOn: '2026-03-01', endsOn: '2026-06-30', renewalDays: 60 });
    await pass30();
    expect(await told('contract.renewalDue', id)).toBe(0);
    days(60); // 6 May; the reminder was due on 1 May
    await Promise.all([pass30(), pass30()]);
    await pass30();
    expect(await told('contract.renewalDue', id)).toBe(1);

    await step('kam', 'renewContract', id);
    expect(await refusal(step('kam', 'renewContract', id))).toMatchObject({
      key: 'contractGuard.notYetRenewed',
    });
    const [renewal] = await house.services.database.query<Record<string, unknown>>(
      'SELECT * FROM contract WHERE previous_id = ?',
      [id],
    );
    expect(renewal).toMatchObject({ state: 'DRAFT', starts_on: '2026-07-01', ends_on: '2026-10-30' });
    const next = String(renewal?.id);
    await step('kam', 'submitContract', next, { fileIds: [await house.upload('kam')] });
    await pass('head', next);
    expect(await contract(id)).toMatchObject({ state: 'ACTIVE' });
    days(56); // 1 July
    await pass30();
    expect(await contract(id)).toMatchObject({ state: 'RENEWED' });
    expect(await contract(next)).toMatchObject({ state: 'ACTIVE' });
    expect(await told('contract.expired', id)).toBe(0);
  });

  test('a contract without a renewal expires after its last day, once, and may still be renewed', async () => {
    const id = await approved({ startsOn: '2026-03-01', endsOn: '2026-07-31' });
    days(29); // 30 July
    await pass30();
    expect(await contract(id)).toMatchObject({ state: 'ACTIVE' });
    days(2);
    await Promise.all([pass30(), pass30()]);
    expect(await contract(id)).toMatchObject({ state: 'EXPIRED' });
    expect(await told('contract.expired', id)).toBe(1);
    await step('kam', 'renewContract', id, { endsOn: '2027-07-31' });
    const [renewal] = await house.services.database.query<{ id: string; starts_on: string }>(
      'SELECT id, starts_on FROM contract WHERE previous_id = ?',
      [id],
    );
    await step('kam', 'submitContract', String(renewal?.id), { fileIds: [await house.upload('kam')] });
    await pass('head', String(renewal?.id));
    expect(await contract(id)).toMatchObject({ state: 'RENEWED' });
  });
});
