import { type Label, label } from '@kehu/domain/catalogue/labels';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { invoiceFields, issueInvoice, voidInvoice } from './invoices.js';
import { allocatePayment, paymentFields, recordPayment, undoAllocation } from './record.js';

const idOf = (name: string, text: Label): FieldSpecs => ({
  [name]: { type: () => scalars.id, required: true, label: text },
});
const answer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });

/** Mutations on payments received and invoices (R3.7). */
export function paymentActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'PaymentAllocationInput',
    inputFields('PaymentAllocation', ['order', 'amount'], ['order', 'amount']),
  );
  const booking = declarations.ref('PaymentAllocationInput');
  const allocations = { type: () => [booking() as never], label: label('核销', '沖銷', 'Bookings') };
  return [
    {
      command: recordPayment,
      label: moneyActLabel('recordPayment'),
      input: {
        ...idOf('customerId', label('客户', '客戶', 'Customer')),
        ...inputFields('Payment', paymentFields, ['amount', 'method', 'receivedOn']),
        allocations,
      },
      returns: 'Payment',
      answer,
    },
    {
      command: allocatePayment,
      label: moneyActLabel('allocatePayment'),
      input: { ...versioned, allocations: { ...allocations, required: true } },
      returns: 'Payment',
      answer,
    },
    {
      command: undoAllocation,
      label: moneyActLabel('undoAllocation'),
      input: { ...idOf('allocationId', label('核销', '沖銷', 'Booking')), ...reasonField(true) },
      returns: 'Payment',
      answer,
    },
    {
      command: issueInvoice,
      label: moneyActLabel('issueInvoice'),
      input: {
        ...idOf('orderId', label('订单', '訂單', 'Order')),
        ...inputFields('Invoice', invoiceFields, invoiceFields),
      },
      returns: 'Invoice',
      answer,
    },
    {
      command: voidInvoice,
      label: moneyActLabel('voidInvoice'),
      input: { ...versioned, ...reasonField(true) },
      returns: 'Invoice',
      answer,
    },
  ] as unknown as ActSpec[];
}
