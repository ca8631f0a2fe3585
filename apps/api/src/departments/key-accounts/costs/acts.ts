import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import { type ActSpec, inputFields, versioned } from '../../../commands/act-schema.js';
import type { ActionRule } from '../../../commands/allowed-actions.js';
import { workflowSpec } from '../../../workflow/act.js';
import { recordAnswer as answer } from '../approving.js';
import { allocateResource, allocationFields, updateAllocation } from './allocation.js';
import { addCostEntry, costFields, costPlaces } from './entry.js';
import { expenseFields, expenseSteps, requestExpense } from './expense.js';
import { expenseMachine } from './machine.js';

/** Mutations on budgets, costs and expenses (R3.4). */
export function costActs(): ActSpec[] {
  const own = [
    {
      command: allocateResource,
      label: moneyActLabel('allocateResource'),
      input: inputFields('ResourceAllocation', allocationFields, ['name', 'kind', 'period', 'planned']),
      returns: 'ResourceAllocation',
      answer,
    },
    {
      command: updateAllocation,
      label: moneyActLabel('updateAllocation'),
      input: { ...versioned, ...inputFields('ResourceAllocation', ['name', 'planned', 'note']) },
      returns: 'ResourceAllocation',
      answer,
    },
    {
      command: addCostEntry,
      label: moneyActLabel('addCostEntry'),
      input: inputFields('CostEntry', [...costFields, ...costPlaces], costFields),
      returns: 'CostEntry',
      answer,
    },
    {
      command: requestExpense,
      label: moneyActLabel('requestExpense'),
      input: inputFields('ExpenseClaim', expenseFields, ['kind', 'purpose', 'requested']),
      returns: 'ExpenseClaim',
      answer,
    },
  ] as unknown as ActSpec[];
  return [...own, ...expenseSteps().map((act) => workflowSpec(expenseMachine, act))];
}

/** Acts on budgets as their buttons see them. */
export const allocationActions: readonly ActionRule[] = [
  { action: 'updateAllocation', right: { subject: 'resourceCost', action: 'UPDATE' } },
];
