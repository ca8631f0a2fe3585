import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type HandoverFacts, handoverGuards } from '@kehu/domain/key-accounts/handover-guards';
import { type HandoverGuard, handoverWorkflow } from '@kehu/domain/key-accounts/handover-workflow';
import { type HandoverState, handoverState } from '@kehu/domain/key-accounts/vocabularies';
import type { Machine } from '../../../workflow/machine.js';
import { handoverFacts } from './facts.js';

/** The path of a hand-over, as the house runs it (R3.2, D5). */
export const handoverMachine: Machine<HandoverState, HandoverGuard, HandoverFacts> = {
  workflow: handoverWorkflow,
  stateField: 'state',
  stateLabel: (state) => handoverState.labels[state],
  actLabel: accountActLabel,
  guards: handoverGuards,
  facts: handoverFacts,
  steps: null,
  documents: () => [],
};
