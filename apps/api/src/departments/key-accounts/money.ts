import type { ActSpec, RootSpec } from '../../commands/act-schema.js';
import { type ActionRule, allowedActions } from '../../commands/allowed-actions.js';
import type { AnyMachine } from '../../workflow/machine.js';
import type { ResolverClass } from '../department.js';
import { allocationActions, costActs } from './costs/acts.js';
import { expenseMachine } from './costs/machine.js';
import { dealerActions, dealerActs, dealerRuleBeside } from './dealers/acts.js';
import { dealerRuleMachine } from './dealers/machine.js';
import { invoiceActions, orderMoneyActions, paymentActions } from './payments/actions.js';
import { paymentActs } from './payments/acts.js';
import { receivablesRoot } from './payments/receivables.js';
import { reviewProposalRoot } from './payments/review-proposal.js';
import { proposalActs } from './proposals/acts.js';
import { proposalMachine } from './proposals/machine.js';

/** Acts on payments, dealers, costs and proposals. */
export function moneyActs(): ActSpec[] {
  return [...paymentActs(), ...dealerActs(), ...costActs(), ...proposalActs()];
}

/** Their kinds whose path a table describes. */
export const moneyMachines: readonly AnyMachine[] = [dealerRuleMachine, expenseMachine, proposalMachine];

/** Buttons of those of their kinds that no table describes. */
export function moneyActions(): ResolverClass[] {
  return [
    allowedActions('Payment', paymentActions),
    allowedActions('Invoice', invoiceActions),
    allowedActions('Dealer', dealerActions),
    allowedActions('ResourceAllocation', allocationActions),
  ];
}

/** Their acts beside the tables of kinds that have a path. */
export const moneyBeside: Readonly<Record<string, readonly ActionRule[]>> = {
  Order: orderMoneyActions,
  DealerPolicy: dealerRuleBeside,
};

/** Their queries beside the catalogue's. */
export function moneyRoots(): RootSpec[] {
  return [receivablesRoot(), reviewProposalRoot()];
}

/** Who is answered what by these queries. */
export const moneyQueryRules: Readonly<Record<string, string>> = {
  receivables: 'needs a right to read payments; worked out by the read engine with the policy of the asker',
  orderReviewProposal: 'whoever sees the order; figures of the credit only to whom the limit is no secret',
};
