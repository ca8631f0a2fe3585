import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, context, granted, openCompany, policy, select } from '../testing/company.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const aggregate = (kind: string, args: object, text: string, byKey = {}, of = context()) =>
  company.engine.aggregate(kind, args, select(text, byKey), of);
const first = [{ state: 'VALUE' }];

describe('an aggregate', () => {
  it('counts and sums exactly over everything without groups', async () => {
    const text =
      'count sum { total freight } avg { total } min { total orderedAt } max { shippedAt } countDistinct { customer state owner { name } }';
    expect(await aggregate('Order', {}, text)).toEqual([
      {
        count: 6,
        sum: { total: '1450.7500', freight: '14.25' },
        avg: { total: '241.79166667' },
        min: { total: '0.0001', orderedAt: '2025-12-31T17:00:00.000Z' },
        max: { shippedAt: '2026-01-21T22:00:00.000Z' },
        countDistinct: { customer: 3, state: 3, owner: { name: 3 } },
      },
    ]);
  });

  it('is one of zero and nulls when there is no row, and none when there are groups', async () => {
    const where = { id: { eq: '1' } };
    expect(
      await aggregate(
        'Order',
        { where },
        'count sum { total } countDistinct { customer } median { total } groupCount',
      ),
    ).toEqual([
      {
        count: 0,
        sum: { total: null },
        countDistinct: { customer: 0 },
        median: { total: null },
        groupCount: 1,
      },
    ]);
    expect(await aggregate('Order', { where, groupBy: first }, 'count')).toEqual([]);
  });

  it('groups by a value in the order of its keys, null first, an enum as declared', async () => {
    expect(
      await aggregate('Order', { groupBy: first }, 'key { state stateLabel } count share groupCount folded'),
    ).toEqual([
      { key: { state: 'OPEN' }, count: 3, share: 0.5, groupCount: 3, folded: false },
      { key: { state: 'SHIPPED' }, count: 2, share: 2 / 6, groupCount: 3, folded: false },
      { key: { state: 'CANCELLED' }, count: 1, share: 1 / 6, groupCount: 3, folded: false },
    ]);
    expect(
      await aggregate(
        'Order',
        { groupBy: [{ customer: { region: { code: 'VALUE' } } }] },
        'key { customer { region { code } } } count',
      ),
    ).toEqual([
      { key: { customer: { region: { code: null } } }, count: 1 },
      { key: { customer: { region: { code: 'EAST' } } }, count: 4 },
      { key: { customer: { region: { code: 'NORTH' } } }, count: 1 },
    ]);
  });

  it('groups times on the wall clock of the organisation', async () => {
    const by = async (unit: string, zone = 'Asia/Shanghai') => {
      const groups = await aggregate(
        'Order',
        { groupBy: [{ orderedAt: unit }] },
        'key { t: orderedAt } count',
        { t: { by: unit } },
        context(policy(), { zone }),
      );
      return groups.map((g) => [(g.key as Record<string, unknown>)['@t'], g.count]);
    };
    expect(await by('YEAR')).toEqual([['2026', 6]]);
    expect(await by('YEAR', 'UTC')).toEqual([
      ['2025', 1],
      ['2026', 5],
    ]);
    expect(await by('QUARTER')).toEqual([['2026-Q1', 6]]);
    expect(await by('MONTH')).toEqual([
      ['2026-01', 3],
      ['2026-02', 1],
      ['2026-03', 2],
    ]);
    expect(await by('WEEK')).toEqual([
      ['2026-W01', 2],
      ['2026-W04', 1],
      ['2026-W06', 1],
      ['2026-W10', 2],
    ]);
    expect(await by('DAY')).toEqual([
      ['2026-01-01', 2],
      ['2026-01-20', 1],
      ['2026-02-02', 1],
      ['2026-03-03', 1],
      ['2026-03-04', 1],
    ]);
    expect(await by('HOUR_OF_DAY')).toEqual([
      ['01', 1],
      ['11', 1],
      ['18', 4],
    ]);
    expect(await by('WEEKDAY')).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 1],
      ['4', 2],
    ]);
    expect(await by('MONTH_OF_YEAR')).toEqual([
      ['01', 3],
      ['02', 1],
      ['03', 2],
    ]);
    expect(await by('HOUR_OF_DAY', 'America/New_York')).toEqual([
      ['05', 4],
      ['12', 1],
      ['22', 1],
    ]);
  });

  it('shows any to-one field of a record that is grouped by its id, masked as for the reader', async () => {
    const args = {
      groupBy: [{ customer: { id: 'VALUE' } }],
      orderBy: [{ sum: { total: 'DESC' } }],
      limit: 3,
    };
    const text =
      'key { customer { id name phone region { code } owner { department { name } } } } sum { total }';
    const deidentified = context(policy({ Customer: granted({ disclosure: 'DEIDENTIFIED' }) }));
    expect(await aggregate('Order', args, text, {}, deidentified)).toEqual([
      {
        key: {
          customer: {
            id: '103',
            name: 'A**',
            phone: null,
            region: { code: 'NORTH' },
            owner: { department: { name: '大客户部' } },
          },
        },
        sum: { total: '999.9999' },
      },
      {
        key: {
          customer: {
            id: '101',
            name: '张**',
            phone: '138****0001',
            region: { code: 'EAST' },
            owner: { department: { name: '营业部' } },
          },
        },
        sum: { total: '380.7500' },
      },
      {
        key: {
          customer: {
            id: null,
            name: null,
            phone: null,
            region: { code: null },
            owner: { department: { name: null } },
          },
        },
        sum: { total: '70.0000' },
      },
    ]);
    const own = await aggregate(
      'Order',
      { groupBy: [{ id: 'VALUE' }], limit: 1 },
      'key { id orderNo customer { name } } count',
    );
    expect(own).toEqual([{ key: { id: '1001', orderNo: 'SO-1001', customer: { name: '张三' } }, count: 1 }]);
  });

  it('takes medians and percentiles by linear interpolation, nulls left out', async () => {
    const text = 'key { state } median { total freight } p: percentile { total daysToShip } count';
    expect(await aggregate('Order', { groupBy: first }, text, { p: { p: 0.9 } })).toEqual([
      {
        key: { state: 'OPEN' },
        median: { total: '100.00000000', freight: '6.500000' },
        '@p': { total: '819.99992000', daysToShip: null },
        count: 3,
      },
      {
        key: { state: 'SHIPPED' },
        median: { total: '140.37500000', freight: '1.250000' },
        '@p': { total: '228.47500000', daysToShip: 2.85 },
        count: 2,
      },
      {
        key: { state: 'CANCELLED' },
        median: { total: '0.00010000', freight: null },
        '@p': { total: '0.00010000', daysToShip: null },
        count: 1,
      },
    ]);
    expect(
      await aggregate(
        'OrderLine',
        {},
        'median { quantity } lo: percentile { quantity } hi: percentile { quantity } sum { quantity } avg { quantity }',
        { lo: { p: 0 }, hi: { p: 1 } },
      ),
    ).toEqual([
      {
        median: { quantity: 2.5 },
        '@lo': { quantity: 1 },
        '@hi': { quantity: 10 },
        sum: { quantity: 21 },
        avg: { quantity: 3.5 },
      },
    ]);
  });

  it('has conditional counts, sums, averages, ratios and differences', async () => {
    const measures = [
      { name: 'returned', count: { returned: { eq: true } } },
      { name: 'rate', ratio: { of: 'returned', to: 'count' } },
      { name: 'big', sum: { total: 'VALUE' }, where: { total: { gte: '100' } } },
      { name: 'mean', avg: { total: 'VALUE' }, where: { customer: { region: { code: { eq: 'EAST' } } } } },
      { name: 'kept', difference: { of: 'count', minus: 'returned' } },
      { name: 'withLines', count: { lines: { some: { quantity: { gte: 3 } } } } },
      { name: 'impossible', ratio: { of: 'count', to: 'none' } },
      { name: 'none', count: { or: [] } },
    ];
    const byKey = Object.fromEntries(measures.map(({ name }) => [name, { name }]));
    const text = `key { state } ${measures.map(({ name }) => `${name}: measure`).join(' ')}`;
    const groups = await aggregate('Order', { groupBy: first, measures }, text, byKey);
    expect(groups).toEqual([
      {
        key: { state: 'OPEN' },
        '@returned': '1',
        '@rate': '0.3333333333',
        '@big': '1099.9999',
        '@mean': '100.00000000',
        '@kept': '2',
        '@withLines': '2',
        '@impossible': null,
        '@none': '0',
      },
      {
        key: { state: 'SHIPPED' },
        '@returned': '1',
        '@rate': '0.5000000000',
        '@big': '250.5000',
        '@mean': '140.37500000',
        '@kept': '1',
        '@withLines': '1',
        '@impossible': null,
        '@none': '0',
      },
      {
        key: { state: 'CANCELLED' },
        '@returned': '0',
        '@rate': '0.0000000000',
        '@big': null,
        '@mean': '0.00010000',
        '@kept': '1',
        '@withLines': '0',
        '@impossible': null,
        '@none': '0',
      },
    ]);
  });

  it('keeps the groups that having asks for, in the order asked for', async () => {
    const measures = [{ name: 'returned', count: { returned: { eq: true } } }];
    const states = async (rest: object) =>
      (await aggregate('Order', { groupBy: first, measures, ...rest }, 'key { state }')).map(
        (g) => (g.key as { state: string }).state,
      );
    expect(await states({ having: { count: { gte: 2 } } })).toEqual(['OPEN', 'SHIPPED']);
    expect(await states({ having: { not: { count: { gte: 2 } } } })).toEqual(['CANCELLED']);
    expect(await states({ having: { sum: { total: { gt: '280.75' } } } })).toEqual(['OPEN']);
    expect(await states({ having: { sum: { freight: { isNull: true } } } })).toEqual(['CANCELLED']);
    expect(await states({ having: { not: { sum: { freight: { gt: '2' } } } } })).toEqual([
      'SHIPPED',
      'CANCELLED',
    ]);
    expect(
      await states({
        having: { or: [{ measure: { name: 'returned', eq: '0' } }, { median: { total: { gt: 120 } } }] },
      }),
    ).toEqual(['SHIPPED', 'CANCELLED']);
    expect(await states({ having: { percentile: { p: 0.9, total: { lt: '1' } } } })).toEqual(['CANCELLED']);
    expect(await states({ orderBy: [{ count: 'ASC' }] })).toEqual(['CANCELLED', 'SHIPPED', 'OPEN']);
    expect(await states({ orderBy: [{ measure: { name: 'returned', direction: 'DESC' } }] })).toEqual([
      'OPEN',
      'SHIPPED',
      'CANCELLED',
    ]);
    expect(await states({ orderBy: [{ max: { shippedAt: 'DESC' } }] })).toEqual([
      'SHIPPED',
      'OPEN',
      'CANCELLED',
    ]);
    expect(await states({ orderBy: [{ key: { state: 'DESC' } }], limit: 2 })).toEqual([
      'CANCELLED',
      'SHIPPED',
    ]);
    expect(await states({ orderBy: [{ median: { total: 'DESC' } }], limit: 1 })).toEqual(['SHIPPED']);
  });

  it('keeps the first groups inside each outer group; groupCount and share are of all groups', async () => {
    const args = {
      groupBy: [{ state: 'VALUE' }, { customer: { id: 'VALUE' } }],
      topPerGroup: { by: [{ state: 'VALUE' }], limit: 1, orderBy: [{ sum: { total: 'DESC' } }] },
    };
    expect(await aggregate('Order', args, 'key { state customer { id } } count groupCount share')).toEqual([
      { key: { state: 'OPEN', customer: { id: '103' } }, count: 1, groupCount: 5, share: 1 / 6 },
      { key: { state: 'SHIPPED', customer: { id: '101' } }, count: 2, groupCount: 5, share: 2 / 6 },
      { key: { state: 'CANCELLED', customer: { id: '102' } }, count: 1, groupCount: 5, share: 1 / 6 },
    ]);
  });

  it('hangs on records, one statement for all of them, zero where there is nothing', async () => {
    company.database.statements.length = 0;
    const { items } = await company.engine.page(
      'Customer',
      { orderBy: [{ id: 'ASC' }], limit: 4 },
      select(
        'items { id open: ordersAggregate { count sum { total } } byState: ordersAggregate { key { state } count share } linesAgg: orderLinesAggregate { count countDistinct { product } } }',
        {
          open: { where: { state: { eq: 'OPEN' } } },
          byState: { groupBy: [{ state: 'VALUE' }], orderBy: [{ count: 'DESC' }], limit: 1 },
        },
      ),
      context(),
    );
    expect(company.database.statements).toHaveLength(4);
    expect(items).toEqual([
      {
        id: '101',
        '@open': [{ count: 1, sum: { total: '100.0000' } }],
        '@byState': [{ key: { state: 'SHIPPED' }, count: 2, share: 2 / 3 }],
        '@linesAgg': [{ count: 4, countDistinct: { product: 3 } }],
      },
      {
        id: '102',
        '@open': [{ count: 0, sum: { total: null } }],
        '@byState': [{ key: { state: 'CANCELLED' }, count: 1, share: 1 }],
        '@linesAgg': [{ count: 0, countDistinct: { product: 0 } }],
      },
      {
        id: '103',
        '@open': [{ count: 1, sum: { total: '999.9999' } }],
        '@byState': [{ key: { state: 'OPEN' }, count: 1, share: 1 }],
        '@linesAgg': [{ count: 1, countDistinct: { product: 1 } }],
      },
      {
        id: '104',
        '@open': [{ count: 0, sum: { total: null } }],
        '@byState': [],
        '@linesAgg': [{ count: 0, countDistinct: { product: 0 } }],
      },
    ]);
  });
});
