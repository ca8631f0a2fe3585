import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type VisitFacts, visitGuards } from '@kehu/domain/key-accounts/visit-guards';
import { type VisitGuard, visitWorkflow } from '@kehu/domain/key-accounts/visit-workflow';
import { type VisitState, visitState } from '@kehu/domain/key-accounts/vocabularies';
import type { Machine } from '../../../workflow/machine.js';

/** The path of a visit, as the house runs it (R3.1); all that its guards ask stands in the visit itself. */
export const visitMachine: Machine<VisitState, VisitGuard, VisitFacts> = {
  workflow: visitWorkflow,
  stateField: 'state',
  stateLabel: (state) => visitState.labels[state],
  actLabel: accountActLabel,
  guards: visitGuards,
  facts: async (_source, rows) =>
    new Map(
      rows.map((row) => [
        String(row.id),
        {
          state: row.state as VisitState,
          visitorId: String(row.visitorId),
          tookPlace: false,
          reasonGiven: false,
        },
      ]),
    ),
  steps: null,
  documents: () => [],
};
