import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import type { TestServer } from '../testing/test-server.js';
import {
  dataFiles,
  expectedTable,
  hasRealData,
  importInto,
  rounded,
  startDataServer,
} from './testing/real-data.js';

const set = 'zh-superstore';
const where = '{ source: { eq: "zh-superstore" } }';
const files = dataFiles(set, 'orders.csv', 'returns.csv', 'managers.csv');

/**
 * Four sums lie exactly between two cents: the stored sum, and the figure of EXPECTED.md. Line amounts keep
 * four decimals by design; the file writes 125.44 as 125.43999999999998, the noise of the spreadsheet it came
 * from (at most 0.000000000006 a line), and the figures were summed with it, so that these four fall
 * just below the half and were rounded down. Half-up, as people round, each is one cent more. Told here one by
 * one; every other figure is exact. (For the same reason the file's sums of rounded *rows* are no figures of
 * the database: 29 of its lines lie on half a cent.)
 */
const halfCents: ReadonlyMap<string, readonly [stored: string, expected: string]> = new Map([
  ['家具', ['5746821.6050', '5746821.60']],
  ['2015-11', ['411487.1250', '411487.12']],
  ['2016-06', ['442849.6450', '442849.64']],
  ['2016-12', ['462728.0350', '462728.03']],
]);

describe.skipIf(!hasRealData)('the superstore (skipped where ../shared/data is absent)', () => {
  let server: TestServer;
  let gm: Client;

  beforeAll(async () => {
    server = await startDataServer();
    const outcome = await importInto(server.services, { profile: set, files });
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsRead: 10_006, rowsBad: 0 } });
    gm = await server.as('gm');
  });
  afterAll(() => server?.stop());

  it.each([
    ['GB18030', ['orders.gb18030.csv', 'returns.csv', 'managers.csv']],
    ['XLS', ['示例 - 超市.xls']],
    ['the same file again', ['orders.csv', 'returns.csv', 'managers.csv']],
  ])('is the same database from %s', async (_, names) => {
    const again = await importInto(server.services, { profile: set, files: dataFiles(set, ...names) });
    expect(Object.fromEntries(again.counts)).toEqual({
      Region: { created: 0, changed: 0, unchanged: 6 },
      Customer: { created: 0, changed: 0, unchanged: 790 },
      Product: { created: 0, changed: 0, unchanged: 1977 },
      Order: { created: 0, changed: 0, unchanged: 4985 },
      OrderLine: { created: 0, changed: 0, unchanged: 10_000 },
      Staff: { created: 0, changed: 0, unchanged: 6 },
    });
  });

  it('has the rows, sums and distinct numbers that were computed from the file', async () => {
    const data = await gm.data(`{
      lines: orderLinesAggregate(where: ${where}) { count sum { amount profit quantity } }
      loss: orderLinesAggregate(where: { source: { eq: "${set}" }, profit: { lt: "0" } }) { count }
      returned: orderLinesAggregate(where: { source: { eq: "${set}" }, order: { returned: { eq: true } } }) { count }
      returnedOrders: ordersAggregate(where: { source: { eq: "${set}" }, returned: { eq: true } }) { countDistinct { orderNo } }
      managers: staffMembersAggregate(where: ${where}) { count }
      orders: ordersAggregate(where: ${where}) { count countDistinct { orderNo customer } sum { total profit } }
      customers: customersAggregate(where: ${where}) { count }
      products: productsAggregate(where: ${where}) { count countDistinct { productNo } }
      shared: ordersAggregate(where: ${where}, groupBy: [{ orderNo: VALUE }],
        having: { countDistinct: { customer: { gt: 1 } } }, limit: 1) { groupCount }
    }`);
    const [lines] = data.lines;
    expect(lines.count).toBe(10_000);
    // The file's sums are 16117548.23699999… and 2156559.51699999…: these, at the four decimals of a line.
    expect([lines.sum.amount, lines.sum.profit]).toEqual(['16117548.2370', '2156559.5170']);
    expect(rounded(lines.sum.amount)).toBe('16117548.24');
    expect(rounded(lines.sum.profit)).toBe('2156559.52');
    expect(rounded(lines.sum.quantity, 0)).toBe('37675');
    expect(data.loss[0].count).toBe(2051);
    expect(data.returned[0].count).toBe(1163);
    // All 296 rows of the returns: none names an order that is not there.
    expect(data.returnedOrders[0].countDistinct.orderNo).toBe(296);
    expect(data.managers[0].count).toBe(6);
    expect(data.orders[0]).toMatchObject({ count: 4985, countDistinct: { orderNo: 2773, customer: 790 } });
    expect(rounded(data.orders[0].sum.total)).toBe('16117548.24');
    expect(rounded(data.orders[0].sum.profit)).toBe('2156559.52');
    expect(data.customers[0].count).toBe(790);
    expect(data.products[0]).toMatchObject({ count: 1977, countDistinct: { productNo: 1955 } });
    expect(data.shared[0].groupCount).toBe(1407);
  });

  it.each([
    [
      '细分',
      '{ order: { customer: { segment: VALUE } } }',
      'order { customer { segment } }',
      ['order', 'customer', 'segment'],
    ],
    [
      '地区 | rows',
      '{ order: { region: { name: VALUE } } }',
      'order { region { name } }',
      ['order', 'region', 'name'],
    ],
    ['邮寄方式', '{ order: { shippingMode: VALUE } }', 'order { shippingMode }', ['order', 'shippingMode']],
    ['类别', '{ product: { category: VALUE } }', 'product { category }', ['product', 'category']],
    ['month', '{ order: { orderedAt: MONTH } }', 'order { orderedAt }', ['order', 'orderedAt']],
  ])('has the table by %s', async (header, groupBy, key, path) => {
    const { orderLinesAggregate } = await gm.data(
      `{ orderLinesAggregate(where: ${where}, groupBy: [${groupBy}]) { key { ${key} } count sum { amount } } }`,
    );
    const found = (orderLinesAggregate as Group[]).map(({ key: at, count, sum }) => ({
      key: path.reduce((part, step) => (part as Record<string, unknown>)[step], at as unknown),
      count: String(count),
      amount: sum.amount,
    }));
    const expected = expectedTable(set, header);
    expect(found).toHaveLength(expected.length);
    for (const [name = '', count, amount] of expected) {
      const group = found.find((candidate) => candidate.key === name);
      expect(group, name).toMatchObject({ count });
      const half = halfCents.get(name);
      if (half) expect([group?.amount, amount], name).toEqual(half);
      else expect(rounded(group?.amount), name).toBe(amount);
    }
  });

  it('has the managers of the regions', async () => {
    const { regions } = await gm.data(
      `{ regions(where: ${where}) { items { name manager { displayName } } } }`,
    );
    const found = regions.items.map((r: { name: string; manager: { displayName: string } }) => [
      r.name,
      r.manager.displayName,
    ]);
    expect(found.sort(byKey)).toEqual(expectedTable(set, '地区 | 地区经理').sort(byKey));
  });

  it('gives a customer the region of the latest order, on record', async () => {
    const { customers } = await gm.data(`{ customers(where: ${where}, limit: 50) { items {
      name region { name } orders(orderBy: [{ orderedAt: DESC }, { id: DESC }], limit: 1) { region { name } }
      history(where: { attribute: { eq: REGION } }) { region { name } }
    } } }`);
    expect(customers.items).toHaveLength(50);
    for (const { region, orders, history } of customers.items) {
      expect(region).toEqual(orders[0].region);
      expect(history).toEqual([{ region }]);
    }
  });

  it('lists its runs', async () => {
    const admin = await server.as('sys-admin');
    const { importRuns } = await admin.data(
      `{ importRuns(where: { profile: { eq: "${set}" } }, orderBy: [{ id: ASC }], limit: 1) { items { state rowsRead rowsCreated rowsBad files } } }`,
    );
    expect(importRuns.items).toEqual([
      {
        state: 'DONE',
        rowsRead: 10_006,
        rowsCreated: 17_764,
        rowsBad: 0,
        files: ['orders.csv', 'returns.csv', 'managers.csv'],
      },
    ]);
  });
});

interface Group {
  readonly key: object;
  readonly count: number;
  readonly sum: { readonly amount: string };
}

function byKey(a: unknown[], b: unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
