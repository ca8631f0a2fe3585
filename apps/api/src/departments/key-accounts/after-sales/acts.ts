import { label } from '@kehu/domain/catalogue/labels';
import { serviceActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type ActSpec, inputFields } from '../../../commands/act-schema.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { workflowSpec } from '../../../workflow/act.js';
import { afterSalesMachine } from './machine.js';
import { afterSalesFields, openAfterSales } from './open.js';
import { afterSalesSteps } from './steps.js';

/** Mutations on after-sales cases (R3.5). */
export function afterSalesActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'AfterSalesLineInput',
    inputFields('AfterSalesLine', ['orderLine', 'quantity', 'note'], ['orderLine', 'quantity']),
  );
  const line = declarations.ref('AfterSalesLineInput');
  const open = {
    command: openAfterSales,
    label: serviceActLabel('openAfterSales'),
    input: {
      customerId: { type: () => scalars.id, required: true, label: label('客户', '客戶', 'Customer') },
      ...inputFields('AfterSalesCase', ['order', 'complaint']),
      ...inputFields('AfterSalesCase', afterSalesFields, ['kind', 'description']),
      lines: { type: () => [line() as never], label: label('明细', '明細', 'Lines') },
    },
    returns: 'AfterSalesCase',
    answer: (outcome: unknown) => {
      const { id: recordId, told } = outcome as { id: string; told: readonly unknown[] };
      return { recordId, told };
    },
  } as unknown as ActSpec;
  return [open, ...afterSalesSteps().map((act) => workflowSpec(afterSalesMachine, act))];
}
