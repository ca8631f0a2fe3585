import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import type { TestServer } from '../testing/test-server.js';
import {
  dataFiles,
  expectedTable,
  hasRealData,
  importInto,
  northwindFiles,
  rounded,
  startDataServer,
} from './testing/real-data.js';

const set = 'northwind';
const where = '{ source: { eq: "northwind" } }';
const files = dataFiles(set, ...northwindFiles);

describe.skipIf(!hasRealData)('Northwind (skipped where ../shared/data is absent)', () => {
  let server: TestServer;
  let gm: Client;

  beforeAll(async () => {
    server = await startDataServer();
    gm = await server.as('gm');
  });
  afterAll(() => server?.stop());

  it('reports its 24 broken rows with their place and reason, and writes nothing', async () => {
    const outcome = await importInto(server.services, { profile: set, files });
    expect(outcome).toMatchObject({ state: 'REFUSED', check: { rowsBad: 24, rowsDependent: 176 } });
    expect(outcome.check.bad).toHaveLength(24);
    expect(outcome.check.bad[0]).toMatchObject({
      file: 'customers.csv',
      rowNo: 8,
      columnNo: 12,
      problem: { message: 'import.tooManyCells', values: { cells: 12, columns: 11 } },
    });
    const { customersAggregate } = await gm.data(`{ customersAggregate(where: ${where}) { count } }`);
    expect(customersAggregate[0].count).toBe(0);
  });

  it('takes the good rows when told so, and the mended ones afterwards', async () => {
    const good = await importInto(server.services, { profile: set, files, acceptGoodRows: true });
    expect(good.counts.get('Customer')).toEqual({ created: 67, changed: 0, unchanged: 0 });
    const mended = await importInto(server.services, { profile: set, files, options: ['mend'] });
    expect(mended).toMatchObject({ state: 'DONE', check: { rowsBad: 0, rowsMended: 24 } });
    expect(mended.counts.get('Customer')).toEqual({ created: 24, changed: 0, unchanged: 67 });
    const again = await importInto(server.services, { profile: set, files, options: ['mend'] });
    for (const [kind, counts] of again.counts)
      expect({ kind, ...counts }).toMatchObject({ created: 0, changed: 0 });
  });

  it('has the rows and sums that were computed from the files', async () => {
    const data = await gm.data(`{
      customers: customersAggregate(where: ${where}) { count }
      employees: staffMembersAggregate(where: ${where}) { count }
      products: productsAggregate(where: ${where}) { count countDistinct { category supplier } }
      orders: ordersAggregate(where: ${where}) { count sum { total freight } countDistinct { shipper } min { orderedAt } max { orderedAt } }
      lines: orderLinesAggregate(where: ${where}) { count sum { grossAmount amount quantity } }
      discounted: orderLinesAggregate(where: { source: { eq: "northwind" }, discount: { gt: 0 } }) { count }
      waiting: ordersAggregate(where: { source: { eq: "northwind" }, shippedAt: { isNull: true } }) { count }
      nobody: ordersAggregate(where: { source: { eq: "northwind" }, customer: { id: { isNull: true } } }) { count }
      noRegion: ordersAggregate(where: { source: { eq: "northwind" }, province: { isNull: true } }) { count }
      late: ordersAggregate(where: { source: { eq: "northwind" }, shippedAt: { gtField: requiredAt } }) { count }
      lateToo: ordersAggregate(where: { source: { eq: "northwind" }, shippedLate: { eq: true } }) { count }
      without: customers(where: { source: { eq: "northwind" }, orders: { none: { and: [] } } }) { items { sourceKey } }
    }`);
    expect(data.customers[0].count).toBe(91);
    expect(data.employees[0].count).toBe(9);
    expect(data.products[0]).toEqual({ count: 77, countDistinct: { category: 8, supplier: 29 } });
    expect(data.orders[0]).toMatchObject({ count: 830, countDistinct: { shipper: 3 } });
    expect(rounded(data.orders[0].sum.total, 4)).toBe('1265793.0395');
    expect(rounded(data.orders[0].sum.freight)).toBe('64942.69');
    expect(data.orders[0].min.orderedAt).toBe('1996-07-03T16:00:00.000Z');
    expect(data.orders[0].max.orderedAt).toBe('1998-05-05T16:00:00.000Z');
    expect(data.lines[0].count).toBe(2155);
    expect(data.lines[0].sum.grossAmount).toBe('1354458.5900');
    expect(rounded(data.lines[0].sum.amount, 4)).toBe('1265793.0395');
    expect(rounded(data.lines[0].sum.quantity, 0)).toBe('51317');
    expect(data.discounted[0].count).toBe(838);
    expect(data.waiting[0].count).toBe(21);
    expect(data.nobody[0].count).toBe(0);
    expect(data.noRegion[0].count).toBe(414);
    expect([data.late[0].count, data.lateToo[0].count]).toEqual([37, 37]);
    const without = data.without.items.map((c: { sourceKey: string }) => c.sourceKey);
    expect(without.sort()).toEqual(['FISSA', 'PARIS']);
  });

  it('has lines that, rounded one by one, sum up to what the file’s do', async () => {
    const cents: number[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 30; pages++) {
      const { orderLines }: LinePage = await gm.data(
        `query ($after: String) { orderLines(where: ${where}, limit: 100, after: $after) {
          items { amount } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      for (const { amount } of orderLines.items) cents.push(Math.round(Number(rounded(amount)) * 100));
      if (!orderLines.pageInfo.hasNextPage) break;
      after = orderLines.pageInfo.endCursor;
    }
    expect(cents).toHaveLength(2155);
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(126_579_329);
  });

  it('has orders and net per month', async () => {
    const { ordersAggregate } = await gm.data(
      `{ ordersAggregate(where: ${where}, groupBy: [{ orderedAt: MONTH }]) { key { orderedAt } count sum { total } } }`,
    );
    expect(rows(ordersAggregate, (key) => key.orderedAt)).toEqual(expectedTable(set, 'month'));
  });

  it('has orders and net per employee', async () => {
    const { ordersAggregate } = await gm.data(
      `{ ordersAggregate(where: ${where}, groupBy: [{ owner: { sourceKey: VALUE } }]) { key { owner { sourceKey } } count sum { total } } }`,
    );
    expect(rows(ordersAggregate, (key) => key.owner?.sourceKey)).toEqual(expectedTable(set, 'employeeID'));
  });

  it('has the ten largest customers', async () => {
    const { ordersAggregate } = await gm.data(
      `{ ordersAggregate(where: ${where}, groupBy: [{ customer: { sourceKey: VALUE } }], orderBy: [{ sum: { total: DESC } }], limit: 10) { key { customer { sourceKey } } count sum { total } } }`,
    );
    const found = rows(ordersAggregate, (key) => key.customer?.sourceKey).map(([key, , net]) => [key, net]);
    expect(found).toEqual(expectedTable(set, 'customerID'));
  });

  it('has the orders of each shipper', async () => {
    const numbers: Record<string, string> = {
      'Speedy Express': '1',
      'United Package': '2',
      'Federal Shipping': '3',
    };
    const { ordersAggregate } = await gm.data(
      `{ ordersAggregate(where: ${where}, groupBy: [{ shipper: VALUE }], orderBy: [{ count: DESC }]) { key { shipper } count sum { total } } }`,
    );
    const found = rows(ordersAggregate, (key) => numbers[key.shipper ?? '']).map(([key, count]) => [
      key,
      count,
    ]);
    expect(found).toEqual(expectedTable(set, 'shipVia'));
  });

  it('has the customers of each country after mending', async () => {
    const { customersAggregate } = await gm.data(
      `{ customersAggregate(where: ${where}, groupBy: [{ country: VALUE }], orderBy: [{ count: DESC }, { key: { country: ASC } }]) { key { country } count } }`,
    );
    const found = customersAggregate.map((g: { key: { country: string }; count: number }) => [
      g.key.country,
      String(g.count),
    ]);
    expect(found).toEqual(expectedTable(set, 'country | customers'));
  });

  it('has customers with their contact and address, staff with their supervisor, and no login', async () => {
    const data = await gm.data(`{
      customers(where: { source: { eq: "northwind" }, sourceKey: { eq: "BOLID" } }) { items {
        name partyType type country city contacts { name position isPrimary } addresses { city postcode }
      } }
      staffMembers(where: { source: { eq: "northwind" }, sourceKey: { eq: "1" } }) { items {
        displayName familyName givenName login supervisor { familyName }
      } }
    }`);
    expect(data.customers.items).toEqual([
      {
        name: 'Bólido Comidas preparadas',
        partyType: 'ORGANISATION',
        type: 'CORPORATE',
        country: 'Spain',
        city: 'Madrid',
        contacts: [{ name: 'Martín Sommer', position: 'Owner', isPrimary: true }],
        addresses: [{ city: 'Madrid', postcode: '28023' }],
      },
    ]);
    expect(data.staffMembers.items).toEqual([
      {
        displayName: 'Nancy Davolio',
        familyName: 'Davolio',
        givenName: 'Nancy',
        login: null,
        supervisor: { familyName: 'Fuller' },
      },
    ]);
  });
});

interface LinePage {
  readonly orderLines: {
    readonly items: readonly { readonly amount: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

type Key = Readonly<Record<string, string & Readonly<Record<string, string>>>>;

function rows(
  groups: readonly { key: Key; count: number; sum: { total: string } }[],
  keyOf: (key: Key) => unknown,
) {
  return groups.map(({ key, count, sum }) => [keyOf(key), String(count), rounded(sum.total, 4)]);
}
