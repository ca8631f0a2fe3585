import { serviceActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type AfterSalesState, afterSalesState } from '@kehu/domain/key-accounts/after-sales';
import { type AfterSalesFacts, afterSalesGuards } from '@kehu/domain/key-accounts/after-sales-guards';
import { type AfterSalesGuard, afterSalesWorkflow } from '@kehu/domain/key-accounts/after-sales-workflow';
import type { Machine } from '../../../workflow/machine.js';
import { afterSalesFacts } from './facts.js';

/** The path of an after-sales case, as the house runs it (R3.5, D5). */
export const afterSalesMachine: Machine<AfterSalesState, AfterSalesGuard, AfterSalesFacts> = {
  workflow: afterSalesWorkflow,
  stateField: 'state',
  stateLabel: (state) => afterSalesState.labels[state],
  actLabel: serviceActLabel,
  guards: afterSalesGuards,
  facts: afterSalesFacts,
  steps: { kind: 'AfterSalesStep', parent: 'afterSalesCase' },
  documents: () => [],
};
