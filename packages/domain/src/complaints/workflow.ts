import type { Workflow } from '../workflow/workflow.js';
import type { ComplaintGuard, ComplaintTransition } from './transition.js';
import { acceptanceTransitions } from './transitions-acceptance.js';
import { closingTransitions } from './transitions-closing.js';
import { decisionTransitions } from './transitions-decision.js';
import { investigationTransitions } from './transitions-investigation.js';
import { type ComplaintState, complaintState, endedStates } from './vocabularies.js';

export type { ComplaintGuard, ComplaintTransition } from './transition.js';

/**
 * The 25 transitions of D1.2 in their stretches, with those that the open questions and the simple
 * procedure add: a letter behind a number is a branch of it, S stands for simple and anonymous cases.
 */
export const complaintTransitions: readonly ComplaintTransition[] = [
  ...acceptanceTransitions,
  ...investigationTransitions,
  ...decisionTransitions,
  ...closingTransitions,
];

/** The complaint pipeline (dossier D1). */
export const complaintWorkflow: Workflow<ComplaintState, ComplaintGuard> = {
  kind: 'Complaint',
  states: complaintState.codes,
  ended: endedStates,
  transitions: complaintTransitions,
};
