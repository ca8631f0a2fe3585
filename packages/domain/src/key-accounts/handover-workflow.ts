import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type HandoverState, handoverState } from './vocabularies.js';

export type HandoverGuard =
  | 'accountInEarlyPhase'
  | 'noOtherHandover'
  | 'authorDoesNotReview'
  | 'everythingReceived'
  | 'listComplete'
  | 'reasonGiven';

const row = transitionRows<HandoverState, HandoverGuard>({
  rights: [{ subject: 'phaseHandover', action: 'APPROVE' }],
  article: 'R3.2',
});
const proposes = [{ subject: 'phaseHandover', action: 'CREATE' }] as const;

/**
 * Handing an account over 移交 (R3.2, D5): the manager proposes with the itemised list, operations tick and
 * accept it, the department head approves; only then the phase and everything that follows it move.
 */
export const handoverWorkflow: Workflow<HandoverState, HandoverGuard> = {
  kind: 'PhaseHandover',
  states: handoverState.codes,
  ended: ['APPROVED', 'WITHDRAWN', 'REFUSED'],
  transitions: [
    row('1', 'proposeHandover', {
      to: 'PROPOSED',
      by: ['KAM'],
      rights: proposes,
      guards: ['accountInEarlyPhase', 'noOtherHandover'],
      writes: ['HandoverItem'],
    }),
    row('2', 'acceptHandover', {
      from: ['PROPOSED'],
      to: 'ACCEPTED',
      by: ['OPS'],
      guards: ['authorDoesNotReview', 'listComplete', 'everythingReceived'],
    }),
    row('3', 'refuseHandover', {
      from: ['PROPOSED'],
      to: 'REFUSED',
      by: ['OPS'],
      guards: ['authorDoesNotReview', 'reasonGiven'],
    }),
    row('4', 'approveHandover', {
      from: ['ACCEPTED'],
      to: 'APPROVED',
      by: ['DEPT_HEAD'],
      guards: ['authorDoesNotReview', 'accountInEarlyPhase'],
    }),
    row('4a', 'returnAccountToEarly', {
      to: 'APPROVED',
      by: ['DEPT_HEAD'],
      guards: ['noOtherHandover', 'reasonGiven'],
      writes: ['HandoverItem'],
    }),
    row('5', 'withdrawHandover', {
      from: ['PROPOSED', 'ACCEPTED'],
      to: 'WITHDRAWN',
      by: ['KAM'],
      rights: proposes,
      guards: ['reasonGiven'],
    }),
  ],
};
