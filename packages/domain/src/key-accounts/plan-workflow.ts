import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type PlanState, planState } from './sales-plan.js';

export type PlanGuard =
  | 'hasLines'
  | 'sumsToParent'
  | 'parentApproved'
  | 'onlyOneApproved'
  | 'authorDoesNotReview'
  | 'reasonGiven'
  | 'periodBegun'
  | 'periodOver';

const row = transitionRows<PlanState, PlanGuard>({
  rights: [{ subject: 'salesPlan', action: 'UPDATE' }],
  article: 'R3.7',
});
const planners: readonly Role[] = ['KAM', 'AREA_MANAGER'];
const approves = [{ subject: 'salesPlan', action: 'APPROVE' }] as const;
const head: readonly Role[] = ['DEPT_HEAD'];
const manager: readonly Role[] = ['GM'];

/** The path of a sales plan (dossier D4): drafted, approved by department head and general manager, locked in execution. */
export const planWorkflow: Workflow<PlanState, PlanGuard> = {
  kind: 'SalesPlan',
  states: planState.codes,
  ended: ['CLOSED', 'SUPERSEDED'],
  transitions: [
    row('1', 'draftPlan', {
      to: 'DRAFT',
      by: planners,
      rights: [{ subject: 'salesPlan', action: 'CREATE' }],
      writes: ['SalesPlanLine'],
    }),
    row('2', 'submitPlan', {
      from: ['DRAFT', 'RETURNED', 'REVISION'],
      to: 'DEPT_REVIEW',
      by: planners,
      guards: ['hasLines', 'parentApproved', 'sumsToParent'],
      limit: 'SUBMIT',
    }),
    row('3', 'reviewPlan', {
      when: { field: 'decision', equals: 'PASS' },
      from: ['DEPT_REVIEW'],
      to: 'GM_REVIEW',
      by: head,
      rights: approves,
      guards: ['authorDoesNotReview'],
    }),
    row('3a', 'reviewPlan', {
      when: { field: 'decision', equals: 'RETURN' },
      from: ['DEPT_REVIEW'],
      to: 'RETURNED',
      by: head,
      rights: approves,
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    row('4', 'approvePlan', {
      when: { field: 'decision', equals: 'PASS' },
      from: ['GM_REVIEW'],
      to: 'APPROVED',
      by: manager,
      rights: approves,
      guards: ['authorDoesNotReview', 'onlyOneApproved', 'sumsToParent'],
    }),
    row('4a', 'approvePlan', {
      when: { field: 'decision', equals: 'RETURN' },
      from: ['GM_REVIEW'],
      to: 'RETURNED',
      by: manager,
      rights: approves,
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    row('5', 'executePlan', {
      from: ['APPROVED'],
      to: 'IN_EXECUTION',
      by: planners,
      guards: ['periodBegun'],
    }),
    row('6', 'revisePlan', {
      to: 'REVISION',
      by: planners,
      rights: [{ subject: 'salesPlan', action: 'CREATE' }],
      guards: ['reasonGiven'],
      writes: ['SalesPlanLine'],
    }),
    row('7', 'supersedePlan', {
      from: ['APPROVED', 'IN_EXECUTION'],
      to: 'SUPERSEDED',
      by: manager,
      rights: approves,
      effectOf: 'SalesPlan',
    }),
    row('8', 'closePlan', {
      from: ['IN_EXECUTION', 'APPROVED'],
      to: 'CLOSED',
      by: planners,
      guards: ['periodOver'],
    }),
  ],
};
