import { settingAt } from '@kehu/domain/complaints/settings-defaults';
import { afterQuiet, type MessageTimes, nextDigest } from '@kehu/domain/platform/message-times';
import type { Work } from '../commands/command.js';
import { settingOverrides } from '../departments/complaints/clock/settings.js';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';
import { channelsOf, isRobot, type MessageChannel } from './channels/settings.js';
import { personalChannels, takes } from './personal-channels.js';

/** A message that was written to a person in this act. */
export interface Written {
  readonly notificationId: string;
  readonly staffId: string;
}

/**
 * `DIGEST`: with the next digest. `SINGLE`: a message of its own, after the quiet hours. `URGENT`: at
 * once, quiet hours or not (R1.5: severe events break through).
 */
export type Haste = 'DIGEST' | 'SINGLE' | 'URGENT';

interface Wanted {
  readonly messageId: string;
  readonly channel: MessageChannel;
  readonly to: string | null;
  readonly at: Date;
  readonly parts: string[];
}

/** Digests that are tried before it is given up: those of some ten days. */
const mostSlots = 30;

/** When messages go out, as the organisation has it now. */
export async function messageTimes(work: Pick<Work, 'rows' | 'now' | 'context'>): Promise<MessageTimes> {
  const overrides = await settingOverrides(work);
  const value = (key: Parameters<typeof settingAt>[1]) =>
    settingAt(overrides, key, 'GENERAL', work.now).value;
  return {
    zone: work.context.organisation.zone,
    digests: [value('messages.digestMorning'), value('messages.digestNoon'), value('messages.digestEvening')],
    quietFrom: value('messages.quietFrom'),
    quietUntil: value('messages.quietUntil'),
  };
}

/**
 * Puts messages into the outbox, in the transaction that wrote them: one delivery for each person (a robot:
 * for its group), channel and digest, whatever act adds to it; what is urgent has its own. Nothing is
 * sent here. A digest that is being sent takes nothing more; the message goes with the next.
 */
export async function putIntoOutbox(
  work: Work,
  written: readonly Written[],
  haste: Haste,
  forInformation: boolean,
): Promise<void> {
  const channels = channelsOf(work.context.services.settings.messages);
  if (channels.length === 0 || written.length === 0) return;
  const times = await messageTimes(work);
  const chosen = await personalChannels(
    work,
    written.map(({ staffId }) => staffId),
  );
  const own: { channel: MessageChannel; to: string | null; parts: string[] }[] = [];
  for (const channel of channels) {
    if (isRobot(channel)) {
      const parts = written.map(({ notificationId }) => notificationId);
      if (!forInformation) own.push({ channel, to: null, parts });
      continue;
    }
    for (const { staffId, notificationId } of written)
      if (takes(chosen, staffId, channel, haste === 'URGENT'))
        own.push({ channel, to: staffId, parts: [notificationId] });
  }
  await place(work, times, haste, own, work.now, 0);
}

/** Finds or makes the deliveries and adds the messages to them; those of a closed digest go to the next one. */
async function place(
  work: Work,
  times: MessageTimes,
  haste: Haste,
  own: readonly Pick<Wanted, 'channel' | 'to' | 'parts'>[],
  after: Date,
  tried: number,
): Promise<void> {
  if (own.length === 0) return;
  if (tried >= mostSlots) throw new Error('Every digest of the coming days is closed already.');
  const at =
    haste === 'DIGEST' ? nextDigest(times, after) : haste === 'SINGLE' ? afterQuiet(times, after) : after;
  const wanted = own.map((one): Wanted => ({ ...one, at, messageId: idOf(one, haste, at) }));
  // One order everywhere, so that two acts seldom wait for each other in a circle.
  wanted.sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
  const open = await deliveries(work, wanted, haste === 'DIGEST');
  const closed: Wanted[] = [];
  for (const one of wanted) {
    const id = open.get(one.messageId);
    if (id === undefined) closed.push(one);
    else await addParts(work, id, one.parts);
  }
  await place(work, times, haste, closed, at, tried + 1);
}

function idOf(
  { channel, to, parts }: Pick<Wanted, 'channel' | 'to' | 'parts'>,
  haste: Haste,
  at: Date,
): string {
  if (haste !== 'DIGEST') return `${haste.toLowerCase()}-${parts[0]}-${channel}`;
  const slot = at.toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  return `digest-${to ?? 'group'}-${channel}-${slot}`;
}

/**
 * Ids of the deliveries that take more, by message id. Their rows are locked against the sender, not against
 * other acts, until this act is over: what is added to one is there before it is sent.
 */
async function deliveries(
  work: Work,
  wanted: readonly Wanted[],
  digest: boolean,
): Promise<ReadonlyMap<string, string>> {
  const known = await lockedRows(work, wanted);
  const missing = wanted.filter(({ messageId }) => !known.has(messageId));
  const now = storedInstant(work.now);
  for (const { messageId, channel, to, at } of missing) {
    await work.sql(
      `INSERT IGNORE INTO message_delivery (id, to_id, channel, message_id, digest, content, not_before, state,
         attempts, created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?, 1)`,
      [
        await work.context.services.ids.next(),
        to,
        channel,
        messageId,
        digest ? 1 : 0,
        JSON.stringify({ at: at.toISOString() }),
        storedInstant(at),
        now,
        now,
      ],
    );
  }
  const all = missing.length > 0 ? new Map([...known, ...(await lockedRows(work, missing))]) : known;
  return new Map([...all].flatMap(([messageId, { id, open }]) => (open ? [[messageId, id]] : [])));
}

async function lockedRows(
  work: Work,
  wanted: readonly Wanted[],
): Promise<Map<string, { id: string; open: boolean }>> {
  const ids = wanted.map(({ messageId }) => messageId);
  const rows = await work.rows<{ id: unknown; message_id: string; state: string; attempts: unknown }>(
    `SELECT id, message_id, state, attempts FROM message_delivery WHERE message_id IN (${marks(ids)})
     ORDER BY message_id LOCK IN SHARE MODE`,
    ids,
  );
  return new Map(
    rows.map(({ id, message_id, state, attempts }) => [
      message_id,
      { id: String(id), open: state === 'WAITING' && Number(attempts) === 0 },
    ]),
  );
}

async function addParts(work: Work, deliveryId: string, parts: readonly string[]): Promise<void> {
  await work.sql(
    `INSERT IGNORE INTO message_part (delivery_id, notification_id) VALUES ${parts.map(() => '(?, ?)').join(', ')}`,
    parts.flatMap((part) => [deliveryId, part]),
  );
}
