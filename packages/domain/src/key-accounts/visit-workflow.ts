import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type VisitState, visitState } from './vocabularies.js';

export type VisitGuard = 'visitorOnly' | 'notBeforeItTookPlace' | 'reviewerIsAnother' | 'reasonGiven';

const row = transitionRows<VisitState, VisitGuard>({
  rights: [{ subject: 'keyAccount', action: 'UPDATE' }],
  article: 'R3.1',
});
const plans = [{ subject: 'keyAccount', action: 'CREATE' }] as const;

/** A visit (R3.1, dossier C5): planned, made, reported within its hours, read by a superior. */
export const visitWorkflow: Workflow<VisitState, VisitGuard> = {
  kind: 'CustomerVisit',
  states: visitState.codes,
  ended: ['REVIEWED', 'CANCELLED'],
  transitions: [
    row('1', 'planVisit', { to: 'PLANNED', by: ['KAM'], rights: plans }),
    row('2', 'checkInVisit', { from: ['PLANNED'], to: 'DONE', by: ['KAM'], guards: ['visitorOnly'] }),
    row('3', 'reportVisit', {
      from: ['PLANNED', 'DONE'],
      to: 'REPORTED',
      by: ['KAM'],
      guards: ['visitorOnly', 'notBeforeItTookPlace'],
      writes: ['AssignedTask'],
      limit: 'VISIT_REPORT',
    }),
    row('4', 'reviewVisit', {
      from: ['REPORTED'],
      to: 'REVIEWED',
      by: ['DEPT_HEAD', 'AREA_MANAGER'],
      guards: ['reviewerIsAnother'],
    }),
    row('5', 'cancelVisit', {
      from: ['PLANNED'],
      to: 'CANCELLED',
      by: ['KAM', 'DEPT_HEAD', 'AREA_MANAGER'],
      guards: ['reasonGiven'],
    }),
  ],
};
