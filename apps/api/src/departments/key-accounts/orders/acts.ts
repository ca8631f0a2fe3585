import { type Label, label } from '@kehu/domain/catalogue/labels';
import { orderActLabel } from '@kehu/domain/key-accounts/act-labels';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { workflowSpec } from '../../../workflow/act.js';
import { decideOrderApproval, requestOrderApproval } from './approvals.js';
import { orderChanges } from './change.js';
import { createOrder, orderFields, updateOrder } from './entry.js';
import { commentOnOrder, planMilestones, recordMilestone, tellCustomer } from './follow-up.js';
import { lineFields } from './lines.js';
import { orderMachine } from './machine.js';
import { orderSteps } from './steps.js';

const idOf = (name: string, text: Label): FieldSpecs => ({
  [name]: { type: () => scalars.id, required: true, label: text },
});
const orderId = idOf('orderId', label('订单', '訂單', 'Order'));
const answer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });

/** Mutations on orders: the path of D5, and what is done beside it. */
export function orderActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input('OrderLineInput', inputFields('OrderLine', lineFields, ['product', 'quantity']));
  declarations.input('OrderLineChangeInput', {
    lineId: {
      type: () => scalars.id,
      label: label('明细；新增的行留空', '明細；新增的行留空', 'Line; empty for a new one'),
    },
    removed: { type: () => GraphQLBoolean, label: label('作废该行', '作廢該行', 'Strike the line out') },
    ...inputFields('OrderLine', lineFields),
  });
  declarations.input(
    'MilestoneInput',
    inputFields('OrderMilestone', ['kind', 'plannedOn'], ['kind', 'plannedOn']),
  );
  const line = declarations.ref('OrderLineInput');
  const lineChange = declarations.ref('OrderLineChangeInput');
  const milestone = declarations.ref('MilestoneInput');
  const lines = { type: () => [line() as never], label: label('明细', '明細', 'Lines') };
  const acts = [
    {
      command: createOrder,
      label: orderActLabel('createOrder'),
      input: {
        ...idOf('customerId', label('客户', '客戶', 'Customer')),
        ...inputFields('Order', orderFields),
        lines: { ...lines, required: true },
      },
      returns: 'Order',
      answer,
    },
    {
      command: updateOrder,
      label: orderActLabel('updateOrder'),
      input: { ...versioned, ...inputFields('Order', orderFields), lines },
      returns: 'Order',
      answer,
    },
    {
      command: planMilestones,
      label: orderActLabel('planMilestones'),
      input: {
        ...orderId,
        milestones: {
          type: () => [milestone() as never],
          required: true,
          label: label('节点', '節點', 'Milestones'),
        },
      },
      returns: 'Order',
      answer,
    },
    {
      command: recordMilestone,
      label: orderActLabel('recordMilestone'),
      input: {
        ...orderId,
        ...inputFields('OrderMilestone', ['kind', 'plannedOn', 'actualOn', 'lateReason'], ['kind']),
      },
      returns: 'Order',
      answer,
    },
    {
      command: tellCustomer,
      label: orderActLabel('tellCustomer'),
      input: {
        ...orderId,
        ...inputFields('CustomerNotice', ['occasion', 'mode', 'content'], ['occasion', 'mode']),
      },
      returns: 'Order',
      answer,
    },
    {
      command: commentOnOrder,
      label: orderActLabel('commentOnOrder'),
      input: { ...orderId, ...inputFields('OrderComment', ['text'], ['text']) },
      returns: 'Order',
      answer,
    },
    {
      command: requestOrderApproval,
      label: orderActLabel('requestOrderApproval'),
      input: {
        ...orderId,
        ...inputFields('OrderApproval', ['kind', 'amount', 'reason'], ['kind', 'reason']),
      },
      returns: 'Order',
      answer,
    },
    {
      command: decideOrderApproval,
      label: orderActLabel('decideOrderApproval'),
      input: {
        ...idOf('approvalId', label('审批', '審批', 'Approval')),
        decision: {
          type: () => GraphQLString,
          required: true,
          label: label('APPROVED 或 DECLINED', 'APPROVED 或 DECLINED', 'APPROVED or DECLINED'),
        },
        ...reasonField(false),
      },
      returns: 'Order',
      answer,
    },
  ] as unknown as ActSpec[];
  const changes = orderChanges({
    lines: { type: () => [lineChange() as never], label: label('明细变更', '明細變更', 'Changes of lines') },
  });
  return [...acts, ...[...orderSteps(), ...changes].map((act) => workflowSpec(orderMachine, act))];
}
