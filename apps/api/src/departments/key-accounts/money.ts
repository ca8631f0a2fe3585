import type { ActSpec, RootSpec } from '../../commands/act-schema.js';
import { type ActionRule, allowedActions } from '../../commands/allowed-actions.js';
import type { AnyMachine } from '../../workflow/machine.js';
import type { ResolverClass } from '../department.js';
import { invoiceActions, orderMoneyActions, paymentActions } from './payments/actions.js';
import { paymentActs } from './payments/acts.js';
import { receivablesRoot } from './payments/receivables.js';
import { reviewProposalRoot } from './payments/review-proposal.js';

/** Acts on payments, dealers, costs and proposals. */
export function moneyActs(): ActSpec[] {
  return [...paymentActs()];
}

/** Their kinds whose path a table describes. */
export const moneyMachines: readonly AnyMachine[] = [];

/** Buttons of those of their kinds that no table describes. */
export function moneyActions(): ResolverClass[] {
  return [allowedActions('Payment', paymentActions), allowedActions('Invoice', invoiceActions)];
}

/** Their acts beside the tables of kinds that have a path. */
export const moneyBeside: Readonly<Record<string, readonly ActionRule[]>> = { Order: orderMoneyActions };

/** Their queries beside the catalogue's. */
export function moneyRoots(): RootSpec[] {
  return [receivablesRoot(), reviewProposalRoot()];
}

/** Who is answered what by these queries. */
export const moneyQueryRules: Readonly<Record<string, string>> = {
  receivables: 'needs a right to read payments; worked out by the read engine with the policy of the asker',
  orderReviewProposal: 'whoever sees the order; figures of the credit only to whom the limit is no secret',
};
