import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';
import { receivables } from './receivables.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

let count = 0;
const order = (of: 'early' | 'regular', total: string, payableOn: string | null, more: object = {}) => {
  count += 1;
  return house.plant('Order', {
    orderNo: `DD-${count}`,
    state: 'COMPLETED',
    customerId: house.customers[of],
    ownerId: house.people.kam ?? null,
    regionId: house.region,
    total,
    taxMode: 'INCLUDED',
    payableOn,
    ...more,
  });
};

interface Answer {
  readonly asOf: string;
  readonly total: string;
  readonly days0To30: string;
  readonly groups: readonly Record<string, string | null>[];
}
const ask = async (by: string, grouping: string): Promise<Answer> =>
  (await receivables(grouping, await house.as(house.people[by] ?? by))) as unknown as Answer;

describe('receivables', () => {
  test('are told apart by the days over the day payable, at every edge, and less what was paid', async () => {
    // The clock stands at 2026-03-07.
    await order('regular', '1', '2026-03-08');
    await order('regular', '10', '2026-03-07');
    await order('regular', '100', '2026-02-05');
    await order('regular', '1000', '2026-02-04');
    await order('regular', '10000', '2026-01-06');
    await order('regular', '100000', '2026-01-05');
    await order('regular', '1000000', '2025-12-07');
    await order('regular', '10000000', '2025-12-06');
    await order('early', '50', '2026-03-07', { taxMode: 'EXCLUDED', taxTotal: '6.5', paidTotal: '20' });
    await order('early', '70', '2026-03-07', { paidTotal: '70' });
    await order('early', '900', '2026-03-01', { state: 'CANCELLED' });
    await order('early', '900', null);
    const answer = await ask('finance', 'customer');
    expect(answer).toMatchObject({
      asOf: '2026-03-07',
      total: '11111147.5',
      notDue: '1',
      days0To30: '146.5',
      days31To60: '11000',
      days61To90: '1100000',
      over90: '10000000',
    });
    expect(answer.groups.map(({ name, total, days0To30 }) => [name, total, days0To30])).toEqual([
      ['正式客户', '11111111', '110'],
      ['前期客户', '36.5', '36.5'],
    ]);
  });

  test('can be told apart by the manager and by the region, and open the orders behind them', async () => {
    const [byManager] = (await ask('finance', 'manager')).groups;
    expect(byManager).toMatchObject({ key: house.people.kam, name: 'kam', total: '11111147.5' });
    const [byRegion] = (await ask('finance', 'region')).groups;
    expect(byRegion).toMatchObject({ key: house.region, name: '华东' });
    expect(JSON.parse(String(byRegion?.where))).toMatchObject({
      and: [{}, { region: { id: { eq: house.region } } }],
    });
  });

  test('show each asker what his policy shows: own customers to a manager, nothing to another, no answer to a stranger', async () => {
    const foreign = await house.plant('Customer', {
      type: 'KEY_ACCOUNT',
      partyType: 'ORGANISATION',
      name: '他人客户',
      ownerId: house.people.kam2 ?? null,
      departmentId: house.departments.sales ?? null,
    });
    await order('regular', '3', '2026-03-07', { customerId: foreign, ownerId: house.people.kam2 ?? null });
    expect((await ask('finance', 'customer')).total).toBe('11111150.5');
    expect((await ask('kam', 'customer')).total).toBe('11111147.5');
    expect((await ask('kam2', 'customer')).groups.map(({ name }) => name)).toEqual(['他人客户']);
    expect(await refusal(ask('logistics', 'customer'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(ask('finance', 'planet'))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
