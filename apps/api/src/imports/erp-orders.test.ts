import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseStaff } from '../testing/small-house.js';
import type { TestServer } from '../testing/test-server.js';
import { importInto, startDataServer } from './testing/real-data.js';

const headers = {
  orders:
    '订单号,行号,客户编号,状态,下单日期,确认日期,要求交期,承诺交期,送达日期,应收日期,账期,产品编号,数量,单位,单价,折扣,金额,已发数量,备注',
  shipments: '发货单号,订单号,发货状态,计划发货,发出时间,签收时间,签收人,承运商,运单号,件数',
  payments: '回款单号,客户编号,金额,方式,到账日期,银行流水号,备注',
} as const;

describe('orders, shipments and payments of an ERP', () => {
  let server: TestServer;
  let product: string;
  let customer: { id: string; no: string };
  const folder = mkdtempSync(join(tmpdir(), 'kehu-erp-'));
  const query = <Row>(sql: string, values: readonly string[] = []) =>
    server.services.database.query<Row>(sql, [...values]);
  beforeAll(async () => {
    server = await startDataServer();
    const [sold] = await query<{ id: string; product_no: string }>(
      'SELECT id, product_no FROM product GROUP BY product_no HAVING COUNT(*) = 1 LIMIT 1',
    );
    product = String(sold?.product_no);
    const [buyer] = await query<{ id: string; customer_no: string }>(
      'SELECT id, customer_no FROM customer ORDER BY id LIMIT 1',
    );
    customer = { id: String(buyer?.id), no: String(buyer?.customer_no) };
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const bring = async (sheets: Partial<Record<keyof typeof headers, readonly string[]>>) => {
    const files = Object.entries(sheets).map(([name, lines]) => {
      const path = join(folder, `${name}.csv`);
      writeFileSync(path, [headers[name as keyof typeof headers], ...lines].join('\n'));
      return path;
    });
    return importInto(server.services, { profile: 'erp-orders', files });
  };
  const line = (no: string, at: number, quantity: string, shipped = '0') =>
    `${no},${at},${customer.no},已确认,2026-03-02,2026-03-03,2026-03-20,,,,30,${product},${quantity},件,10,0,${Number(quantity) * 10},${shipped},`;
  const counts = async () => {
    const [row] = await query<Record<string, string>>(
      `SELECT (SELECT COUNT(*) FROM sales_order WHERE erp_no LIKE 'XS-%') AS orders,
         (SELECT COUNT(*) FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE o.erp_no LIKE 'XS-%') AS lines_,
         (SELECT COUNT(*) FROM shipment) AS shipments, (SELECT COUNT(*) FROM payment) AS payments`,
    );
    return Object.values(row ?? {}).map(Number);
  };
  const files = (quantity: string, state: string) => ({
    orders: [line('XS-1', 1, quantity, '1'), line('XS-1', 2, '3', '3')],
    shipments: [`FH-1,XS-1,${state},2026-03-10,2026-03-10 15:00,,,顺丰,SF0001,3`],
    payments: [`SK-1,${customer.no},50.5,银行转账,2026-03-12,B1,首款`],
  });

  it('come in by their numbers, with the sums that the product keeps', async () => {
    const outcome = await bring(files('2', '已发出'));
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsBad: 0 } });
    expect(await counts()).toEqual([1, 2, 1, 1]);
    const [order] = await query(
      "SELECT state, total, open_quantity, shipped_lines, payment_days FROM sales_order WHERE erp_no = 'XS-1'",
    );
    expect(order).toMatchObject({
      state: 'CONFIRMED',
      total: '50.0000',
      open_quantity: '1.000',
      shipped_lines: 1,
      payment_days: 30,
    });
    const [payment] = await query('SELECT no, amount, unallocated FROM payment');
    expect(payment).toMatchObject({ no: 'SK-1', amount: '50.5000', unallocated: '50.5000' });
    expect((await query<{ state: string }>('SELECT state FROM shipment'))[0]?.state).toBe('DISPATCHED');
  });

  it('brought again change nothing, and brought anew update what changed; never are there two', async () => {
    const same = await bring(files('2', '已发出'));
    for (const { created, changed } of same.counts.values()) expect([created, changed]).toEqual([0, 0]);
    await query("UPDATE sales_order SET state = 'READY' WHERE erp_no = 'XS-1'");
    await bring(files('5', '在途'));
    expect(await counts()).toEqual([1, 2, 1, 1]);
    const [order] = await query("SELECT state, total, open_quantity FROM sales_order WHERE erp_no = 'XS-1'");
    // Where the order stands is no longer the ERP's word.
    expect(order).toMatchObject({ state: 'READY', total: '80.0000', open_quantity: '4.000' });
    expect((await query<{ state: string }>('SELECT state FROM shipment'))[0]?.state).toBe('IN_TRANSIT');
  });

  it('know an order and a payment that were entered here under the ERP’s number, with its lines', async () => {
    const finance = await server.as('finance');
    await finance.data(
      `mutation { recordPayment(input: { customerId: "${customer.id}", amount: "7", method: CASH, receivedOn: "2026-03-01", erpNo: "SK-2" }) { payment { id } } }`,
    );
    await query(
      `INSERT INTO sales_order (id, order_no, order_no_folded, state, customer_id, owner_id, ordered_at, returned, total, erp_no, created_at, updated_at, version)
       VALUES (9001, 'DD-1', 'dd-1', 'CONFIRMED', ?, ?, '2026-03-01', 0, 10, 'XS-2', NOW(3), NOW(3), 1)`,
      [customer.id, houseStaff.kam ?? ''],
    );
    await query(
      `INSERT INTO order_line (id, order_id, line_no, product_id, quantity, unit_price, discount, amount, created_at, updated_at, version)
       SELECT 9002, 9001, 1, id, 1, 10, 0, 10, NOW(3), NOW(3), 1 FROM product WHERE product_no = ?`,
      [product],
    );
    await bring({
      orders: [line('XS-2', 1, '4')],
      payments: [`SK-2,${customer.no},8,现金,2026-03-01,,`],
    });
    expect(await counts()).toEqual([2, 3, 1, 2]);
    const [order] = await query('SELECT order_no, total FROM sales_order WHERE id = 9001');
    expect(order).toMatchObject({ order_no: 'DD-1', total: '40.0000' });
    const [payment] = await query("SELECT amount, unallocated, no FROM payment WHERE erp_no = 'SK-2'");
    expect(payment).toMatchObject({ amount: '8.0000', unallocated: '8.0000' });
    expect(String((payment as { no?: string } | undefined)?.no)).toMatch(/^HK-/);
  });

  it('never say less was shipped than was shipped here, nor more than was ordered', async () => {
    await query(
      `INSERT INTO shipment (id, no, no_folded, order_id, state, state_since, planned_on, created_at, updated_at, version)
       VALUES (9010, 'FH-HERE', 'fh-here', 9001, 'SIGNED', NOW(3), '2026-03-05', NOW(3), NOW(3), 1)`,
    );
    await query(
      `INSERT INTO shipment_line (id, shipment_id, order_line_id, quantity, created_at, updated_at, version)
       VALUES (9011, 9010, 9002, 3, NOW(3), NOW(3), 1)`,
    );
    await bring({ orders: [line('XS-2', 1, '4', '0')] });
    const [kept] = await query('SELECT shipped_quantity FROM order_line WHERE id = 9002');
    expect(kept).toMatchObject({ shipped_quantity: '3.000' });
    await expect(bring({ orders: [line('XS-2', 1, '2', '0')] })).rejects.toThrow();
    await expect(bring({ orders: [line('XS-1', 1, '5', '6')] })).rejects.toThrow();
    const [order] = await query('SELECT total FROM sales_order WHERE id = 9001');
    expect(order).toMatchObject({ total: '40.0000' });
  });

  it('never lower a payment below what finance has booked of it', async () => {
    await query(
      `INSERT INTO payment_allocation (id, payment_id, order_id, amount, at, created_at, updated_at, version)
       SELECT 9003, p.id, o.id, 20, NOW(3), NOW(3), NOW(3), 1 FROM payment p, sales_order o
       WHERE p.no = 'SK-1' AND o.erp_no = 'XS-1'`,
    );
    await expect(
      bring({ payments: [`SK-1,${customer.no},19.99,银行转账,2026-03-12,B1,首款`] }),
    ).rejects.toThrow();
    await bring({ payments: [`SK-1,${customer.no},30,银行转账,2026-03-12,B1,首款`] });
    const [payment] = await query("SELECT amount, unallocated FROM payment WHERE no = 'SK-1'");
    expect(payment).toMatchObject({ amount: '30.0000', unallocated: '10.0000' });
  });
});
