import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { addWorkingHours, endOfNextWorkingDay } from '@kehu/domain/key-accounts/working-hours';
import { Decimal } from 'decimal.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { logStep } from '../../../workflow/act.js';
import { clear } from '../../../workflow/clear.js';
import { numberOfDay } from '../accounts/house-rules.js';
import { answersNow } from '../orders/accountable.js';
import { afterSalesMachine } from './machine.js';

/** A case is taken up within so many working hours (D5). */
export const acknowledgeHours = 4;
/** And settled within so many calendar days, unless a date is promised to the customer. */
export const settleDays = 7;

export const afterSalesFields = ['kind', 'description', 'promisedAt'] as const;

export type OpenAfterSalesInput = ActInput & Readonly<Record<string, unknown>>;

/**
 * Opens an after-sales case (R3.5): for a customer, usually about an order and some of its lines, or out of a
 * complaint. Whoever is accountable by the phase of the account is told, with the time until which it is
 * taken up.
 */
export const openAfterSales: Command<
  OpenAfterSalesInput,
  { readonly id: string; readonly told: readonly Told[] }
> = {
  name: 'openAfterSales',
  permission: { subject: 'afterSales', action: 'CREATE' },
  targets: ({ customerId, orderId, complaintId }) => [
    { kind: 'Customer', id: String(customerId), expectedVersion: null, reach: 'see', path: 'customerId' },
    ...(orderId == null
      ? []
      : [
          {
            kind: 'Order',
            id: String(orderId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'orderId',
          },
        ]),
    ...(complaintId == null
      ? []
      : [
          {
            kind: 'Complaint',
            id: String(complaintId),
            expectedVersion: null,
            reach: 'see' as const,
            path: 'complaintId',
          },
        ]),
  ],
  async run(work, { idempotencyKey: _, customerId, orderId, complaintId, lines, ...input }) {
    const { row, problems } = checkFields(kindNamed('AfterSalesCase'), input, {
      fields: afterSalesFields,
      partial: true,
    });
    if (row.kind == null) problems.push({ path: 'kind', message: 'input.required' });
    if (row.description == null) problems.push({ path: 'description', message: 'input.required' });
    if (problems.length > 0) throw badInput(...problems);
    const customer = (await work.load('Customer', String(customerId))) ?? {};
    const order = orderId == null ? null : await work.load('Order', String(orderId));
    if (order && String(order.customerId) !== String(customerId))
      throw badInput({ path: 'orderId', message: 'input.noSuchRecord' });
    const wanted = await linesOf(work, orderId == null ? null : String(orderId), lines);
    const responsible = await answersNow(work, customer);
    const { zone } = work.context.organisation;
    const facts = {
      state: 'OPEN',
      phase: responsible.phase,
      hasDiagnosis: false,
      hasResult: false,
      withinShipped: row.kind !== 'RETURN' || wanted.every(({ within }) => within),
      openSupport: 0,
      complaintEnded: true,
      reasonGiven: false,
    } as const;
    const cleared = await clear(work, afterSalesMachine, null, 'openAfterSales', null, facts);
    const dueAt = row.promisedAt ?? new Date(work.now.getTime() + settleDays * 86_400_000).toISOString();
    const acknowledgeDueAt = addWorkingHours(zone, work.now, acknowledgeHours).toISOString();
    const record: RecordRow = {
      ...row,
      no: await numberOfDay(work, 'SH', 'after-sales'),
      state: 'OPEN',
      stateSince: work.now.toISOString(),
      customerId: String(customerId),
      orderId: orderId == null ? null : String(orderId),
      complaintId: complaintId == null ? null : String(complaintId),
      phase: responsible.phase,
      responsibleId: responsible.staffId,
      openedAt: work.now.toISOString(),
      acknowledgeDueAt,
      dueAt,
    };
    const right = { subject: 'afterSales', action: 'CREATE' } as const;
    if (!(await work.reaches(right, 'AfterSalesCase', { ...record, id: '0' })))
      throw ruleViolation('rule.outsideOwnScope', null);
    const id = await work.insert('AfterSalesCase', record);
    for (const { orderLineId, quantity, note } of wanted)
      await work.insert('AfterSalesLine', { afterSalesCaseId: id, orderLineId, quantity, note });
    await logStep(work, afterSalesMachine, id, null, cleared, null);
    const told =
      responsible.staffId === null || responsible.staffId === work.actor.staffId
        ? []
        : await notify(work, {
            to: [responsible.staffId],
            message: 'afterSales.opened',
            content: { no: String(record.no) },
            weight: 'TODO',
            kind: 'AfterSalesCase',
            recordId: id,
            recordNo: String(record.no),
            dueAt: acknowledgeDueAt,
          });
    return { id, told };
  },
};

interface WantedLine {
  readonly orderLineId: string;
  readonly quantity: string;
  readonly note: string | null;
  readonly within: boolean;
}

async function linesOf(work: Work, orderId: string | null, given: unknown): Promise<readonly WantedLine[]> {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  const wanted: WantedLine[] = [];
  for (const [at, one] of list.entries()) {
    const { row, problems } = checkFields(kindNamed('AfterSalesLine'), one, {
      fields: ['orderLine', 'quantity', 'note'],
      partial: false,
      path: `lines.${at}.`,
    });
    if (problems.length > 0) throw badInput(...problems);
    const line = await work.load('OrderLine', String(row.orderLineId));
    if (!line || orderId === null || String(line.orderId) !== orderId)
      throw badInput({ path: `lines.${at}.orderLineId`, message: 'input.noSuchRecord' });
    const quantity = new Decimal(String(row.quantity));
    if (quantity.lte(0)) throw badInput({ path: `lines.${at}.quantity`, message: 'input.notPositive' });
    const left = new Decimal(String(line.shippedQuantity ?? 0)).minus(String(line.returnedQuantity ?? 0));
    wanted.push({
      orderLineId: String(row.orderLineId),
      quantity: quantity.toFixed(3),
      note: (row.note as string | null) ?? null,
      within: quantity.lte(left),
    });
  }
  return wanted;
}

/** Until when technical support answers: level 1 within two hours, level 2 by the end of the next working day (D5). */
export function supportDueAt(zone: string, at: Date, level: unknown): string {
  return (
    level === 'LEVEL_1' ? new Date(at.getTime() + 2 * 3_600_000) : endOfNextWorkingDay(zone, at)
  ).toISOString();
}
