import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActionRule } from '../commands/allowed-actions.js';
import type { ActInput, Command } from '../commands/command.js';
import { ruleViolation } from '../commands/errors.js';
import { checkRow } from '../commands/validate.js';
import { channelsOf, isRobot, type MessageChannel } from './channels/settings.js';
import { addressOf, personalChannels } from './personal-channels.js';

interface Outcome {
  readonly id: string;
}

const perform = { subject: 'messageDelivery', action: 'PERFORM' } as const;

/** What may be done with a message that went out, or should have. */
export const deliveryActions: readonly ActionRule[] = [
  {
    action: 'retryDelivery',
    right: perform,
    obstacle: (row) => (row.state === 'FAILED' ? null : { message: 'rule.deliveryNotFailed' }),
  },
];

/** Sends a message again that has failed, with the same id and from the first try on. */
export const retryDelivery: Command<
  ActInput & { readonly id: string; readonly expectedVersion: number },
  Outcome
> = {
  name: 'retryDelivery',
  permission: perform,
  targets: ({ id, expectedVersion }) => [{ kind: 'MessageDelivery', id: String(id), expectedVersion }],
  async run(work, { id }) {
    const row = await work.load('MessageDelivery', String(id));
    if (row?.state !== 'FAILED') throw ruleViolation('rule.deliveryNotFailed', null);
    await work.update('MessageDelivery', String(id), {
      state: 'WAITING',
      attempts: 0,
      notBefore: work.now.toISOString(),
      problem: null,
    });
    return { id: String(id) };
  },
};

/** Sends the asker a test by one channel (a robot: its group), whatever he has chosen for himself. */
export const sendTestMessage: Command<ActInput & { readonly channel: MessageChannel }, Outcome> = {
  name: 'sendTestMessage',
  permission: perform,
  async run(work, { idempotencyKey: _, ...input }) {
    const row = checkRow(kindNamed('MessageDelivery'), input, { fields: ['channel'], partial: false });
    const channel = row.channel as MessageChannel;
    const { staffId } = work.actor;
    if (!channelsOf(work.context.services.settings.messages).includes(channel))
      throw ruleViolation('rule.channelNotSetUp', null);
    const robot = isRobot(channel);
    if (!robot && addressOf(await personalChannels(work, [staffId]), staffId, channel) === null)
      throw ruleViolation('rule.noChannelAddress', null);
    const at = work.now.toISOString();
    const id = await work.insert('MessageDelivery', {
      toId: robot ? null : staffId,
      channel,
      messageId: `test-${await work.context.services.ids.next()}-${channel}`,
      digest: false,
      content: { at, test: true },
      notBefore: at,
      state: 'WAITING',
      attempts: 0,
    });
    return { id };
  },
};
