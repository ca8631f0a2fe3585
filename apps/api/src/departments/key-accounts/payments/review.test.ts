import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse, readyOrder, reviewItems } from '../testing/account-house.js';
import { reviewProposal } from './review-proposal.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

const order = async (lines: readonly object[], more: object = {}): Promise<string> =>
  (
    (await house.act('ops', 'createOrder', {
      customerId: house.customers.regular,
      requiredAt: '2026-04-01T00:00:00Z',
      lines,
      ...more,
    })) as { id: string }
  ).id;
const found = async (id: string, by = 'ops') => {
  const { items } = await reviewProposal(id, await house.as(house.people[by] ?? by));
  return Object.fromEntries(items.map(({ kind, met, finding }) => [kind, { met, finding }]));
};
const notMet = async (id: string) =>
  Object.entries(await found(id))
    .filter(([, { met }]) => !met)
    .map(([kind]) => kind);
const limit = (amount: string | null) =>
  house.services.database.change('UPDATE organisation_profile SET credit_limit = ? WHERE customer_id = ?', [
    amount,
    house.customers.regular,
  ]);

describe('the system’s review of an order', () => {
  test('finds all seven items met on an order at the contract price, in stock, in time', async () => {
    const id = await order([{ productId: house.products[0], quantity: '10' }]);
    expect(Object.keys(await found(id))).toEqual(reviewItems().map(({ kind }) => kind));
    expect(await notMet(id)).toEqual([]);
  });

  test('holds against it a product no longer sold, another unit, a price off the contract, a date that has passed', async () => {
    const id = await order(
      [
        { productId: house.products[0], quantity: '10', unitPrice: '89.99' },
        { productId: house.products[1], quantity: '1', unit: '箱' },
      ],
      { requiredAt: '2026-03-01T00:00:00Z' },
    );
    await house.services.database.change('UPDATE product SET active = 0 WHERE id = ?', [
      house.products[1] ?? '',
    ]);
    expect(await notMet(id)).toEqual(['PRODUCT', 'SPECIFICATION', 'PRICE', 'DATE']);
    expect((await found(id)).PRODUCT?.finding).toContain('会议桌');
    await house.services.database.change('UPDATE product SET active = 1 WHERE id = ?', [
      house.products[1] ?? '',
    ]);
  });

  test('a discount off the list price is a price below it', async () => {
    const id = await order([{ productId: house.products[1], quantity: '1', discount: 0.05 }]);
    expect(await notMet(id)).toEqual(['PRICE']);
  });

  test('counts as in stock what other confirmed orders do not take', async () => {
    await readyOrder(house, ['1', '1', '990']);
    expect(await notMet(await order([{ productId: house.products[2], quantity: '10' }]))).toEqual([]);
    const short = await order([{ productId: house.products[2], quantity: '10.001' }]);
    expect(await notMet(short)).toEqual(['STOCK']);
  });

  test('holds the credit used against the limit: receivables open, confirmed orders, and this one', async () => {
    await house.plant('OrganisationProfile', {
      customerId: house.customers.regular,
      legalName: '正式客户有限公司',
      creditLimit: '0',
    });
    const id = await order([{ productId: house.products[0], quantity: '10' }]);
    expect(await notMet(id)).toEqual(['CREDIT']);
    const used = 1 * 90 + 1 * 200 + 990 * 300;
    await limit(String(used + 899.99));
    expect(await notMet(id)).toEqual(['CREDIT']);
    await limit(String(used + 900));
    expect(await notMet(id)).toEqual([]);
    await house.plant('Order', {
      orderNo: 'DD-OPEN',
      customerId: house.customers.regular,
      total: '100',
      taxMode: 'INCLUDED',
      payableOn: '2026-01-01',
      paidTotal: '99.99',
    });
    expect(await notMet(id)).toEqual(['CREDIT']);
    await limit(null);
    expect(await notMet(id)).toEqual([]);
  });

  test('says the figures of the credit only to whom the limit is no secret', async () => {
    await limit('123456.78');
    const id = await order([{ productId: house.products[0], quantity: '10' }]);
    expect((await found(id, 'ops')).CREDIT?.finding).not.toContain('123456');
    expect((await found(id, 'finance')).CREDIT?.finding).toContain('123456.78');
    expect(await refusal(found(id, 'logistics'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is kept beside what the reviewer answered', async () => {
    await limit(null);
    const id = await order([{ productId: house.products[0], quantity: '10', unitPrice: '80' }]);
    await house.step('ops', 'submitOrder', 'sales_order', id);
    await house.step('ops2', 'reviewOrder', 'sales_order', id, { result: 'PASS', items: reviewItems() });
    const rows = await house.services.database.query<{ kind: string; met: number; proposed: number }>(
      'SELECT kind, met, proposed FROM order_review_item WHERE order_id = ?',
      [id],
    );
    const off = rows.filter(({ met, proposed }) => Number(met) !== Number(proposed));
    expect(rows).toHaveLength(7);
    expect(off.map(({ kind }) => kind)).toEqual(['PRICE']);
  });
});
