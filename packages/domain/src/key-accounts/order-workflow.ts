import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Transition, Workflow } from '../workflow/workflow.js';
import { type OrderState, orderState } from './order-vocabularies.js';

/** Guards of the order's path; what each one asks stands in `order-guards.ts`. */
export type OrderGuard =
  | 'accountable'
  | 'hasLines'
  | 'contractInForce'
  | 'reviewComplete'
  | 'submitterDoesNotReview'
  | 'everythingMet'
  | 'promiseGiven'
  | 'customerTold'
  | 'milestonesDated'
  | 'slipsExplained'
  | 'noChangeOpen'
  | 'resumesWhereHeld'
  | 'customerConfirmed'
  | 'reasonGiven'
  | 'nothingShipped'
  | 'lateCancellationApproved'
  | 'partOnTheWay'
  | 'allOnTheWay'
  | 'allSettled'
  | 'proofOnFile'
  | 'invoiced'
  | 'paidOrTermed'
  | 'noOpenAfterSales';

export type OrderTransition = Transition<OrderState, OrderGuard>;

const row = transitionRows<OrderState, OrderGuard>({
  rights: [{ subject: 'order', action: 'UPDATE' }],
  article: 'D5',
});
const mayEdit = { subject: 'order', action: 'UPDATE' } as const;
const mayRelease = { subject: 'creditRelease', action: 'APPROVE' } as const;
const mayShip = { subject: 'shipment', action: 'UPDATE' } as const;

const accountable: readonly Role[] = ['KAM', 'OPS'];
const operations: readonly Role[] = ['OPS'];
const logistics: readonly Role[] = ['LOGISTICS'];
/** States in which an order may be held; it resumes where it was. */
const holdable = [
  'SUBMITTED',
  'REVIEWED',
  'CONFIRMED',
  'IN_PREPARATION',
  'READY',
  'PARTLY_SHIPPED',
] as const satisfies readonly OrderState[];
const changeable = [
  'REVIEWED',
  'CONFIRMED',
  'IN_PREPARATION',
  'READY',
] as const satisfies readonly OrderState[];
const unshipped = [
  'DRAFT',
  'SUBMITTED',
  'REVIEWED',
  'CONFIRMED',
  'IN_PREPARATION',
  'READY',
  'CHANGED',
] as const;

/**
 * The path of an order (dossier D5, R3.2); who is accountable is decided by the phase of the account. A change
 * that the customer accepts is reviewed anew; one that he refuses leaves the order as it was.
 */
export const orderTransitions: readonly OrderTransition[] = [
  row('1', 'createOrder', {
    to: 'DRAFT',
    by: accountable,
    rights: [{ subject: 'order', action: 'CREATE' }],
    guards: ['accountable'],
    writes: ['OrderLine'],
    article: 'R3.2',
  }),
  row('2', 'submitOrder', {
    from: ['DRAFT'],
    to: 'SUBMITTED',
    by: accountable,
    guards: ['accountable', 'hasLines', 'contractInForce'],
    article: 'R3.2',
  }),
  row('3', 'reviewOrder', {
    when: { field: 'result', equals: 'PASS' },
    from: ['SUBMITTED'],
    to: 'REVIEWED',
    by: operations,
    guards: ['submitterDoesNotReview', 'reviewComplete'],
    writes: ['OrderReviewItem'],
    limit: 'REVIEW',
  }),
  row('3a', 'reviewOrder', {
    when: { field: 'result', equals: 'RETURN' },
    from: ['SUBMITTED'],
    to: 'DRAFT',
    by: operations,
    guards: ['submitterDoesNotReview', 'reasonGiven'],
    writes: ['OrderReviewItem'],
    limit: 'REVIEW',
  }),
  row('4', 'confirmOrder', {
    from: ['REVIEWED'],
    to: 'CONFIRMED',
    by: accountable,
    guards: ['accountable', 'everythingMet', 'promiseGiven'],
    requires: ['OrderReviewItem'],
    writes: ['CustomerNotice'],
    limit: 'CONFIRM',
  }),
  row('5', 'prepareOrder', {
    from: ['CONFIRMED'],
    to: 'IN_PREPARATION',
    by: operations,
    guards: ['milestonesDated', 'customerTold'],
    requires: ['OrderMilestone'],
  }),
  row('6', 'readyOrder', {
    from: ['IN_PREPARATION'],
    to: 'READY',
    by: operations,
    guards: ['slipsExplained', 'noChangeOpen'],
  }),
  row('7', 'dispatchShipment', {
    when: { field: 'shipped', equals: 'PART' },
    from: ['READY', 'PARTLY_SHIPPED'],
    to: 'PARTLY_SHIPPED',
    by: logistics,
    rights: [mayShip],
    guards: ['partOnTheWay'],
    writes: ['ShipmentLine'],
    effectOf: 'Shipment',
  }),
  row('8', 'dispatchShipment', {
    when: { field: 'shipped', equals: 'ALL' },
    from: ['READY', 'PARTLY_SHIPPED'],
    to: 'SHIPPED',
    by: logistics,
    rights: [mayShip],
    guards: ['allOnTheWay'],
    writes: ['ShipmentLine'],
    effectOf: 'Shipment',
  }),
  row('9', 'deliverOrder', {
    from: ['SHIPPED'],
    to: 'DELIVERED',
    by: logistics,
    rights: [mayShip],
    guards: ['allSettled', 'proofOnFile'],
    requires: ['Shipment'],
  }),
  row('10', 'completeOrder', {
    from: ['DELIVERED'],
    to: 'COMPLETED',
    by: operations,
    guards: ['invoiced', 'paidOrTermed', 'noOpenAfterSales'],
  }),
  row('11', 'holdOrder', {
    from: holdable,
    to: 'ON_HOLD',
    by: [...accountable, 'FINANCE'],
    guards: ['reasonGiven'],
    rights: [mayEdit, mayRelease],
  }),
  ...holdable.map((state) =>
    row(`12-${state}`, 'resumeOrder', {
      from: ['ON_HOLD'],
      to: state,
      by: [...accountable, 'FINANCE'],
      guards: ['resumesWhereHeld'],
      rights: [mayEdit, mayRelease],
    }),
  ),
  row('13', 'changeOrder', {
    from: changeable,
    to: 'CHANGED',
    by: accountable,
    guards: ['accountable', 'reasonGiven'],
    writes: ['OrderChange'],
  }),
  row('14', 'confirmOrderChange', {
    when: { field: 'customerAnswer', equals: 'ACCEPTED' },
    from: ['CHANGED'],
    to: 'SUBMITTED',
    by: accountable,
    guards: ['accountable', 'customerConfirmed'],
    writes: ['CustomerNotice'],
  }),
  ...changeable.map((state) =>
    row(`14a-${state}`, 'confirmOrderChange', {
      when: { field: 'customerAnswer', equals: 'REFUSED' },
      from: ['CHANGED'],
      to: state,
      by: accountable,
      guards: ['accountable', 'resumesWhereHeld', 'customerConfirmed'],
      writes: ['CustomerNotice'],
    }),
  ),
  row('15', 'cancelOrder', {
    from: unshipped,
    to: 'CANCELLED',
    by: accountable,
    guards: ['accountable', 'reasonGiven', 'nothingShipped'],
  }),
  row('15a', 'cancelOrder', {
    from: ['ON_HOLD', 'PARTLY_SHIPPED'],
    to: 'CANCELLED',
    by: accountable,
    guards: ['accountable', 'reasonGiven', 'lateCancellationApproved'],
  }),
];

export const orderWorkflow: Workflow<OrderState, OrderGuard> = {
  kind: 'Order',
  states: orderState.codes,
  ended: ['COMPLETED', 'CANCELLED'],
  transitions: orderTransitions,
};
