import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, context, granted, openCompany, policy, select } from '../testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const first = [{ state: 'VALUE' }];
const aggregate = (kind: string, args: object, text: string, byKey = {}, of = context()) =>
  company.engine.aggregate(kind, args, select(text, byKey), of);

describe('a comparison', () => {
  it('compares each period with the one before, the filter moving along', async () => {
    const args = {
      where: { orderedAt: { between: { from: '2026-02-01', to: '2026-04-01' } } },
      groupBy: [{ orderedAt: 'MONTH' }],
      compareTo: 'PREVIOUS_PERIOD',
    };
    const text = 'key { orderedAt } count previous { count sum { total } key { orderedAt } }';
    expect(await aggregate('Order', args, text)).toEqual([
      {
        key: { '@orderedAt': '2026-02' },
        count: 1,
        '@previous': { count: 3, sum: { total: '380.7500' }, key: { '@orderedAt': '2026-01' } },
      },
      {
        key: { '@orderedAt': '2026-03' },
        count: 2,
        '@previous': { count: 1, sum: { total: '0.0001' }, key: { '@orderedAt': '2026-02' } },
      },
    ]);
    const year = await aggregate('Order', { ...args, compareTo: 'SAME_PERIOD_LAST_YEAR' }, text);
    expect(year.map((g) => g['@previous'])).toEqual([null, null]);
    const weekly = {
      where: { orderedAt: { gte: '2026-03-01' } },
      groupBy: [{ orderedAt: 'WEEK' }, { state: 'VALUE' }],
      compareTo: 'PREVIOUS_PERIOD',
    };
    expect((await aggregate('Order', weekly, text))[0]).toMatchObject({ count: 2, '@previous': null });
    await expect(
      aggregate('Order', { groupBy: first, compareTo: 'PREVIOUS_PERIOD' }, text),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('moves the conditions of measures along', async () => {
    const args = {
      where: { orderedAt: { between: { from: '2026-02-01', to: '2026-03-01' } } },
      groupBy: [{ orderedAt: 'MONTH' }],
      compareTo: 'PREVIOUS_PERIOD',
      measures: [
        { name: 'all', count: { orderedAt: { gte: '2026-02-01', lt: '2026-03-01' } } },
        { name: 'sum', sum: { total: 'VALUE' }, where: { not: { orderedAt: { lt: '2026-02-01' } } } },
      ],
    };
    const byKey = { a: { name: 'all' }, s: { name: 'sum' } };
    expect(await aggregate('Order', args, 'a: measure previous { a: measure s: measure }', byKey)).toEqual([
      { '@a': '1', '@previous': { '@a': '3', '@s': '380.7500' } },
    ]);
  });

  it('lets groups be chosen and sorted by what changed since the period before', async () => {
    const args = {
      groupBy: [{ orderedAt: 'MONTH' }],
      compareTo: 'PREVIOUS_PERIOD',
      where: { orderedAt: { between: { from: '2026-01-01', to: '2026-04-01' } } },
      measures: [
        { name: 'before', previous: 'count' },
        { name: 'change', difference: { of: 'count', minus: 'before' } },
      ],
      having: { measure: { name: 'change', lt: '0' } },
      orderBy: [{ measure: { name: 'change', direction: 'ASC' } }],
    };
    const byKey = { b: { name: 'before' }, c: { name: 'change' } };
    const text = 'key { orderedAt } count b: measure c: measure';
    expect(await aggregate('Order', args, text, byKey)).toEqual([
      { key: { '@orderedAt': '2026-02' }, count: 1, '@b': '3', '@c': '-2' },
    ]);
    await expect(aggregate('Order', { ...args, compareTo: null }, text, byKey)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const nested = { ...args, measures: [{ name: 'before', previous: 'change' }, args.measures[1]] };
    await expect(aggregate('Order', nested, text, byKey)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('hangs on records: each period of each record with the one before', async () => {
    company.database.statements.length = 0;
    const months = {
      where: { orderedAt: { gte: '2025-12-01' } },
      groupBy: [{ orderedAt: 'MONTH' }],
      compareTo: 'PREVIOUS_PERIOD',
      measures: [{ name: 'returned', count: { returned: { eq: true } } }],
    };
    const { items } = await company.engine.page(
      'Customer',
      { orderBy: [{ id: 'ASC' }], limit: 3 },
      select('items { id ordersAggregate { key { orderedAt } count previous { count r: measure } } }', {
        ordersAggregate: months,
        r: { name: 'returned' },
      }),
      context(policy(), { zone: 'UTC' }),
    );
    expect(company.database.statements).toHaveLength(3);
    const months25 = { key: { '@orderedAt': '2025-12' }, count: 1, '@previous': null };
    expect(items).toEqual([
      {
        id: '101',
        '@ordersAggregate': [
          months25,
          { key: { '@orderedAt': '2026-01' }, count: 2, '@previous': { count: 1, '@r': '0' } },
        ],
      },
      { id: '102', '@ordersAggregate': [{ key: { '@orderedAt': '2026-02' }, count: 1, '@previous': null }] },
      { id: '103', '@ordersAggregate': [{ key: { '@orderedAt': '2026-03' }, count: 1, '@previous': null }] },
    ]);
  });

  it('moves with the clock, also where its plan is kept', async () => {
    const ask = async (now: string) => {
      const { items } = await company.engine.page(
        'Customer',
        { where: { id: { eq: '101' } } },
        select('items { ordersAggregate { count previous { count } } }', {
          ordersAggregate: {
            where: { orderedAt: { inLast: { months: 1 } } },
            groupBy: [{ orderedAt: 'YEAR' }],
            compareTo: 'PREVIOUS_PERIOD',
          },
        }),
        context(policy(), { now: new Date(now), zone: 'UTC' }),
      );
      return items[0]?.['@ordersAggregate'];
    };
    expect(await ask('2026-01-25T00:00:00Z')).toEqual([{ count: 2, '@previous': null }]);
    expect(await ask('2026-01-25T12:00:00Z')).toEqual([{ count: 2, '@previous': null }]);
    expect(await ask('2026-02-25T00:00:00Z')).toEqual([]);
    expect(await ask('2025-12-31T23:00:00Z')).toEqual([{ count: 1, '@previous': null }]);
  });

  it('holds row policy in the period before too', async () => {
    const shipped = context(policy({ Order: granted({ where: { state: { eq: 'SHIPPED' } } }) }), {
      zone: 'UTC',
    });
    const months = { groupBy: [{ orderedAt: 'MONTH' }], compareTo: 'PREVIOUS_PERIOD' };
    expect(await aggregate('Order', months, 'count previous { count }', {}, shipped)).toEqual([
      { count: 2, '@previous': null },
    ]);
  });
});
