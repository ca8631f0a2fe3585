import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Decimal } from 'decimal.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, notFound, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { numberOfDay } from '../accounts/house-rules.js';
import { rollUpOrder } from '../orders/roll-up.js';
import { dueOf, inWords, isOwed } from './amounts.js';

export const paymentFields = ['amount', 'method', 'receivedOn', 'bankRef', 'erpNo', 'remark'] as const;

/** Orders that one payment settles at once, at most. */
const mostBookings = 200;

interface Booking {
  readonly orderId: string;
  readonly amount: Decimal;
  /** Where it stands in the input. */
  readonly path: string;
}

export type RecordPaymentInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * Money that came in 回款, recorded by finance: booked at once against the orders named, the rest later
 * (R3.7). Throws RULE_VIOLATION when more is booked than was received or than an order still owes.
 */
export const recordPayment: Command<RecordPaymentInput, { readonly id: string }> = {
  name: 'recordPayment',
  permission: { subject: 'payment', action: 'CREATE' },
  targets: ({ customerId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
  ],
  async run(work, { idempotencyKey: _, customerId, allocations, ...input }) {
    const { row, problems } = checkFields(kindNamed('Payment'), input, {
      fields: paymentFields,
      partial: true,
    });
    for (const name of ['amount', 'method', 'receivedOn'])
      if (row[name] == null && !problems.some(({ path }) => path === name))
        problems.push({ path: name, message: 'input.required' });
    if (row.amount != null && new Decimal(String(row.amount)).lte(0))
      problems.push({ path: 'amount', message: 'input.notPositive' });
    const bookings = checkedBookings(allocations, problems);
    const id = await work.insert('Payment', {
      ...row,
      no: await numberOfDay(work, 'HK', 'payment'),
      customerId: String(customerId),
      unallocated: row.amount,
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    await book(work, id, bookings);
    return { id };
  },
};

/** Books what is left of a payment against orders of its customer. */
export const allocatePayment: Command<StepInput, StepOutcome> = {
  name: 'allocatePayment',
  permission: { subject: 'payment', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Payment', id: String(id), expectedVersion }],
  async run(work, { id, allocations }) {
    const bookings = checkedBookings(allocations, []);
    if (bookings.length === 0) throw badInput({ path: 'allocations', message: 'input.required' });
    await book(work, String(id), bookings);
    return { id: String(id), told: [] };
  },
};

export type UndoAllocationInput = ActInput & { readonly allocationId: string; readonly reason: string };

/** Takes a booking back, with a reason that the trail keeps; the money is free to be booked again. */
export const undoAllocation: Command<UndoAllocationInput, { readonly id: string }> = {
  name: 'undoAllocation',
  permission: { subject: 'payment', action: 'UPDATE' },
  targets: ({ allocationId }) => [
    { kind: 'PaymentAllocation', id: String(allocationId), expectedVersion: null, reach: 'see' },
  ],
  async run(work, { allocationId, reason }) {
    work.reason(cleanReason(reason, 'reason'));
    const seen = (await work.peek('PaymentAllocation', String(allocationId))) ?? {};
    const paymentId = String(seen.paymentId);
    const orderId = String(seen.orderId);
    const payment = (await work.load('Payment', paymentId)) ?? {};
    await work.load('Order', orderId);
    // Somebody else may have taken it back while this act waited for the locks.
    const booking = await work.load('PaymentAllocation', String(allocationId));
    if (!booking) throw notFound();
    await work.remove('PaymentAllocation', String(allocationId));
    await work.update('Payment', paymentId, {
      unallocated: new Decimal(String(payment.unallocated)).plus(String(booking.amount)).toFixed(4),
    });
    await rollUpOrder(work, orderId);
    return { id: paymentId };
  },
};

function checkedBookings(given: unknown, problems: FieldProblem[]): readonly Booking[] {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  if (list.length > mostBookings)
    throw badInput({ path: 'allocations', message: 'input.tooManyLines', values: { max: mostBookings } });
  const seen = new Set<string>();
  const bookings = list.flatMap((one, at): Booking[] => {
    const path = `allocations.${at}.`;
    const { row, problems: bad } = checkFields(
      kindNamed('PaymentAllocation'),
      { ...one },
      {
        fields: ['order', 'amount'],
        partial: false,
        path,
      },
    );
    problems.push(...bad);
    if (row.orderId == null && bad.length === 0)
      problems.push({ path: `${path}orderId`, message: 'input.required' });
    if (row.orderId == null || row.amount == null) return [];
    const amount = new Decimal(String(row.amount));
    const orderId = String(row.orderId);
    if (amount.lte(0)) problems.push({ path: `${path}amount`, message: 'input.notPositive' });
    if (seen.has(orderId)) problems.push({ path: `${path}orderId`, message: 'payment.orderTwice' });
    seen.add(orderId);
    return [{ orderId, amount, path }];
  });
  if (problems.length > 0) throw badInput(...problems);
  return bookings;
}

/**
 * Locks the payment, then the orders by id, and books. The sums are read once all locks are held, so that
 * whoever books at the same time never takes a payment or an order past its amount.
 */
async function book(work: Work, paymentId: string, bookings: readonly Booking[]): Promise<void> {
  const payment = (await work.load('Payment', paymentId)) ?? {};
  let left = new Decimal(String(payment.unallocated));
  const inOrder = [...bookings].sort((a, b) => (BigInt(a.orderId) < BigInt(b.orderId) ? -1 : 1));
  for (const { orderId, amount, path } of inOrder) {
    const order = (await work.sees('Order', orderId)) ? await work.load('Order', orderId) : null;
    if (!order) throw badInput({ path: `${path}orderId`, message: 'input.noSuchRecord' });
    if (String(order.customerId) !== String(payment.customerId))
      throw badInput({ path: `${path}orderId`, message: 'payment.otherCustomer' });
    if (!isOwed(order)) throw ruleViolation('payment.notBookable', 'R3.7');
    if (amount.gt(left)) throw ruleViolation('payment.overBooked', 'R3.7', { left: inWords(left) });
    const owed = dueOf(order).minus(await bookedOn(work, orderId));
    if (amount.gt(owed)) throw ruleViolation('payment.overOrder', 'R3.7', { left: inWords(owed) });
    await work.insert('PaymentAllocation', {
      paymentId,
      orderId,
      amount: amount.toFixed(4),
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    left = left.minus(amount);
    await rollUpOrder(work, orderId);
  }
  await work.update('Payment', paymentId, { unallocated: left.toFixed(4) });
}

async function bookedOn(work: Work, orderId: string): Promise<string> {
  const [row] = await work.rows<{ booked: string | null }>(
    'SELECT CAST(SUM(amount) AS CHAR) AS booked FROM payment_allocation WHERE order_id = ?',
    [orderId],
  );
  return row?.booked ?? '0';
}
