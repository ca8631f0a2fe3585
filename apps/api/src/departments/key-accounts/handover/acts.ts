import { label } from '@kehu/domain/catalogue/labels';
import { accountActLabel } from '@kehu/domain/key-accounts/account-act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import type { Command } from '../../../commands/command.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { workflowSpec } from '../../../workflow/act.js';
import { handoverMachine } from './machine.js';
import { proposeHandover, refreshHandover, returnAccountToEarly, tickHandoverItem } from './propose.js';
import { handoverSteps } from './steps.js';

/** Mutations on hand-overs (R3.2, D5). */
export function handoverActs(): ActSpec[] {
  const answer = (outcome: unknown) => {
    const { id, told = [] } = outcome as { id: string; told?: readonly unknown[] };
    return { recordId: id, told };
  };
  const act = (command: Command<never, unknown>, input: FieldSpecs, returns = 'PhaseHandover') =>
    ({ command, label: accountActLabel(command.name), input, returns, answer }) as ActSpec;
  return [
    act(
      proposeHandover as Command<never, unknown>,
      inputFields('PhaseHandover', ['keyAccount', 'reason'], ['keyAccount', 'reason']),
    ),
    act(refreshHandover as Command<never, unknown>, versioned),
    act(tickHandoverItem as Command<never, unknown>, {
      handoverId: {
        type: () => scalars.id,
        required: true,
        label: label('移交清单', '移交清單', 'Hand-over'),
      },
      itemIds: {
        type: () => [scalars.id],
        required: true,
        label: label('移交事项', '移交事項', 'Items'),
      },
      ...inputFields('HandoverItem', ['received', 'remark']),
    }),
    act(
      returnAccountToEarly as Command<never, unknown>,
      { ...versioned, ...reasonField(true) },
      'KeyAccount',
    ),
    ...handoverSteps().map((step) => workflowSpec(handoverMachine, step)),
  ];
}
