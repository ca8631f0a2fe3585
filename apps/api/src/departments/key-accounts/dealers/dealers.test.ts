import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

let count = 0;
const customer = (owner = 'kam') => {
  count += 1;
  return house.plant('Customer', {
    type: 'DEALER',
    partyType: 'ORGANISATION',
    name: `商行${count}`,
    ownerId: house.people[owner] ?? null,
    departmentId: house.departments.sales ?? null,
    regionId: house.region,
  });
};
const dealer = async (more: object = {}) =>
  (
    (await house.act('kam', 'createDealer', {
      customerId: await customer(),
      territory: '浙江省',
      level: '一级',
      ...more,
    })) as { id: string }
  ).id;
const step = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'dealer', id, input);
const rule = (by: string, name: string, id: string, input: Record<string, unknown> = {}) =>
  house.step(by, name, 'dealer_policy', id, input);
const draft = async (code: string) =>
  (
    (await house.act('kam', 'draftDealerRule', { code, title: '窜货管理', text: '不得跨区销售。' })) as {
      id: string;
    }
  ).id;
const state = async (id: string) => (await house.row('dealer_policy', id)).state;
const reviewed = async (code: string) => {
  const id = await draft(code);
  await rule('kam', 'submitDealerRule', id, { effectiveOn: '2026-04-01' });
  await rule('head', 'reviewDealerRule', id, { decision: 'PASS' });
  return id;
};

describe('a dealer', () => {
  test('is made of a customer once, and is its maker’s to answer for', async () => {
    const customerId = await customer();
    const input = { customerId, territory: '浙江省', level: '一级' };
    const { id } = (await house.act('kam', 'createDealer', input)) as { id: string };
    const row = await house.row('dealer', id);
    expect(row).toMatchObject({ state: 'ACTIVE', territory: '浙江省' });
    expect([String(row.manager_id), String(row.region_id)]).toEqual([house.people.kam, house.region]);
    expect(await refusedFields(house.act('kam', 'createDealer', input))).toEqual({
      customerId: 'dealer.exists',
    });
    expect(await refusedFields(house.act('kam', 'createDealer', { customerId: await customer() }))).toEqual({
      territory: 'input.required',
      level: 'input.required',
    });
  });

  test('gets its credit limit from the head alone, who also suspends, resumes and ends it with a reason', async () => {
    const id = await dealer();
    await step('kam', 'updateDealer', id, { territory: '江苏省' });
    expect(await refusal(step('kam', 'updateDealer', id, { creditLimit: '5' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await step('head', 'updateDealer', id, { creditLimit: '500000' });
    expect(await house.row('dealer', id)).toMatchObject({ territory: '江苏省', credit_limit: '500000.00' });
    expect(await refusal(step('kam', 'suspendDealer', id, { reason: '欠款' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusedFields(step('head', 'suspendDealer', id))).toEqual({ reason: 'input.required' });
    await step('head', 'suspendDealer', id, { reason: '欠款' });
    expect(await refusal(step('head', 'suspendDealer', id, { reason: '欠款' }))).toMatchObject({
      key: 'dealer.notActive',
    });
    await step('head', 'resumeDealer', id, { reason: '已付清' });
    await step('gm', 'endDealer', id, { reason: '协议到期' });
    expect((await house.row('dealer', id)).state).toBe('ENDED');
    expect(await refusal(step('head', 'updateDealer', id, { level: '二级' }))).toMatchObject({
      key: 'dealer.ended',
    });
  });

  test('has rebates by the month, to the cent, until they are paid; and breaches of territory', async () => {
    const id = await dealer();
    const rebate = (more: object) =>
      house.act('kam', 'recordRebate', {
        dealerId: id,
        period: '2026-02',
        basis: '1000.55',
        rate: 0.015,
        ...more,
      });
    await rebate({});
    const one = async () =>
      (
        await house.services.database.query<Record<string, unknown>>(
          'SELECT amount, paid_on FROM dealer_rebate WHERE dealer_id = ?',
          [id],
        )
      ).map(({ amount }) => amount);
    expect(await one()).toEqual(['15.01']);
    await rebate({ amount: '20', paidOn: '2026-03-05' });
    expect(await one()).toEqual(['20.00']);
    expect(await refusal(rebate({}))).toMatchObject({ key: 'dealer.rebatePaid' });
    await house.act('kam', 'recordTerritoryBreach', {
      dealerId: id,
      foundOn: '2026-03-01',
      place: '福州',
      productId: house.products[0],
      measure: '口头警告',
    });
    expect(
      await house.services.database.query('SELECT place FROM territory_breach WHERE dealer_id = ?', [id]),
    ).toEqual([{ place: '福州' }]);
    expect(
      await refusal(
        house.act('kam2', 'recordTerritoryBreach', { dealerId: id, foundOn: '2026-03-01', place: '福州' }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a dealer rule', () => {
  test('is drafted, reviewed by the head, and enacted by the general manager from a date on (D4)', async () => {
    const id = await draft('GZ-1');
    expect(await refusal(rule('kam', 'submitDealerRule', id))).toMatchObject({
      key: 'approvalGuard.effectiveDateGiven',
      article: 'R3.7',
    });
    await rule('kam', 'submitDealerRule', id, { effectiveOn: '2026-04-01' });
    expect(await refusal(rule('kam', 'updateDealerRule', id, { title: '改' }))).toMatchObject({
      key: 'dealer.onlyDrafts',
    });
    expect(await refusal(rule('head', 'reviewDealerRule', id, { decision: 'RETURN' }))).toMatchObject({
      key: 'approvalGuard.reasonGiven',
    });
    await rule('head', 'reviewDealerRule', id, { decision: 'RETURN', reason: '请写明处罚' });
    await rule('kam', 'updateDealerRule', id, { text: '不得跨区销售，违者扣返利。' });
    await rule('kam', 'submitDealerRule', id);
    await rule('head', 'reviewDealerRule', id, { decision: 'PASS' });
    expect(await refusal(rule('head', 'enactDealerRule', id))).toMatchObject({ code: 'FORBIDDEN' });
    await rule('gm', 'enactDealerRule', id);
    const row = await house.row('dealer_policy', id);
    expect(row).toMatchObject({ state: 'EFFECTIVE', rule_version: 1, effective_on: '2026-04-01' });
    expect(String(row.approved_by_id)).toBe(house.people.gm);
  });

  test('takes the place of the version before it, of its own code alone', async () => {
    const other = await reviewed('GZ-3');
    await rule('gm', 'enactDealerRule', other);
    const first = await reviewed('GZ-2');
    await rule('gm', 'enactDealerRule', first);
    const second = await reviewed('GZ-2');
    expect((await house.row('dealer_policy', second)).rule_version).toBe(2);
    expect(await state(first)).toBe('EFFECTIVE');
    await rule('gm', 'enactDealerRule', second);
    expect([await state(first), await state(second), await state(other)]).toEqual([
      'SUPERSEDED',
      'EFFECTIVE',
      'EFFECTIVE',
    ]);
  });

  test('enacted twice at once leaves one version in force', async () => {
    const [first, second] = [await reviewed('GZ-4'), await reviewed('GZ-4')];
    await Promise.all([rule('gm', 'enactDealerRule', first), rule('gm', 'enactDealerRule', second)]);
    expect([await state(first), await state(second)].sort()).toEqual(['EFFECTIVE', 'SUPERSEDED']);
  });
});
