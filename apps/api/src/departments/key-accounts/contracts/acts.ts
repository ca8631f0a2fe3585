import { label } from '@kehu/domain/catalogue/labels';
import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ActSpec, inputFields, versioned } from '../../../commands/act-schema.js';
import { fileIdsField } from '../../../files/attach.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { workflowSpec } from '../../../workflow/act.js';
import { contractFields, draftContract, priceFields, updateContract } from './draft.js';
import { contractMachine } from './machine.js';
import { contractSteps } from './steps.js';

/** Mutations on contracts (R3.1). */
export function contractActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'ContractPriceInput',
    inputFields('ContractPrice', priceFields, ['product', 'unitPrice']),
  );
  const price = declarations.ref('ContractPriceInput');
  const parts = {
    prices: { type: () => [price() as never], label: label('价格', '價格', 'Prices') },
    ...fileIdsField,
  };
  const answer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });
  const own = [
    {
      command: draftContract,
      label: accountActLabel('draftContract'),
      input: {
        ...inputFields(
          'Contract',
          ['customer', ...contractFields],
          ['customer', 'name', 'startsOn', 'endsOn'],
        ),
        ...parts,
      },
      returns: 'Contract',
      answer,
    },
    {
      command: updateContract,
      label: accountActLabel('updateContract'),
      input: { ...versioned, ...inputFields('Contract', contractFields), ...parts },
      returns: 'Contract',
      answer,
    },
  ] as unknown as ActSpec[];
  return [...own, ...contractSteps().map((act) => workflowSpec(contractMachine, act))];
}
