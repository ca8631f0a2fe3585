import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ContractFacts, contractGuards } from '@kehu/domain/key-accounts/contract-guards';
import { type ContractGuard, contractWorkflow } from '@kehu/domain/key-accounts/contract-workflow';
import { type ContractState, contractState } from '@kehu/domain/key-accounts/vocabularies';
import type { Machine } from '../../../workflow/machine.js';
import { contractFacts } from './facts.js';

/** The path of a contract, as the house runs it (R3.1); its audit trail is its log. */
export const contractMachine: Machine<ContractState, ContractGuard, ContractFacts> = {
  workflow: contractWorkflow,
  stateField: 'state',
  stateLabel: (state) => contractState.labels[state],
  actLabel: accountActLabel,
  guards: contractGuards,
  facts: contractFacts,
  steps: null,
  documents: () => [],
};
