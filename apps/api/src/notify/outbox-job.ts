import type { Job, StartJob } from '../jobs/job.js';
import { inRounds } from '../jobs/rounds.js';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';
import type { Services } from '../services.js';
import { openChannels } from './channels/register.js';
import { channelsOf } from './channels/settings.js';
import { sendDue } from './send.js';

const roundMilliseconds = 1000;
const sweepMilliseconds = 10 * 60_000;
/** How long a message waits for a channel that is not set up (any more). */
const patienceMs = 24 * 3600_000;

/**
 * Sends what waits in the outbox: one row of rounds for each channel, so that one that does not answer holds
 * up no other. Any number of servers may run: each message is claimed for the time of one try.
 */
export const outboxJob: StartJob = (services, log) => {
  let stopped = false;
  const channels = openChannels(services.settings.messages, () => services.clock.now());
  const jobs: Job[] = channels.map((channel) =>
    inRounds(`outbox ${channel.name}`, roundMilliseconds, log, async () => {
      const results = await sendDue(services, channel, () => !stopped);
      const count = results.filter((result) => result === 'FAILED').length;
      if (count > 0) log.error('outbox.failed', { channel: channel.name, count });
    }),
  );
  jobs.push(inRounds('outbox sweep', sweepMilliseconds, log, () => giveUp(services)));
  return {
    async stop() {
      stopped = true;
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
};

/** Messages for a channel that has not been set up for a day have failed; whoever sets it up may send them again. */
export async function giveUp({ database, clock, settings }: Services): Promise<void> {
  const open = channelsOf(settings.messages);
  const now = clock.now();
  await database.change(
    `UPDATE message_delivery SET state = 'FAILED', problem = ?, updated_at = ?, version = version + 1
     WHERE state = 'WAITING' AND not_before < ?${open.length > 0 ? ` AND channel NOT IN (${marks(open)})` : ''}
     LIMIT 1000`,
    [
      'the channel is not set up',
      storedInstant(now),
      storedInstant(new Date(now.getTime() - patienceMs)),
      ...open,
    ],
  );
}
