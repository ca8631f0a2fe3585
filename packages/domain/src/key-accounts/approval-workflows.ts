import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type ExpenseState, expenseState } from './cost.js';
import { type DealerRuleState, dealerRuleState } from './dealer.js';
import { type ProposalState, proposalState } from './proposal.js';

/** Guards that the approvals of this department share. */
export type ApprovalGuard =
  | 'authorDoesNotReview'
  | 'reasonGiven'
  | 'papersOnFile'
  | 'effectiveDateGiven'
  | 'settlementWithinApproval'
  | 'effectGiven';

const rule = transitionRows<DealerRuleState, ApprovalGuard>({
  rights: [{ subject: 'dealerRules', action: 'APPROVE' }],
  article: 'R3.7',
});

/** Dealer rules (D4): drafted, reviewed by the head, decided by the general manager, in force from a date. */
export const dealerRuleWorkflow: Workflow<DealerRuleState, ApprovalGuard> = {
  kind: 'DealerPolicy',
  states: dealerRuleState.codes,
  ended: ['SUPERSEDED'],
  transitions: [
    rule('1', 'draftDealerRule', {
      to: 'DRAFT',
      by: ['KAM'],
      rights: [{ subject: 'dealerRules', action: 'CREATE' }],
    }),
    rule('2', 'submitDealerRule', {
      from: ['DRAFT', 'RETURNED'],
      to: 'DEPT_REVIEW',
      by: ['KAM'],
      rights: [{ subject: 'dealerRules', action: 'CREATE' }],
      guards: ['effectiveDateGiven'],
    }),
    rule('3', 'reviewDealerRule', {
      when: { field: 'decision', equals: 'PASS' },
      from: ['DEPT_REVIEW'],
      to: 'GM_REVIEW',
      by: ['DEPT_HEAD'],
      guards: ['authorDoesNotReview'],
    }),
    rule('3a', 'reviewDealerRule', {
      when: { field: 'decision', equals: 'RETURN' },
      from: ['DEPT_REVIEW', 'GM_REVIEW'],
      to: 'RETURNED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    rule('4', 'enactDealerRule', {
      from: ['GM_REVIEW'],
      to: 'EFFECTIVE',
      by: ['GM'],
      guards: ['authorDoesNotReview', 'effectiveDateGiven'],
    }),
    rule('5', 'supersedeDealerRule', { from: ['EFFECTIVE'], to: 'SUPERSEDED', by: ['GM'] }),
  ],
};

const proposal = transitionRows<ProposalState, ApprovalGuard>({
  rights: [{ subject: 'proposal', action: 'APPROVE' }],
  article: 'R3.3',
});

/** Proposals (D4, R3.3, R3.7): reviewed, adopted or declined with a reason to the proposer, effect checked. */
export const proposalWorkflow: Workflow<ProposalState, ApprovalGuard> = {
  kind: 'ImprovementProposal',
  states: proposalState.codes,
  ended: ['DECLINED', 'EFFECT_CHECKED'],
  transitions: [
    proposal('1', 'submitProposal', {
      to: 'SUBMITTED',
      by: ['KAM', 'OPS', 'LOGISTICS', 'TECH', 'OPS_CS', 'FINANCE', 'AREA_MANAGER'],
      rights: [{ subject: 'proposal', action: 'CREATE' }],
      article: 'R3.7',
    }),
    proposal('2', 'reviewProposal', {
      from: ['SUBMITTED'],
      to: 'REVIEWED',
      by: ['DEPT_HEAD'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
      limit: 'ANSWER',
    }),
    proposal('3', 'decideProposal', {
      when: { field: 'decision', equals: 'ADOPT' },
      from: ['REVIEWED'],
      to: 'ADOPTED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['authorDoesNotReview'],
      limit: 'ANSWER',
    }),
    proposal('3a', 'decideProposal', {
      when: { field: 'decision', equals: 'DECLINE' },
      from: ['REVIEWED'],
      to: 'DECLINED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
      limit: 'ANSWER',
    }),
    proposal('4', 'implementProposal', { from: ['ADOPTED'], to: 'IMPLEMENTED', by: ['DEPT_HEAD', 'GM'] }),
    proposal('5', 'checkProposalEffect', {
      from: ['IMPLEMENTED'],
      to: 'EFFECT_CHECKED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['authorDoesNotReview', 'effectGiven'],
    }),
  ],
};

const expense = transitionRows<ExpenseState, ApprovalGuard>({
  rights: [{ subject: 'expense', action: 'APPROVE' }],
  article: 'R3.4',
});

/** Expenses (R3.4): applied for before, approved, claimed with the bill, settled by finance. */
export const expenseWorkflow: Workflow<ExpenseState, ApprovalGuard> = {
  kind: 'ExpenseClaim',
  states: expenseState.codes,
  ended: ['SETTLED', 'DECLINED', 'WITHDRAWN'],
  transitions: [
    expense('1', 'requestExpense', {
      to: 'REQUESTED',
      by: ['KAM'],
      rights: [{ subject: 'expense', action: 'CREATE' }],
    }),
    expense('2', 'decideExpense', {
      when: { field: 'decision', equals: 'PASS' },
      from: ['REQUESTED'],
      to: 'APPROVED',
      by: ['DEPT_HEAD', 'AREA_MANAGER', 'GM'],
      guards: ['authorDoesNotReview'],
    }),
    expense('2a', 'decideExpense', {
      when: { field: 'decision', equals: 'DECLINE' },
      from: ['REQUESTED'],
      to: 'DECLINED',
      by: ['DEPT_HEAD', 'AREA_MANAGER', 'GM'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    expense('3', 'claimExpense', {
      from: ['APPROVED'],
      to: 'CLAIMED',
      by: ['KAM'],
      rights: [{ subject: 'expense', action: 'UPDATE' }],
      guards: ['papersOnFile'],
    }),
    expense('3a', 'reapplyExpense', {
      from: ['APPROVED', 'CLAIMED'],
      to: 'REQUESTED',
      by: ['KAM'],
      rights: [{ subject: 'expense', action: 'UPDATE' }],
      guards: ['reasonGiven'],
    }),
    expense('4', 'settleExpense', {
      from: ['CLAIMED'],
      to: 'SETTLED',
      by: ['FINANCE'],
      guards: ['authorDoesNotReview', 'settlementWithinApproval'],
      writes: ['CostEntry'],
    }),
    expense('5', 'withdrawExpense', {
      from: ['REQUESTED', 'APPROVED'],
      to: 'WITHDRAWN',
      by: ['KAM'],
      rights: [{ subject: 'expense', action: 'UPDATE' }],
    }),
  ],
};
