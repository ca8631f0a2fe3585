import { Decimal } from 'decimal.js';
import type { RecordRow } from '../../../records/encode.js';

/** States in which nothing can be owed for an order: a draft, or one that was cancelled. */
const unowed: ReadonlySet<unknown> = new Set(['DRAFT', 'CANCELLED']);

/** Whether payments are booked and invoices issued on an order as it stands. */
export function isOwed(order: RecordRow): boolean {
  return !unowed.has(order.state);
}

/** What an order comes to for the customer, in yuan: the lines, and the tax where it comes on top; freight is apart. */
export function dueOf(order: RecordRow): Decimal {
  const total = new Decimal(String(order.total ?? 0));
  return order.taxMode === 'EXCLUDED' ? total.plus(String(order.taxTotal ?? 0)) : total;
}

/** An amount as people read it in a refusal. */
export function inWords(amount: Decimal): string {
  return amount.toDecimalPlaces(4).toString();
}
