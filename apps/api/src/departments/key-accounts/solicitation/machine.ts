import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type SolicitationFacts, solicitationGuards } from '@kehu/domain/key-accounts/solicitation-guards';
import {
  type SolicitationGuard,
  solicitationWorkflow,
} from '@kehu/domain/key-accounts/solicitation-workflow';
import { type SolicitationStage, solicitationStage } from '@kehu/domain/key-accounts/vocabularies';
import type { Machine } from '../../../workflow/machine.js';
import { solicitationFacts } from './facts.js';

/** The path of a solicitation, as the house runs it (R3.1). */
export const solicitationMachine: Machine<SolicitationStage, SolicitationGuard, SolicitationFacts> = {
  workflow: solicitationWorkflow,
  stateField: 'stage',
  stateLabel: (stage) => solicitationStage.labels[stage],
  actLabel: accountActLabel,
  guards: solicitationGuards,
  facts: solicitationFacts,
  steps: { kind: 'SolicitationStep', parent: 'solicitation' },
  documents: ({ contractActive }) => (contractActive ? ['Contract'] : []),
};
