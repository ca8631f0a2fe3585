import type { CaseFacts } from './case-facts.js';
import type { ComplaintState } from './vocabularies.js';

/** What the next act depends on. */
export type ExpectedFacts = Pick<CaseFacts, 'state' | 'procedure' | 'anonymous' | 'situation'>;

const byState: Readonly<Record<ComplaintState, string | null>> = {
  REGISTERED: 'assessComplaint',
  PENDING_RULING: 'ruleOnComplaint',
  NOT_ACCEPTED: 'explainNonAcceptance',
  ACCEPTED: 'assignComplaint',
  ASSIGNED: 'acceptAssignment',
  INVESTIGATING: 'submitInvestigationReport',
  REPORT_REVIEW: 'reviewInvestigationReport',
  HR_REVIEW: 'giveHrOpinion',
  GM_REVIEW: 'decideComplaint',
  OPINION_DRAFT: 'submitHandlingOpinion',
  OPINION_REVIEW: 'reviewHandlingOpinion',
  REPLY_PENDING: 'replyToCustomer',
  EXECUTING: 'closeComplaint',
  CLOSED: null,
  CLOSED_NOT_ACCEPTED: null,
  WITHDRAWN: null,
};

/**
 * The act that is expected of a case now; null when it has ended. `situations` are those that are
 * switched on: a case of another one takes path A (F2).
 */
export function expectedAct(facts: ExpectedFacts, situations: readonly string[]): string | null {
  const { state, procedure, anonymous, situation } = facts;
  if (state === 'REGISTERED' && procedure === 'SIMPLE') return 'ruleOnComplaint';
  if (anonymous && (state === 'NOT_ACCEPTED' || state === 'REPLY_PENDING')) return 'closeAnonymousComplaint';
  if (state === 'ACCEPTED' && situations.includes(situation)) {
    if (situation === 'B_CONTRACT') return 'submitContractDispute';
    if (situation === 'C_DISPATCH') return 'assignDispatchCase';
  }
  return byState[state];
}
