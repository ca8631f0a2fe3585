import { messageChannel } from '@kehu/domain/platform/notification';
import { holdersOf } from '../access/role-holders.js';
import type { ActInput, Command } from '../commands/command.js';
import { storedInstant } from '../records/decode.js';
import type { MessageChannel } from './channels/settings.js';
import { notify } from './notify.js';

const dayMs = 24 * 3_600_000;

/**
 * Tells administrators that a message has failed, once a day for each channel; in the house alone, since a channel
 * that fails cannot say so itself.
 */
export const tellFailed: Command<ActInput & { readonly channel: MessageChannel; readonly id: string }, null> =
  {
    name: 'tellDeliveryFailed',
    permission: null,
    async run(work, { channel, id }) {
      const since = storedInstant(new Date(work.now.getTime() - dayMs));
      const [told] = await work.rows(
        "SELECT 1 FROM notification WHERE message = 'notify.deliveryFailed' AND record_no = ? AND at > ? LIMIT 1",
        [channel, since],
      );
      if (told) return null;
      await notify(work, {
        to: await holdersOf(work, ['SYS_ADMIN']),
        message: 'notify.deliveryFailed',
        content: { channel: messageChannel.labels[channel] },
        weight: 'WARNING',
        kind: 'MessageDelivery',
        recordId: id,
        recordNo: channel,
        outside: 'HOUSE',
      });
      return null;
    },
  };
