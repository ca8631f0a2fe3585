import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { supportState, type TechSupportState } from './after-sales.js';

export type TechSupportGuard =
  | 'engineerGiven'
  | 'assignedEngineer'
  | 'solutionGiven'
  | 'signatureGiven'
  | 'reasonGiven';

const row = transitionRows<TechSupportState, TechSupportGuard>({
  rights: [{ subject: 'techSupport', action: 'UPDATE' }],
  article: 'R3.6',
});
const coordinators: readonly Role[] = ['KAM', 'OPS', 'OPS_CS'];
const engineers: readonly Role[] = ['TECH'];
/** The coordinator, and operations or customer service where they asked for the support. */
const coordinates = [
  { subject: 'techSupport', action: 'PERFORM' },
  { subject: 'techSupport', action: 'CREATE' },
] as const;

/** The path of technical support (dossier D5, R3.6): the account manager coordinates, an engineer solves. */
export const techSupportWorkflow: Workflow<TechSupportState, TechSupportGuard> = {
  kind: 'TechSupportRequest',
  states: supportState.codes,
  ended: ['CLOSED'],
  transitions: [
    row('1', 'requestSupport', {
      to: 'REQUESTED',
      by: coordinators,
      rights: [{ subject: 'techSupport', action: 'CREATE' }],
    }),
    row('2', 'assignSupport', {
      from: ['REQUESTED', 'ASSIGNED'],
      to: 'ASSIGNED',
      by: [...coordinators, ...engineers],
      rights: coordinates,
      guards: ['engineerGiven'],
      limit: 'RESPOND',
    }),
    row('3', 'startSupport', {
      when: { field: 'mode', equals: 'ON_SITE' },
      from: ['ASSIGNED', 'REMOTE'],
      to: 'ON_SITE',
      by: engineers,
      guards: ['assignedEngineer'],
      limit: 'RESPOND',
    }),
    row('4', 'startSupport', {
      when: { field: 'mode', equals: 'REMOTE' },
      from: ['ASSIGNED'],
      to: 'REMOTE',
      by: engineers,
      guards: ['assignedEngineer'],
      limit: 'RESPOND',
    }),
    row('5', 'solveSupport', {
      from: ['ON_SITE', 'REMOTE'],
      to: 'SOLVED',
      by: engineers,
      guards: ['assignedEngineer', 'solutionGiven'],
      limit: 'SOLVE',
    }),
    row('6', 'confirmSupport', {
      when: { field: 'answer', equals: 'SOLVED' },
      from: ['SOLVED'],
      to: 'CONFIRMED',
      by: coordinators,
      rights: coordinates,
      guards: ['signatureGiven'],
    }),
    row('6a', 'confirmSupport', {
      when: { field: 'answer', equals: 'NOT_SOLVED' },
      from: ['SOLVED'],
      to: 'ASSIGNED',
      by: coordinators,
      rights: coordinates,
      guards: ['reasonGiven'],
    }),
    row('7', 'closeSupport', { from: ['CONFIRMED'], to: 'CLOSED', by: coordinators, rights: coordinates }),
  ],
};
