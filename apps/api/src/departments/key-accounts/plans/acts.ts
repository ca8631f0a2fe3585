import { label } from '@kehu/domain/catalogue/labels';
import { planActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { workflowSpec } from '../../../workflow/act.js';
import { draftPlan, planFields, planLineFields, revisePlan, updatePlan } from './draft.js';
import { planMachine } from './machine.js';
import { planSteps } from './steps.js';

/** Mutations on sales plans (R3.7). */
export function planActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input('SalesPlanLineInput', inputFields('SalesPlanLine', planLineFields));
  const line = declarations.ref('SalesPlanLineInput');
  const lines = { lines: { type: () => [line() as never], label: label('明细', '明細', 'Lines') } };
  const answer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });
  const own = [
    {
      command: draftPlan,
      label: planActLabel('draftPlan'),
      input: { ...inputFields('SalesPlan', planFields, ['periodType', 'period']), ...lines },
      returns: 'SalesPlan',
      answer,
    },
    {
      command: updatePlan,
      label: planActLabel('updatePlan'),
      input: { ...versioned, ...inputFields('SalesPlan', ['name', 'tolerance', 'reason']), ...lines },
      returns: 'SalesPlan',
      answer,
    },
    {
      command: revisePlan,
      label: planActLabel('revisePlan'),
      input: { ...versioned, ...reasonField(true) },
      returns: 'SalesPlan',
      answer,
    },
  ] as unknown as ActSpec[];
  return [...own, ...planSteps().map((act) => workflowSpec(planMachine, act))];
}
