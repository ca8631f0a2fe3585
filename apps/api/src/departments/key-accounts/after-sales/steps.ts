import { label } from '@kehu/domain/catalogue/labels';
import type { AfterSalesState } from '@kehu/domain/key-accounts/after-sales';
import type { AfterSalesFacts } from '@kehu/domain/key-accounts/after-sales-guards';
import type { AfterSalesGuard } from '@kehu/domain/key-accounts/after-sales-workflow';
import { Decimal } from 'decimal.js';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { inputFields, reasonField } from '../../../commands/act-schema.js';
import type { Work } from '../../../commands/command.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import { inOrderOf } from '../../../records/in-order.js';
import type { WorkflowAct } from '../../../workflow/act.js';
import { fieldsOf, hasReason, reasonOf } from '../../../workflow/step-input.js';
import { complaintOf } from '../complaint-of.js';
import { moveStock } from '../shipments/effects.js';

type AfterSalesAct = WorkflowAct<AfterSalesState, AfterSalesGuard, AfterSalesFacts>;

/**
 * Goods of a return come back: the lines count them as returned, never more than was shipped, and the stock
 * takes them in again where they are fit for it. Locks the order before its lines.
 */
async function takeBack(work: Work, row: RecordRow, restock: boolean): Promise<void> {
  if (row.kind !== 'RETURN' || row.orderId == null) return;
  await work.load('Order', String(row.orderId));
  const parts = await work.find('AfterSalesLine', { afterSalesCaseId: String(row.id) });
  for (const { orderLineId, quantity } of inOrderOf(parts, 'orderLineId')) {
    const line = (await work.load('OrderLine', String(orderLineId))) ?? {};
    const returned = new Decimal(String(line.returnedQuantity ?? 0)).plus(String(quantity));
    await work.update('OrderLine', String(orderLineId), { returnedQuantity: returned.toFixed(3) });
    if (restock) await moveStock(work, line, new Decimal(String(quantity)));
  }
  await work.update('Order', String(row.orderId), { returned: true });
}

/** The acts of an after-sales case (R3.5, D5), in their order. */
export function afterSalesSteps(): AfterSalesAct[] {
  const answerField = {
    answer: {
      type: () => GraphQLString,
      required: true as const,
      label: label('SATISFIED 或 NOT_SATISFIED', 'SATISFIED 或 NOT_SATISFIED', 'SATISFIED or NOT_SATISFIED'),
    },
  };
  return [
    {
      name: 'acknowledgeAfterSales',
      input: inputFields('AfterSalesCase', ['promisedAt']),
      write: async (work, input, row) => ({
        changes: {
          ...fieldsOf('AfterSalesCase', input, ['promisedAt']),
          acknowledgedAt: work.now.toISOString(),
          responsibleId: row.responsibleId ?? work.actor.staffId,
        },
      }),
    },
    { name: 'diagnoseAfterSales', input: {} },
    {
      name: 'actOnAfterSales',
      input: inputFields('AfterSalesCase', ['diagnosis', 'kind']),
      given: (_work, input, row) => ({ hasDiagnosis: (input.diagnosis ?? row.diagnosis) != null }),
      write: async (_work, input) => ({ changes: fieldsOf('AfterSalesCase', input, ['diagnosis', 'kind']) }),
    },
    {
      name: 'finishAfterSales',
      input: {
        ...inputFields('AfterSalesCase', ['result']),
        restock: {
          type: () => GraphQLBoolean,
          label: label('退货入库', '退貨入庫', 'Put what came back into stock'),
        },
      },
      given: (_work, input, row) => ({ hasResult: (input.result ?? row.result) != null }),
      async write(work, input, row) {
        await takeBack(work, row, input.restock === true);
        const late = row.dueAt != null && new Date(String(row.dueAt)).getTime() < work.now.getTime();
        return {
          changes: { ...fieldsOf('AfterSalesCase', input, ['result']), doneAt: work.now.toISOString(), late },
        };
      },
    },
    {
      name: 'confirmAfterSales',
      input: { ...answerField, ...reasonField(false) },
      outcome: ({ answer }) => String(answer),
      given: (_work, input) => hasReason(input),
      write: async (_work, input) => ({ note: reasonOf(input) }),
    },
    {
      name: 'closeAfterSales',
      input: {},
      write: async (work) => ({ changes: { closedAt: work.now.toISOString() } }),
    },
    {
      name: 'disputeAfterSales',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      async write(work, input, row) {
        const reason = cleanReason(input.reason, 'reason');
        const complaintId = await complaintOf(work, {
          customerId: String(row.customerId),
          orderId: row.orderId == null ? null : String(row.orderId),
          category: 'AFTER_SALES',
          subject: `${String(row.no)} ${reason}`.slice(0, 100),
          description: `${reason}\n${String(row.description)}`,
        });
        return { note: reason, changes: { complaintId } };
      },
    },
    {
      name: 'settleDispute',
      input: reasonField(true),
      given: (_work, input) => hasReason(input),
      write: async (_work, input) => ({ note: cleanReason(input.reason, 'reason') }),
    },
  ];
}
