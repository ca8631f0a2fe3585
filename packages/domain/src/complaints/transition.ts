import { handlingRoles } from '../access/handling-roles.js';
import type { Role } from '../access/roles.js';
import type { Transition, TransitionRight } from '../workflow/workflow.js';
import type { ComplaintState } from './vocabularies.js';

/** Guards of D1.2, D1.3 and B7; what each one asks stands in `guards.ts`. */
export type ComplaintGuard =
  | 'complainedStaysOut'
  | 'superiorRules'
  | 'assessorDoesNotRule'
  | 'rulerDoesNotOverride'
  | 'authorDoesNotReview'
  | 'severeRefusalNeedsConsent'
  | 'withinOverrideDays'
  | 'departmentNotComplainedAbout'
  | 'situationDispute'
  | 'situationDispatch'
  | 'situationQuality'
  | 'operationsOrLogisticsHandles'
  | 'refusedAtMostOnce'
  | 'originalAttached'
  | 'reportExists'
  | 'disputePath'
  | 'opinionRefersToHr'
  | 'compensationSettled'
  | 'noOpenAssistance'
  | 'preventiveActionRecorded'
  | 'noPreventionExplained'
  | 'breachReasonGiven'
  | 'nothingToExecute'
  | 'remedyToExecute'
  | 'roundsLeft'
  | 'afterTwoRejections'
  | 'proofOfRemedy'
  | 'withinReopenDays'
  | 'lateWithdrawalOn'
  | 'statementOnFile'
  | 'simpleProcedureOn'
  | 'anonymousCase'
  | 'notAnonymous'
  | 'batchReviewOn'
  | 'keyAccountEarly'
  | 'notKeyAccountReviewer'
  | 'hrComplainedAbout'
  | 'hrNotComplainedAbout';

/** How often a case was returned, rejected by the customer, sent back by the department assigned. */
export type ComplaintCounter = 'returns' | 'rejections' | 'refusals';

export type ComplaintTransition = Transition<ComplaintState, ComplaintGuard, ComplaintCounter>;

export const right = (subject: string, action: TransitionRight['action']): TransitionRight => ({
  subject,
  action,
});
/** Whoever is assigned as handler, whatever the role: the rights reach only cases that one handles. */
export const handlers = handlingRoles;
export const reviewers = ['HANDLER_SUP', 'DEPT_HEAD'] as const satisfies readonly Role[];
export const rulers = ['STORE_SUP', 'AREA_MANAGER', 'OPS_CS', 'GM'] as const satisfies readonly Role[];

/** One row of the table; what it leaves out is none. */
export const row = (
  id: string,
  act: string,
  parts: Partial<ComplaintTransition> & Pick<ComplaintTransition, 'to' | 'by' | 'rights' | 'article'>,
): ComplaintTransition => ({
  from: [],
  guards: [],
  requires: [],
  writes: [],
  limit: null,
  ...parts,
  id,
  act,
});

/** One outcome of an act that has several. */
export const outcome = (field: string, equals: string) => ({ when: { field, equals } });
