import type { ActionRule } from '../../../commands/allowed-actions.js';
import { isOwed } from './amounts.js';

/** Acts on payments as their buttons see them; a booking is undone from its own row. */
export const paymentActions: readonly ActionRule[] = [
  {
    action: 'allocatePayment',
    right: { subject: 'payment', action: 'UPDATE' },
    fits: ({ unallocated }) => Number(unallocated) > 0,
  },
  { action: 'undoAllocation', right: { subject: 'payment', action: 'UPDATE' } },
];

export const invoiceActions: readonly ActionRule[] = [
  {
    action: 'voidInvoice',
    right: { subject: 'invoice', action: 'UPDATE' },
    fits: ({ state }) => state === 'ISSUED',
  },
];

/** What finance does on an order. */
export const orderMoneyActions: readonly ActionRule[] = [
  {
    action: 'issueInvoice',
    right: { subject: 'invoice', action: 'CREATE' },
    obstacle: (order) => (isOwed(order) ? null : { message: 'payment.notBookable', article: 'D5' }),
  },
];
