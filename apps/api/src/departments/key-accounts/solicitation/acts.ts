import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import { workflowSpec } from '../../../workflow/act.js';
import { solicitationMachine } from './machine.js';
import { assignSolicitation, openSolicitation, solicitationFields, updateSolicitation } from './open.js';
import { solicitationSteps } from './steps.js';

/** Mutations on solicitations (R3.1). */
export function solicitationActs(): ActSpec[] {
  const answer = (outcome: unknown) => {
    const { id, told = [] } = outcome as { id: string; told?: readonly unknown[] };
    return { recordId: id, told };
  };
  const shared = { returns: 'Solicitation', answer };
  const own = [
    {
      command: openSolicitation,
      label: accountActLabel('openSolicitation'),
      input: inputFields('Solicitation', [...solicitationFields, 'region']),
      ...shared,
    },
    {
      command: updateSolicitation,
      label: accountActLabel('updateSolicitation'),
      input: { ...versioned, ...inputFields('Solicitation', solicitationFields) },
      ...shared,
    },
    {
      command: assignSolicitation,
      label: accountActLabel('assignSolicitation'),
      input: {
        ...versioned,
        ...inputFields('Solicitation', ['owner', 'region'], ['owner']),
        ...reasonField(true),
      },
      ...shared,
    },
  ] as unknown as ActSpec[];
  return [...own, ...solicitationSteps().map((act) => workflowSpec(solicitationMachine, act))];
}
