import type { Database } from '@kehu/database/connection';
import { isDuplicateKey } from '@kehu/database/errors';
import { storedInstant } from '../records/decode.js';
import { type Head, headOf, linkHash } from './chain.js';

/** Links made in one transaction. */
const batchSize = 1000;

interface OpenEntry {
  readonly id: string;
  readonly mac: string;
  readonly sequence: number;
}

/**
 * Links committed entries that have no link yet, oldest first; at most one batch. `since` bounds the
 * search to entries from that instant on, so that the usual round looks at minutes, not years; null
 * looks at all. Two sealers at once cannot both win: the number of a link is its key.
 */
export async function sealOnce(
  database: Database,
  secret: Buffer,
  now: Date,
  since: Date | null,
): Promise<{ readonly head: Head; readonly sealed: number; readonly full: boolean }> {
  return database.transaction(async (work) => {
    let head = await headOf(work);
    const open = await work.query<OpenEntry>(
      `SELECT e.id, e.mac, e.sequence FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
       WHERE s.entry_id IS NULL${since ? ' AND e.at >= ?' : ''} ORDER BY e.at, e.id LIMIT ${batchSize}`,
      since ? [storedInstant(since)] : [],
    );
    if (open.length === 0) return { head, sealed: 0, full: false };
    const at = storedInstant(now);
    const rows = open.map((entry) => {
      const link = {
        chainNo: head.chainNo + 1,
        entryId: String(entry.id),
        mac: entry.mac,
        sequence: Number(entry.sequence),
      };
      head = { chainNo: link.chainNo, hash: linkHash(secret, head.hash, link) };
      return [head.chainNo, link.entryId, head.hash, at];
    });
    await work.change(
      `INSERT INTO audit_seal (chain_no, entry_id, chain_hash, sealed_at) VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`,
      rows.flat(),
    );
    return { head, sealed: rows.length, full: rows.length === batchSize };
  });
}

/** Links everything that waits; for tools that act without a running server. A server that is faster is no error. */
export async function sealAll(database: Database, secret: Buffer, now: Date): Promise<void> {
  try {
    for (let more = true; more; ) more = (await sealOnce(database, secret, now, null)).full;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
