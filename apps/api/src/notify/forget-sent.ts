import type { Database } from '@kehu/database/connection';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';

/** How long what went out, or need not go out, stays readable. */
const keptMs = 180 * 24 * 3_600_000;
const batch = 1000;

/** Takes away deliveries that ended half a year ago; those that failed stay until somebody has seen to them. */
export async function forgetSent(database: Database, now: Date): Promise<void> {
  const before = storedInstant(new Date(now.getTime() - keptMs));
  for (let removed = batch; removed === batch; ) {
    const rows = await database.query<{ id: unknown }>(
      `SELECT id FROM message_delivery WHERE state IN ('SENT', 'NOT_NEEDED') AND not_before < ? LIMIT ${batch}`,
      [before],
    );
    const ids = rows.map(({ id }) => String(id));
    removed = ids.length;
    if (removed === 0) return;
    await database.change(`DELETE FROM message_part WHERE delivery_id IN (${marks(ids)})`, ids);
    await database.change(`DELETE FROM message_delivery WHERE id IN (${marks(ids)})`, ids);
  }
}

/** Seconds by which the oldest message that is due is late; 0 when none is. */
export async function outboxLag(database: Database, now: Date): Promise<number> {
  const [row] = await database.query<{ since: string | null }>(
    "SELECT MIN(not_before) AS since FROM message_delivery WHERE state = 'WAITING' AND not_before <= ?",
    [storedInstant(now)],
  );
  return row?.since ? Math.max(0, (now.getTime() - Date.parse(`${row.since.replace(' ', 'T')}Z`)) / 1000) : 0;
}
