import { type Language, languages } from '@kehu/domain/catalogue/labels';
import { message } from '@kehu/domain/messages/message';
import { perform } from '../commands/run.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';
import { systemContext } from '../timers/system-context.js';
import { type Channel, ChannelError } from './channels/channel.js';
import { withoutSecrets } from './channels/secrets.js';
import {
  claimDelivery,
  type Delivery,
  type DeliveryContent,
  dueDeliveries,
  mostTries,
  openParts,
  pauseAfter,
  settleDelivery,
} from './deliveries.js';
import { inOrder, localMinute, outgoing, type Reader } from './outside-text.js';
import { addressOf, choiceOf, personalChannels } from './personal-channels.js';
import { tellFailed } from './tell-failed.js';

/** Messages that one channel sends at the same time. */
const atOnce = 4;
/** Messages of one round. */
const batch = 40;
/** Lines that the record of a delivery keeps. */
const mostKept = 50;

/** What became of a try: `TAKEN` is another server's. */
export type Sent = 'SENT' | 'NOT_NEEDED' | 'POSTPONED' | 'FAILED' | 'TAKEN';

interface Receiver {
  readonly address: string | null;
  readonly language: Language;
  /** Why he gets nothing after all. */
  readonly none?: 'NOT_NEEDED' | 'NO_ADDRESS';
}

/**
 * Sends what is due by a channel: at least once, always with the same id, at once by one server. What was
 * read or settled meanwhile is left out, and a message of which nothing is left is not sent.
 */
export async function sendDue(
  services: Services,
  channel: Channel,
  goOn: () => boolean = () => true,
): Promise<readonly Sent[]> {
  const ids = await dueDeliveries(services.database, channel.name, services.clock.now(), batch);
  const results: Sent[] = [];
  for (let at = 0; at < ids.length && goOn(); at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    results.push(...(await Promise.all(some.map((id) => sendOne(services, channel, id)))));
  }
  return results;
}

async function sendOne(services: Services, channel: Channel, id: string): Promise<Sent> {
  const delivery = await claimDelivery(services, id);
  if (!delivery) return 'TAKEN';
  const receiver = await receiverOf(services, delivery);
  const parts = delivery.content.test ? [] : await openParts(services, id);
  if (receiver.none === 'NOT_NEEDED' || (parts.length === 0 && !delivery.content.test))
    return settled(services, delivery, { state: 'NOT_NEEDED' }, 'NOT_NEEDED');
  if (receiver.none === 'NO_ADDRESS') return failed(services, delivery, 'no address', receiver);
  try {
    await channel.send(letter(services, delivery, receiver, parts));
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    return failed(services, delivery, error.message, receiver);
  }
  const outcome = {
    state: 'SENT',
    sentAt: services.clock.now(),
    content: contentOf(delivery.content, parts),
  } as const;
  return settled(services, delivery, outcome, 'SENT');
}

async function settled(
  services: Services,
  delivery: Delivery,
  outcome: Parameters<typeof settleDelivery>[2],
  sent: Sent,
): Promise<Sent> {
  return (await settleDelivery(services, delivery, outcome)) ? sent : 'TAKEN';
}

async function failed(
  services: Services,
  delivery: Delivery,
  reason: string,
  { address }: Receiver,
): Promise<Sent> {
  const problem = withoutSecrets(reason, services.settings.messages, address).slice(0, 500);
  if (delivery.attempts < mostTries) {
    const notBefore = new Date(services.clock.now().getTime() + pauseAfter(delivery.attempts) * 1000);
    return settled(services, delivery, { state: 'WAITING', problem, notBefore }, 'POSTPONED');
  }
  const sent = await settled(services, delivery, { state: 'FAILED', problem }, 'FAILED');
  const { id, channel } = delivery;
  if (sent === 'FAILED') await perform(tellFailed, { id, channel }, systemContext(services));
  return sent;
}

/** Where it goes and in which language; what a person chose since it was put into the outbox counts. */
async function receiverOf(
  services: Services,
  { toId, channel, digest, content }: Delivery,
): Promise<Receiver> {
  const { database } = services;
  const [own] = await database.query<{ locale: string }>(
    'SELECT locale FROM organisation ORDER BY id LIMIT 1',
  );
  const house = languageOf(own?.locale) ?? 'zh-Hans';
  if (toId === null) return { address: null, language: house };
  const people = await personalChannels(
    { rows: (sql, values) => database.query(sql, values), context: { services } },
    [toId],
  );
  const { level, language } = choiceOf(people, toId, channel);
  const receiver = {
    address: addressOf(people, toId, channel),
    language: languageOf(language) ?? house,
  };
  const unwanted = level === 'NONE' || (level === 'URGENT' && digest);
  if (!people.staff.has(toId) || (unwanted && !content.test)) return { ...receiver, none: 'NOT_NEEDED' };
  return receiver.address === null ? { ...receiver, none: 'NO_ADDRESS' } : receiver;
}

function languageOf(text: string | null | undefined): Language | undefined {
  return languages.find((language) => language === text);
}

/** The address at which people reach the product. */
export function publicUrlOf({ settings }: Pick<Services, 'settings'>): string {
  return settings.messages.publicUrl ?? `http://${settings.host}:${settings.port}`;
}

function letter(
  services: Services,
  { messageId, digest, content }: Delivery,
  { address, language }: Receiver,
  parts: readonly RecordRow[],
) {
  const { zone } = services.organisation.facts();
  const reader: Reader = { language, zone, publicUrl: publicUrlOf(services) };
  const values = { at: localMinute(content.at, zone), count: inOrder(parts).length };
  const urgent = parts.some(({ weight }) => weight === 'URGENT') && !digest;
  const key = urgent ? 'notify.urgent' : digest ? 'notify.digest' : 'notify.one';
  const title = message(key, values, language);
  return outgoing({ id: messageId, to: address, title, notifications: parts, reader });
}

function contentOf(content: DeliveryContent, parts: readonly RecordRow[]): DeliveryContent {
  const lines = inOrder(parts)
    .slice(0, mostKept)
    .map((row) => ({
      no: row.recordNo == null ? null : String(row.recordNo),
      message: String(row.message),
      dueAt: row.dueAt == null ? null : String(row.dueAt),
    }));
  return { ...content, lines };
}
