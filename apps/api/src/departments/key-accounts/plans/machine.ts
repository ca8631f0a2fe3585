import { planActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type PlanFacts, planGuards } from '@kehu/domain/key-accounts/plan-guards';
import { type PlanGuard, planWorkflow } from '@kehu/domain/key-accounts/plan-workflow';
import { type PlanState, planState } from '@kehu/domain/key-accounts/sales-plan';
import type { Machine } from '../../../workflow/machine.js';
import { planFacts } from './facts.js';

/** The path of a sales plan, as the house runs it (R3.7, D4). */
export const planMachine: Machine<PlanState, PlanGuard, PlanFacts> = {
  workflow: planWorkflow,
  stateField: 'state',
  stateLabel: (state) => planState.labels[state],
  actLabel: planActLabel,
  guards: planGuards,
  facts: planFacts,
  steps: { kind: 'SalesPlanStep', parent: 'plan' },
  documents: () => [],
};
