import { serviceActLabel } from '@kehu/domain/key-accounts/act-labels';
import { supportState, type TechSupportState } from '@kehu/domain/key-accounts/after-sales';
import { type TechSupportFacts, techSupportGuards } from '@kehu/domain/key-accounts/after-sales-guards';
import { type TechSupportGuard, techSupportWorkflow } from '@kehu/domain/key-accounts/tech-support-workflow';
import type { Machine } from '../../../workflow/machine.js';

/** The path of technical support, as the house runs it (R3.6, D5); the record itself holds every fact. */
export const techSupportMachine: Machine<TechSupportState, TechSupportGuard, TechSupportFacts> = {
  workflow: techSupportWorkflow,
  stateField: 'state',
  stateLabel: (state) => supportState.labels[state],
  actLabel: serviceActLabel,
  guards: techSupportGuards,
  facts: async (_source, rows) =>
    new Map(
      rows.map((row) => [
        String(row.id),
        {
          state: row.state as TechSupportState,
          engineerId: row.engineerId == null ? null : String(row.engineerId),
          hasEngineer: row.engineerId != null,
          hasSolution: row.solution != null,
          hasSignature: row.signedBy != null,
          reasonGiven: false,
        },
      ]),
    ),
  steps: { kind: 'TechSupportStep', parent: 'request' },
  documents: () => [],
};
