import type { Role } from '../access/roles.js';
import { transitionRows } from '../workflow/rows.js';
import type { Workflow } from '../workflow/workflow.js';
import { type SolicitationStage, solicitationStage } from './vocabularies.js';

export type SolicitationGuard =
  | 'notProtectedForAnother'
  | 'visitOnRecord'
  | 'amountGiven'
  | 'contractActive'
  | 'customerOnFile'
  | 'lostReasonGiven'
  | 'withinReopening';

const row = transitionRows<SolicitationStage, SolicitationGuard>({
  rights: [{ subject: 'solicitation', action: 'UPDATE' }],
  article: 'R3.1',
});
const soliciting: readonly Role[] = ['KAM'];
const order = ['LEAD', 'CONTACTED', 'VISITED', 'PROPOSED', 'NEGOTIATING'] as const;
const advance = (
  id: string,
  from: readonly SolicitationStage[],
  to: SolicitationStage,
  guards: readonly SolicitationGuard[],
) =>
  row(id, 'advanceSolicitation', { when: { field: 'stage', equals: to }, from, to, by: soliciting, guards });

/** The path of a solicitation (R3.1): a stage may be left out, none is gone back, and a lost one can begin again. */
export const solicitationWorkflow: Workflow<SolicitationStage, SolicitationGuard> = {
  kind: 'Solicitation',
  states: solicitationStage.codes,
  ended: ['SIGNED', 'LOST'],
  transitions: [
    row('1', 'openSolicitation', {
      to: 'LEAD',
      by: soliciting,
      rights: [{ subject: 'solicitation', action: 'CREATE' }],
      guards: ['notProtectedForAnother'],
    }),
    advance('2', ['LEAD'], 'CONTACTED', []),
    advance('3', ['LEAD', 'CONTACTED'], 'VISITED', ['visitOnRecord']),
    advance('4', ['CONTACTED', 'VISITED'], 'PROPOSED', ['amountGiven']),
    advance('5', ['VISITED', 'PROPOSED'], 'NEGOTIATING', ['amountGiven']),
    row('6', 'signSolicitation', {
      from: ['PROPOSED', 'NEGOTIATING'],
      to: 'SIGNED',
      by: soliciting,
      guards: ['customerOnFile', 'contractActive'],
      requires: ['Contract'],
      writes: ['KeyAccount', 'AccountAssignment'],
    }),
    row('7', 'loseSolicitation', { from: order, to: 'LOST', by: soliciting, guards: ['lostReasonGiven'] }),
    row('8', 'reopenSolicitation', {
      from: ['LOST'],
      to: 'CONTACTED',
      by: soliciting,
      guards: ['notProtectedForAnother', 'withinReopening'],
    }),
  ],
};
