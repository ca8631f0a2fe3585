import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KindPolicy } from '../policy.js';
import { type Company, context, granted, openCompany, policy, select } from '../testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const aggregate = (kind: string, args: object, text: string, byKey = {}, of = context()) =>
  company.engine.aggregate(kind, args, select(text, byKey), of);

describe('policy in aggregates', () => {
  const dept: KindPolicy = granted({ where: { department: { id: { eq: '10' } } } });

  it('holds for rows, key paths, measures and nested aggregates', async () => {
    const of = context(policy({ Customer: dept }));
    expect(await aggregate('Customer', {}, 'count', {}, of)).toEqual([{ count: 2 }]);
    expect(
      await aggregate(
        'Order',
        { groupBy: [{ customer: { id: 'VALUE' } }] },
        'key { customer { id name } } count',
        {},
        of,
      ),
    ).toEqual([
      { key: { customer: { id: null, name: null } }, count: 2 },
      { key: { customer: { id: '101', name: '张三' } }, count: 3 },
      { key: { customer: { id: '102', name: '營業公司' } }, count: 1 },
    ]);
    expect(await aggregate('Order', {}, 'countDistinct { customer }', {}, of)).toEqual([
      { countDistinct: { customer: 2 } },
    ]);
    const measures = [{ name: 'm', count: { customer: { id: { isNull: true } } } }];
    expect(await aggregate('Order', { measures }, 'm: measure', { m: { name: 'm' } }, of)).toEqual([
      { '@m': '2' },
    ]);
    const { items } = await company.engine.page(
      'Region',
      {},
      select('items { customersAggregate { count } }'),
      of,
    );
    expect(items).toEqual([
      { '@customersAggregate': [{ count: 2 }] },
      { '@customersAggregate': [{ count: 0 }] },
    ]);
  });

  it('refuses groups and numbers of what is masked or hidden, and kinds without a grant', async () => {
    const masked = context(
      policy({
        Customer: granted({ disclosure: 'DEIDENTIFIED', hidden: new Set(['balance']) }),
        Region: null,
      }),
    );
    const refused: [object, string][] = [
      [{ groupBy: [{ name: 'VALUE' }] }, 'count'],
      [{ groupBy: [{ email: 'VALUE' }] }, 'count'],
      [{ groupBy: [{ phone: 'VALUE' }] }, 'count'],
      [{ groupBy: [{ region: { code: 'VALUE' } }] }, 'count'],
      [{}, 'sum { balance }'],
      [{}, 'min { name }'],
      [{}, 'countDistinct { email }'],
      [{}, 'countDistinct { phone }'],
      [{}, 'median { balance }'],
      [{ having: { max: { balance: { gt: '1' } } } }, 'count'],
      [{ orderBy: [{ sum: { balance: 'DESC' } }] }, 'count'],
      [
        { measures: [{ name: 'a', sum: { balance: 'VALUE' } }], having: { measure: { name: 'a', gt: '0' } } },
        'count',
      ],
      [{ groupBy: [{ id: 'VALUE' }] }, 'key { id balance }'],
    ];
    for (const [args, text] of refused) {
      await expect(
        aggregate('Customer', args, text, {}, masked),
        JSON.stringify(args) + text,
      ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(aggregate('Region', {}, 'count', {}, masked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an aggregate that cannot be meant', () => {
  const refused: readonly [string, object, string][] = [
    ['a bucket of a text', { groupBy: [{ orderNo: 'MONTH' }] }, 'count'],
    ['an unknown bucket', { groupBy: [{ orderedAt: 'DECADE' }] }, 'count'],
    ['a key that is not grouped by', { groupBy: [{ state: 'VALUE' }] }, 'key { orderNo }'],
    ['a sum of text', {}, 'sum { orderNo }'],
    ['an unknown measure', { having: { measure: { name: 'x', gt: 1 } } }, 'count'],
    [
      'a measure of itself',
      {
        measures: [{ name: 'a', ratio: { of: 'a', to: 'count' } }],
        having: { measure: { name: 'a', gt: 1 } },
      },
      'count',
    ],
    [
      'two measures of one name',
      {
        measures: [
          { name: 'a', count: {} },
          { name: 'a', count: {} },
        ],
      },
      'count',
    ],
    [
      'a measure without content',
      { measures: [{ name: 'a' }], having: { measure: { name: 'a', gt: 1 } } },
      'count',
    ],
    ['a measure that nobody reads', { measures: [{ name: 'a', sum: { orderNo: 'VALUE' } }] }, 'count'],
    ['an empty having', { having: {} }, 'count'],
    ['too many groups', { limit: 5001 }, 'count'],
    ['a comparison without compareTo', { groupBy: [{ orderedAt: 'MONTH' }] }, 'previous { count }'],
  ];
  it.each(refused)('is refused: %s', async (_name, args, text) => {
    await expect(aggregate('Order', args, text)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
