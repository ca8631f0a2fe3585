import type { Database } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { deliveryState } from '@kehu/domain/platform/notification';
import { type DriverRow, decodeRow, storedInstant } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import type { Services } from '../services.js';
import type { MessageChannel } from './channels/settings.js';

/** How long a server may take over a message; then another one sends it, with the same id. */
export const leaseSeconds = 120;
/** How often a message is tried before it has failed. */
export const mostTries = 8;
const firstPauseSeconds = 30;
const longestPauseSeconds = 3600;

/** A message that is being sent by this server. */
export interface Delivery {
  readonly id: string;
  readonly messageId: string;
  readonly toId: string | null;
  readonly channel: MessageChannel;
  readonly digest: boolean;
  readonly content: DeliveryContent;
  /** Tries begun, this one included. */
  readonly attempts: number;
  /** As it stands after it was claimed. */
  readonly version: number;
}

/** What a delivery speaks of: no words, no names, no addresses. */
export interface DeliveryContent {
  /** ISO instant for which it was meant. */
  readonly at: string;
  readonly test?: boolean;
  /** What was sent: number, act and deadline of each line. */
  readonly lines?: readonly {
    readonly no: string | null;
    readonly message: string;
    readonly dueAt: string | null;
  }[];
}

/** Seconds until the next try after so many in vain: 30, 60, 120 … at most an hour. */
export function pauseAfter(tries: number): number {
  return Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.max(0, tries - 1));
}

/** Ids of messages of a channel whose time has come, the oldest first. */
export async function dueDeliveries(
  database: Database,
  channel: MessageChannel,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await database.query<{ id: unknown }>(
    `SELECT id FROM message_delivery WHERE state = 'WAITING' AND not_before <= ? AND channel = ?
     ORDER BY not_before, id LIMIT ${limit}`,
    [storedInstant(now), channel],
  );
  return rows.map(({ id }) => String(id));
}

/**
 * Takes a message for this server, for the length of the lease; null when another one has it, or it has been
 * sent. From here on it takes no further notifications.
 */
export async function claimDelivery(services: Services, id: string): Promise<Delivery | null> {
  const { database, clock, codec } = services;
  const now = clock.now();
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  const [seen] = await database.query<{ version: unknown }>(
    "SELECT version FROM message_delivery WHERE id = ? AND state = 'WAITING'",
    [id],
  );
  if (!seen) return null;
  const version = Number(seen.version) + 1;
  // In a transaction for its repetition when acts that add to this delivery are in the way.
  const { affectedRows } = await database.transaction((transaction) =>
    transaction.change(
      `UPDATE message_delivery SET attempts = attempts + 1, not_before = ?, updated_at = ?, version = ?
       WHERE id = ? AND version = ? AND state = 'WAITING' AND not_before <= ?`,
      [storedInstant(until), storedInstant(now), version, id, version - 1, storedInstant(now)],
    ),
  );
  if (affectedRows !== 1) return null;
  const [row] = await database.query<DriverRow>('SELECT * FROM message_delivery WHERE id = ?', [id]);
  if (!row) return null;
  return { ...(decodeRow(kindNamed('MessageDelivery'), row, codec) as unknown as Delivery), version };
}

/** The notifications of a delivery that nobody has read or settled yet. */
export async function openParts(services: Services, deliveryId: string): Promise<RecordRow[]> {
  const rows = await services.database.query<DriverRow>(
    `SELECT n.* FROM message_part p JOIN notification n ON n.id = p.notification_id
     WHERE p.delivery_id = ? AND n.read_at IS NULL AND n.done_at IS NULL ORDER BY n.id LIMIT 1000`,
    [deliveryId],
  );
  return rows.map((row) => decodeRow(kindNamed('Notification'), row, services.codec));
}

interface Outcome {
  readonly state: CodeOf<typeof deliveryState>;
  readonly content?: DeliveryContent;
  readonly sentAt?: Date;
  readonly notBefore?: Date;
  readonly problem?: string | null;
}

/** Writes what came of a try, and hints at it; false when another server has taken the message over meanwhile. */
export async function settleDelivery(
  services: Services,
  { id, version }: Pick<Delivery, 'id' | 'version'>,
  { state, content, sentAt, notBefore, problem }: Outcome,
): Promise<boolean> {
  const { database, clock, ids } = services;
  const now = storedInstant(clock.now());
  const feedId = await ids.next();
  const stored = {
    state,
    problem: problem ?? null,
    updated_at: now,
    version: version + 1,
    ...(content ? { content: JSON.stringify(content) } : {}),
    ...(sentAt ? { sent_at: storedInstant(sentAt) } : {}),
    ...(notBefore ? { not_before: storedInstant(notBefore) } : {}),
  };
  const columns = Object.keys(stored).map((column) => `${column} = ?`);
  return database.transaction(async (transaction) => {
    const { affectedRows } = await transaction.change(
      `UPDATE message_delivery SET ${columns.join(', ')} WHERE id = ? AND version = ? AND state = 'WAITING'`,
      [...Object.values(stored), id, version],
    );
    if (affectedRows !== 1) return false;
    await transaction.change(
      "INSERT INTO change_feed (id, kind, record_id, version, at) VALUES (?, 'MessageDelivery', ?, ?, ?)",
      [feedId, id, version + 1, now],
    );
    return true;
  });
}
