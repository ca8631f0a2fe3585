import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../../../commands/errors.js';
import { refusal, refusedFields } from '../../../testing/refusal.js';
import { type AccountHouse, accountHouse } from '../testing/account-house.js';

let house: AccountHouse;
beforeAll(async () => {
  house = await accountHouse();
});
afterAll(() => house.close());

/** An order that was delivered, over so much. */
const order = (total: string, more: Record<string, unknown> = {}) =>
  house.plant('Order', {
    orderNo: `DD-${Math.random().toString(36).slice(2, 10)}`,
    state: 'DELIVERED',
    customerId: house.customers.regular,
    ownerId: house.people.kam ?? null,
    regionId: house.region,
    total,
    taxMode: 'INCLUDED',
    ...more,
  });
const pay = async (
  amount: string,
  allocations: readonly unknown[] = [],
  more: Record<string, unknown> = {},
) =>
  (
    (await house.act('finance', 'recordPayment', {
      customerId: house.customers.regular,
      amount,
      method: 'TRANSFER',
      receivedOn: '2026-03-06',
      allocations,
      ...more,
    })) as { id: string }
  ).id;
const allocate = (id: string, orderId: string, amount: string) =>
  house.step('finance', 'allocatePayment', 'payment', id, { allocations: [{ orderId, amount }] });
const invoice = async (orderId: string, no: string, amount: string, tax = '0') =>
  (
    (await house.act('finance', 'issueInvoice', { orderId, no, amount, tax, issuedOn: '2026-03-07' })) as {
      id: string;
    }
  ).id;
const number = (value: unknown) => new Decimal(String(value)).toNumber();
const sumOf = async (table: string, where: string, id: string) => {
  const [row] = await house.services.database.query<{ n: string | null }>(
    `SELECT CAST(COALESCE(SUM(amount), 0) AS CHAR) AS n FROM ${table} WHERE ${where}`,
    [id],
  );
  return number(row?.n);
};

describe('a payment', () => {
  test('is recorded by finance alone, booked at once, and the rest later', async () => {
    const [first, second] = [await order('100'), await order('80')];
    const input = {
      customerId: house.customers.regular,
      amount: '1',
      method: 'CASH',
      receivedOn: '2026-03-06',
    };
    expect(await refusal(house.act('kam', 'recordPayment', input))).toMatchObject({ code: 'FORBIDDEN' });
    const id = await pay('150', [{ orderId: first, amount: '100' }]);
    expect(await house.row('payment', id)).toMatchObject({ unallocated: '50.0000' });
    expect((await house.row('payment', id)).no).toMatch(/^HK-20260307-\d{4}$/);
    expect(number((await house.row('sales_order', first)).paid_total)).toBe(100);
    await allocate(id, second, '50');
    expect(await house.row('payment', id)).toMatchObject({ unallocated: '0.0000' });
    expect(number((await house.row('sales_order', second)).paid_total)).toBe(50);
  });

  test('is never booked past its amount nor past what an order owes, tax included', async () => {
    const taxed = await order('100', { taxMode: 'EXCLUDED', taxTotal: '13' });
    const id = await pay('200');
    expect(await refusal(allocate(id, taxed, '113.01'))).toMatchObject({
      key: 'payment.overOrder',
      values: { left: '113' },
    });
    await allocate(id, taxed, '113');
    expect(await refusal(allocate(id, await order('500'), '87.01'))).toMatchObject({
      key: 'payment.overBooked',
    });
    expect(await refusal(allocate(id, await order('50', { state: 'CANCELLED' }), '1'))).toMatchObject({
      key: 'payment.notBookable',
    });
  });

  test('names every bad booking at once, and settles orders of its own customer only', async () => {
    const [one, foreign] = [await order('100'), await order('100', { customerId: house.customers.early })];
    expect(
      await refusedFields(
        pay('0', [
          { orderId: one, amount: '0' },
          { orderId: one, amount: '1' },
          { orderId: 'x', amount: '1' },
        ]),
      ),
    ).toEqual({
      amount: 'input.notPositive',
      'allocations.0.amount': 'input.notPositive',
      'allocations.1.orderId': 'payment.orderTwice',
      'allocations.2.orderId': expect.any(String),
    });
    expect(await refusedFields(pay('10', [{ orderId: foreign, amount: '1' }]))).toEqual({
      'allocations.0.orderId': 'payment.otherCustomer',
    });
  });

  test('that was booked wrongly is booked back with a reason, which the trail keeps', async () => {
    const id = await order('100');
    const payment = await pay('60', [{ orderId: id, amount: '60' }]);
    const [booking] = await house.services.database.query<{ id: string }>(
      'SELECT id FROM payment_allocation WHERE payment_id = ?',
      [payment],
    );
    const undo = (reason: string) =>
      house.act('finance', 'undoAllocation', { allocationId: String(booking?.id), reason });
    expect(await refusedFields(undo(' '))).toEqual({ reason: 'input.required' });
    await undo('核销到了别的订单');
    expect(await house.row('payment', payment)).toMatchObject({ unallocated: '60.0000' });
    expect(number((await house.row('sales_order', id)).paid_total)).toBe(0);
    const [entry] = await house.services.database.query<{ reason: string }>(
      "SELECT reason FROM audit_entry WHERE action = 'undoAllocation' AND entity = 'PaymentAllocation'",
      [],
    );
    expect(entry?.reason).toBe('核销到了别的订单');
    expect(await refusal(undo('再来一次'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('booked by many at once is booked once, and no order is paid twice over', async () => {
    const id = await order('100');
    const [first, second] = [await pay('90'), await pay('90')];
    const bookings = [first, second].flatMap((payment) =>
      [1, 2, 3, 4].map(async () => {
        // Each asks as somebody who saw the payment as it stands when it is his turn.
        for (let turn = 0; turn < 20; turn += 1) {
          try {
            return await allocate(payment, id, '30');
          } catch (error) {
            if (!(error instanceof ActError) || error.code !== 'CONFLICT') throw error;
          }
        }
        throw new Error('Nobody got his turn.');
      }),
    );
    const outcomes = await Promise.allSettled(bookings);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused.every((error) => error instanceof ActError && error.code === 'RULE_VIOLATION')).toBe(true);
    expect(outcomes.length - refused.length).toBe(3);
    expect(await sumOf('payment_allocation', 'order_id = ?', id)).toBe(90);
    for (const payment of [first, second]) {
      const booked = await sumOf('payment_allocation', 'payment_id = ?', payment);
      expect(booked).toBeLessThanOrEqual(90);
      expect(number((await house.row('payment', payment)).unallocated)).toBe(90 - booked);
    }
    expect(number((await house.row('sales_order', id)).paid_total)).toBe(90);
  });
});

describe('an invoice', () => {
  test('carries a number of its own; what is issued never exceeds the order with tax', async () => {
    const id = await order('100', { taxMode: 'EXCLUDED', taxTotal: '13' });
    expect(await refusal(house.act('kam', 'issueInvoice', { orderId: id }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await invoice(id, 'FP-1', '56.5', '6.5');
    expect(await refusal(invoice(id, 'FP-2', '56.51'))).toMatchObject({ key: 'invoice.overOrder' });
    expect(await refusedFields(invoice(await order('10'), 'FP-1', '1'))).toMatchObject({
      no: 'input.duplicate',
    });
    expect(await refusedFields(invoice(id, 'FP-3', '1', '2'))).toEqual({ tax: 'invoice.taxOverAmount' });
    expect(number((await house.row('sales_order', id)).invoiced_total)).toBe(56.5);
  });

  test('that is voided stays on record with its reason, and frees the order', async () => {
    const id = await order('100');
    const first = await invoice(id, 'FP-10', '100');
    await house.step('finance', 'voidInvoice', 'invoice', first, { reason: '抬头有误' });
    expect(await house.row('invoice', first)).toMatchObject({ state: 'VOID', void_reason: '抬头有误' });
    expect(number((await house.row('sales_order', id)).invoiced_total)).toBe(0);
    await invoice(id, 'FP-11', '100');
    expect(
      await refusal(house.step('finance', 'voidInvoice', 'invoice', first, { reason: '再作废' })),
    ).toMatchObject({ key: 'invoice.alreadyVoid' });
  });

  test('issued by many at once never exceeds the order', async () => {
    const id = await order('100');
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((at) => invoice(id, `FP-C${at}`, '30')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await sumOf('invoice', "state = 'ISSUED' AND order_id = ?", id)).toBe(90);
  });
});
