import type { Pool } from 'mysql2';
import { askingDepartment } from '../data/organisation.js';
import { rows, time } from './rows.js';

type Variables = Readonly<Record<string, string | number>>;

/** What the head of the department may see, written by hand: own department, phones masked. */
const department = Number(askingDepartment);

/** The quickest SQL that was found for each question, and the least JavaScript around it (see README). */
export const handwritten = {
  async Q1(pool: Pool, variables: Variables): Promise<unknown> {
    const found = await rows(
      pool,
      `SELECT id, customer_no, name, type, segment, grade, phone_mask, city, lifecycle,
              (SELECT COUNT(*) FROM customer WHERE department_id = ? AND department_id = ? AND grade = ?)
         FROM customer WHERE department_id = ? AND department_id = ? AND grade = ?
        ORDER BY customer_no DESC LIMIT 25 OFFSET ?`,
      [
        department,
        variables.department,
        variables.grade,
        department,
        variables.department,
        variables.grade,
        variables.offset,
      ],
    );
    const items = found.map(([id, customerNo, name, type, segment, grade, phone, city, lifecycle]) => ({
      id: String(id),
      customerNo,
      name,
      type,
      segment,
      grade,
      phone,
      city,
      lifecycle,
    }));
    return { customers: { items, totalCount: Number(found[0]?.[9] ?? 0) } };
  },

  async Q2(pool: Pool, variables: Variables): Promise<unknown> {
    const orders = await rows(
      pool,
      `SELECT STRAIGHT_JOIN o.id, o.order_no, o.state, o.ordered_at, o.total,
              c.id, c.customer_no, c.name, c.phone_mask, s.id, s.display_name
         FROM sales_order o
         JOIN customer c ON c.id = o.customer_id AND c.department_id = ?
         LEFT JOIN staff s ON s.id = c.owner_id
        ORDER BY o.ordered_at DESC, o.id DESC LIMIT 25 OFFSET ?`,
      [department, variables.offset],
    );
    if (orders.length === 0) return { orders: { items: [] } };
    const lines = await rows(
      pool,
      `SELECT l.order_id, l.line_no, l.quantity, l.unit_price, l.amount, p.product_no, p.name, p.category, p.id
         FROM order_line l LEFT JOIN product p ON p.id = l.product_id
        WHERE l.order_id IN (?) ORDER BY l.id`,
      [orders.map((order) => order[0])],
    );
    const byOrder = new Map<string | number | null | undefined, unknown[]>();
    for (const [
      orderId,
      lineNo,
      quantity,
      unitPrice,
      amount,
      productNo,
      name,
      category,
      productId,
    ] of lines) {
      const product = productId === null ? null : { productNo, name, category };
      const line = { lineNo, quantity, unitPrice, amount, product };
      const known = byOrder.get(orderId);
      if (known) known.push(line);
      else byOrder.set(orderId, [line]);
    }
    const items = orders.map(
      ([id, orderNo, state, orderedAt, total, customerId, customerNo, name, phone, ownerId, owner]) => ({
        id: String(id),
        orderNo,
        state,
        orderedAt: time(orderedAt),
        total,
        customer: {
          id: String(customerId),
          customerNo,
          name,
          phone,
          owner: ownerId === null ? null : { id: String(ownerId), displayName: owner },
        },
        lines: byOrder.get(id) ?? [],
      }),
    );
    return { orders: { items } };
  },

  async Q3(pool: Pool, variables: Variables): Promise<unknown> {
    const customers = await rows(
      pool,
      `SELECT id, customer_no, name, phone_mask FROM customer WHERE department_id = ?
        ORDER BY customer_no LIMIT 100 OFFSET ?`,
      [department, variables.offset],
    );
    if (customers.length === 0) return { customers: { items: [] } };
    const ids = customers.map((customer) => customer[0]);
    const [latest, counts] = await Promise.all([
      rows(
        pool,
        `SELECT o.customer_id, o.id, o.order_no, o.state, o.ordered_at, o.total
           FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, id DESC) AS n
                   FROM sales_order WHERE customer_id IN (?)) ranked
           JOIN sales_order o ON o.id = ranked.id
          WHERE ranked.n <= 3 ORDER BY ranked.n`,
        [ids],
      ),
      rows(
        pool,
        `SELECT customer_id, COUNT(*) FROM sales_order
          WHERE customer_id IN (?) AND state IN ('CONFIRMED', 'READY', 'SHIPPED', 'DELIVERED') GROUP BY customer_id`,
        [ids],
      ),
    ]);
    const open = new Map(counts.map(([id, count]) => [id, Number(count)]));
    const byCustomer = new Map<string | number | null | undefined, unknown[]>();
    for (const [customerId, id, orderNo, state, orderedAt, total] of latest) {
      const order = { id: String(id), orderNo, state, orderedAt: time(orderedAt), total };
      const known = byCustomer.get(customerId);
      if (known) known.push(order);
      else byCustomer.set(customerId, [order]);
    }
    const items = customers.map(([id, customerNo, name, phone]) => ({
      id: String(id),
      customerNo,
      name,
      phone,
      orders: byCustomer.get(id) ?? [],
      open: [{ count: open.get(id) ?? 0 }],
    }));
    return { customers: { items } };
  },
};
