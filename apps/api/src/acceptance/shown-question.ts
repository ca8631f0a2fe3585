import type { Queryable } from '@kehu/database/connection';
import type { Client } from '../testing/client.js';

/** Orders of a region in a month for a segment. */
export interface Group {
  readonly region: string | null;
  readonly month: string;
  readonly segment: string | null;
  readonly orders: number;
  readonly amount: string;
  readonly profit: string | null;
}
export const inOrder = (groups: readonly Group[]) =>
  [...groups].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const year = new Date().getUTCFullYear() - 1;
const document = `{ ordersAggregate(limit: 5000,
  where: { orderedAt: { between: { from: "${year}-01-01", to: "${year + 1}-01-01" } }, customer: { ordersAggregate: { count: { gte: 5 } } } },
  groupBy: [{ region: { code: VALUE } }, { orderedAt: MONTH }, { customer: { segment: VALUE } }])
  { key { region { code } orderedAt customer { segment } } count sum { total profit } } }`;

/** The answer of the product. */
export async function asked(client: Client): Promise<Group[]> {
  const { ordersAggregate } = await client.data(document);
  return ordersAggregate.map(
    (group: {
      key: {
        region: { code: string } | null;
        orderedAt: string;
        customer: { segment: string | null } | null;
      };
      count: number;
      sum: { total: string; profit: string | null };
    }) => ({
      region: group.key.region?.code ?? null,
      month: group.key.orderedAt,
      segment: group.key.customer?.segment ?? null,
      orders: group.count,
      amount: Number(group.sum.total).toFixed(4),
      profit: group.sum.profit === null ? null : Number(group.sum.profit).toFixed(4),
    }),
  );
}

/** The same, counted from the tables; `visible` is a condition on `customer c`. */
export async function counted(database: Queryable, visible: string): Promise<Group[]> {
  const found = await database.query<Record<keyof Group, string | null>>(
    `SELECT r.code AS region, DATE_FORMAT(o.ordered_at + INTERVAL 8 HOUR, '%Y-%m') AS month, c.segment AS segment,
       COUNT(*) AS orders, SUM(o.total) AS amount, SUM(o.profit) AS profit
     FROM sales_order o JOIN customer c ON c.id = o.customer_id LEFT JOIN region r ON r.id = o.region_id
     WHERE ${visible} AND o.ordered_at + INTERVAL 8 HOUR >= '${year}-01-01' AND o.ordered_at + INTERVAL 8 HOUR < '${year + 1}-01-01'
       AND c.id IN (SELECT customer_id FROM sales_order GROUP BY customer_id HAVING COUNT(*) >= 5)
     GROUP BY r.code, month, c.segment`,
  );
  return found.map(({ region, month, segment, orders, amount, profit }) => ({
    region,
    month: String(month),
    segment,
    orders: Number(orders),
    amount: Number(amount).toFixed(4),
    profit: profit === null ? null : Number(profit).toFixed(4),
  }));
}
