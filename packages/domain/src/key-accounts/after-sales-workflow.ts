import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type AfterSalesState, afterSalesState } from './after-sales.js';

export type AfterSalesGuard =
  | 'accountable'
  | 'diagnosisGiven'
  | 'returnWithinShipped'
  | 'resultGiven'
  | 'supportSettled'
  | 'reasonGiven'
  | 'complaintSettled';

const row = transitionRows<AfterSalesState, AfterSalesGuard>({
  rights: [{ subject: 'afterSales', action: 'UPDATE' }],
  article: 'R3.5',
});
const anyone: readonly Role[] = ['KAM', 'OPS', 'OPS_CS'];
const working: readonly Role[] = ['KAM', 'OPS', 'OPS_CS', 'TECH'];
const open = [
  'OPEN',
  'ACKNOWLEDGED',
  'DIAGNOSING',
  'ACTION',
  'DONE',
] as const satisfies readonly AfterSalesState[];

/** The path of an after-sales case (dossier D5); accountable by the phase of the account. */
export const afterSalesWorkflow: Workflow<AfterSalesState, AfterSalesGuard> = {
  kind: 'AfterSalesCase',
  states: afterSalesState.codes,
  ended: ['CLOSED'],
  transitions: [
    row('1', 'openAfterSales', {
      to: 'OPEN',
      by: anyone,
      rights: [{ subject: 'afterSales', action: 'CREATE' }],
      guards: ['returnWithinShipped'],
      writes: ['AfterSalesLine'],
    }),
    row('2', 'acknowledgeAfterSales', {
      from: ['OPEN'],
      to: 'ACKNOWLEDGED',
      by: anyone,
      guards: ['accountable'],
      limit: 'ACKNOWLEDGE',
    }),
    row('3', 'diagnoseAfterSales', { from: ['ACKNOWLEDGED'], to: 'DIAGNOSING', by: working }),
    row('4', 'actOnAfterSales', {
      from: ['DIAGNOSING'],
      to: 'ACTION',
      by: working,
      guards: ['diagnosisGiven'],
    }),
    row('5', 'finishAfterSales', {
      from: ['ACTION'],
      to: 'DONE',
      by: working,
      guards: ['resultGiven', 'supportSettled', 'returnWithinShipped'],
      limit: 'FINISH',
    }),
    row('6', 'confirmAfterSales', {
      when: { field: 'answer', equals: 'SATISFIED' },
      from: ['DONE'],
      to: 'CUSTOMER_CONFIRMED',
      by: anyone,
      guards: ['accountable'],
    }),
    row('6a', 'confirmAfterSales', {
      when: { field: 'answer', equals: 'NOT_SATISFIED' },
      from: ['DONE'],
      to: 'ACTION',
      by: anyone,
      guards: ['accountable', 'reasonGiven'],
    }),
    row('7', 'closeAfterSales', {
      from: ['CUSTOMER_CONFIRMED'],
      to: 'CLOSED',
      by: anyone,
      guards: ['accountable'],
    }),
    row('8', 'disputeAfterSales', {
      from: open,
      to: 'DISPUTED',
      by: anyone,
      guards: ['reasonGiven'],
      writes: ['Complaint'],
    }),
    row('9', 'settleDispute', {
      from: ['DISPUTED'],
      to: 'ACTION',
      by: anyone,
      guards: ['accountable', 'complaintSettled'],
    }),
  ],
};
