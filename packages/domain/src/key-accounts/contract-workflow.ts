import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type ContractState, contractState } from './vocabularies.js';

export type ContractGuard =
  | 'authorDoesNotReview'
  | 'reasonGiven'
  | 'papersOnFile'
  | 'withinLimit'
  | 'overLimit'
  | 'notYetRenewed';

const row = transitionRows<ContractState, ContractGuard>({
  rights: [{ subject: 'contract', action: 'APPROVE' }],
  article: 'R3.1',
});
const pass = { field: 'decision', equals: 'PASS' } as const;
const back = { field: 'decision', equals: 'RETURN' } as const;
const drafts = [{ subject: 'contract', action: 'CREATE' }] as const;
const edits = [{ subject: 'contract', action: 'UPDATE' }] as const;

/**
 * A contract (R3.1): drafted by the account manager, approved by the department head, over the limit by the
 * general manager. A renewal is a new draft beside the old one, which stays in force until its last day and
 * counts as renewed from then on, so that no day is left without a contract.
 */
export const contractWorkflow: Workflow<ContractState, ContractGuard> = {
  kind: 'Contract',
  states: contractState.codes,
  ended: ['EXPIRED', 'RENEWED', 'TERMINATED'],
  transitions: [
    row('1', 'draftContract', { to: 'DRAFT', by: ['KAM'], rights: drafts }),
    row('2', 'submitContract', {
      from: ['DRAFT', 'RETURNED'],
      to: 'DEPT_REVIEW',
      by: ['KAM'],
      rights: edits,
      guards: ['papersOnFile'],
    }),
    row('3', 'approveContract', {
      when: pass,
      from: ['DEPT_REVIEW'],
      to: 'ACTIVE',
      by: ['DEPT_HEAD'],
      guards: ['authorDoesNotReview', 'withinLimit'],
    }),
    row('3a', 'approveContract', {
      when: pass,
      from: ['DEPT_REVIEW'],
      to: 'GM_REVIEW',
      by: ['DEPT_HEAD'],
      guards: ['authorDoesNotReview', 'overLimit'],
    }),
    row('3b', 'approveContract', {
      when: back,
      from: ['DEPT_REVIEW', 'GM_REVIEW'],
      to: 'RETURNED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    row('4', 'approveContract', {
      when: pass,
      from: ['GM_REVIEW'],
      to: 'ACTIVE',
      by: ['GM'],
      guards: ['authorDoesNotReview'],
    }),
    row('5', 'renewContract', {
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: ['KAM'],
      rights: edits,
      guards: ['notYetRenewed'],
      writes: ['Contract'],
    }),
    row('5a', 'renewContract', {
      from: ['EXPIRED'],
      to: 'EXPIRED',
      by: ['KAM'],
      rights: edits,
      guards: ['notYetRenewed'],
      writes: ['Contract'],
    }),
    row('6', 'expireContract', {
      from: ['ACTIVE'],
      to: 'EXPIRED',
      by: ['KAM'],
      rights: edits,
      effectOf: 'Contract',
    }),
    row('6a', 'succeedContract', {
      from: ['ACTIVE', 'EXPIRED'],
      to: 'RENEWED',
      by: ['KAM'],
      rights: edits,
      effectOf: 'Contract',
    }),
    row('7', 'terminateContract', {
      from: ['ACTIVE'],
      to: 'TERMINATED',
      by: ['DEPT_HEAD', 'GM'],
      guards: ['reasonGiven'],
    }),
  ],
};
