import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Decimal } from 'decimal.js';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import { checkRow } from '../../../commands/validate.js';
import type { StepInput, StepOutcome } from '../../../workflow/act.js';
import { rollUpOrder } from '../orders/roll-up.js';
import { dueOf, inWords, isOwed } from './amounts.js';

export const invoiceFields = ['no', 'amount', 'tax', 'issuedOn'] as const;

export type IssueInvoiceInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * Puts an invoice of an order on record, under the number that tax knows it by; a number is used once, also
 * when it was voided. What is issued never exceeds what the order comes to with tax.
 */
export const issueInvoice: Command<IssueInvoiceInput, { readonly id: string }> = {
  name: 'issueInvoice',
  permission: { subject: 'invoice', action: 'CREATE' },
  targets: ({ orderId }) => [
    { kind: 'Order', id: String(orderId), expectedVersion: null, reach: 'see', path: 'orderId' },
  ],
  async run(work, { idempotencyKey: _, orderId, ...input }) {
    const row = checkRow(kindNamed('Invoice'), input, { fields: invoiceFields, partial: false });
    const amount = new Decimal(String(row.amount));
    if (amount.lte(0)) throw badInput({ path: 'amount', message: 'input.notPositive' });
    if (amount.lt(String(row.tax))) throw badInput({ path: 'tax', message: 'invoice.taxOverAmount' });
    const order = (await work.load('Order', String(orderId))) ?? {};
    if (!isOwed(order)) throw ruleViolation('payment.notBookable', 'D5');
    const [issued] = await work.rows<{ amount: string | null }>(
      "SELECT CAST(SUM(amount) AS CHAR) AS amount FROM invoice WHERE order_id = ? AND state = 'ISSUED'",
      [String(orderId)],
    );
    const left = dueOf(order).minus(issued?.amount ?? '0');
    if (amount.gt(left)) throw ruleViolation('invoice.overOrder', 'D5', { left: inWords(left) });
    const id = await work.insert('Invoice', {
      ...row,
      orderId: String(orderId),
      state: 'ISSUED',
      byId: work.actor.staffId,
      at: work.now.toISOString(),
    });
    await rollUpOrder(work, String(orderId));
    return { id };
  },
};

/** Voids an invoice, with the reason; it stays on record, and the order may be invoiced again. */
export const voidInvoice: Command<StepInput, StepOutcome> = {
  name: 'voidInvoice',
  permission: { subject: 'invoice', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Invoice', id: String(id), expectedVersion }],
  async run(work, { id, reason: given }) {
    const reason = cleanReason(given, 'reason');
    const voided = checkRow(
      kindNamed('Invoice'),
      { voidReason: reason },
      { fields: ['voidReason'], partial: true },
    );
    const invoice = (await work.load('Invoice', String(id))) ?? {};
    if (invoice.state === 'VOID') throw ruleViolation('invoice.alreadyVoid', 'D5');
    const orderId = String(invoice.orderId);
    await work.load('Order', orderId);
    work.reason(reason);
    await work.update('Invoice', String(id), { ...voided, state: 'VOID' });
    await rollUpOrder(work, orderId);
    return { id: String(id), told: [] };
  },
};
