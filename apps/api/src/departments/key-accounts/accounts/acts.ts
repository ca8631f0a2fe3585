import { label } from '@kehu/domain/catalogue/labels';
import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import type { Command } from '../../../commands/command.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { assignKeyAccount } from './assign.js';
import {
  accountFields,
  endKeyAccount,
  pauseKeyAccount,
  removeDecisionMaker,
  resumeKeyAccount,
  saveDecisionMaker,
  updateKeyAccount,
} from './keep.js';

/** Mutations on accounts themselves (R3.1). */
export function accountActs(): ActSpec[] {
  const answer = (outcome: unknown) => {
    const { id, told = [] } = outcome as { id: string; told?: readonly unknown[] };
    return { recordId: id, told };
  };
  const act = (command: Command<never, unknown>, input: FieldSpecs) =>
    ({ command, label: accountActLabel(command.name), input, returns: 'KeyAccount', answer }) as ActSpec;
  const stated = { ...versioned, ...reasonField(true) };
  return [
    act(assignKeyAccount as Command<never, unknown>, {
      ...versioned,
      ...inputFields('KeyAccount', ['manager', 'region'], ['manager']),
      ...inputFields('AccountAssignment', ['startsAt']),
      ...reasonField(true),
    }),
    act(updateKeyAccount as Command<never, unknown>, {
      ...versioned,
      ...inputFields('KeyAccount', accountFields),
    }),
    act(pauseKeyAccount as Command<never, unknown>, stated),
    act(resumeKeyAccount as Command<never, unknown>, stated),
    act(endKeyAccount as Command<never, unknown>, stated),
    act(saveDecisionMaker as Command<never, unknown>, {
      keyAccountId: {
        type: () => scalars.id,
        required: true,
        label: label('大客户', '大客戶', 'Key account'),
      },
      ...inputFields('DecisionMaker', ['contact', 'role', 'favourable', 'note'], ['contact']),
    }),
    act(removeDecisionMaker as Command<never, unknown>, versioned),
  ];
}
