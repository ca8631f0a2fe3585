import { label } from '@kehu/domain/catalogue/labels';
import { serviceActLabel } from '@kehu/domain/key-accounts/act-labels';
import { type ActSpec, inputFields } from '../../../commands/act-schema.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { workflowSpec } from '../../../workflow/act.js';
import { techSupportMachine } from './machine.js';
import { requestSupport, supportFields } from './request.js';
import { supportSteps } from './steps.js';

/** Mutations on technical support (R3.6). */
export function techSupportActs(): ActSpec[] {
  const request = {
    command: requestSupport,
    label: serviceActLabel('requestSupport'),
    input: {
      customerId: { type: () => scalars.id, required: true, label: label('客户', '客戶', 'Customer') },
      ...inputFields('TechSupportRequest', ['order', 'afterSalesCase']),
      ...inputFields('TechSupportRequest', supportFields, ['type', 'level', 'problem']),
    },
    returns: 'TechSupportRequest',
    answer: (outcome: unknown) => ({ recordId: (outcome as { id: string }).id }),
  } as unknown as ActSpec;
  return [request, ...supportSteps().map((act) => workflowSpec(techSupportMachine, act))];
}
