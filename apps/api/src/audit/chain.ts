import { createHmac } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Queryable } from '@kehu/database/connection';

/** The newest link of the chain. */
export interface Head {
  readonly chainNo: number;
  readonly hash: string;
}

/** Before the first link. */
export const genesis: Head = { chainNo: 0, hash: '0'.repeat(64) };

/** The hash of a link: keyed, over the link before, the number, and the entry with its check value and sequence. */
export function linkHash(
  secret: Buffer,
  before: string,
  link: {
    readonly chainNo: number;
    readonly entryId: string;
    readonly mac: string;
    readonly sequence: number;
  },
): string {
  return createHmac('sha256', secret)
    .update(`link\0${before}\0${link.chainNo}\0${link.entryId}\0${link.sequence}\0${link.mac}`)
    .digest('hex');
}

export async function headOf(database: Queryable): Promise<Head> {
  const [row] = await database.query<{ chain_no: string; chain_hash: string }>(
    'SELECT chain_no, chain_hash FROM audit_seal ORDER BY chain_no DESC LIMIT 1',
  );
  return row ? { chainNo: Number(row.chain_no), hash: row.chain_hash } : genesis;
}

/** Heads are also written outside the database, so that cutting off the end of the chain shows. */
export const headsFile = (home: string): string => join(home, 'audit-heads.log');

export function appendHead(home: string, head: Head, at: Date): void {
  appendFileSync(headsFile(home), `${at.toISOString()} ${head.chainNo} ${head.hash}\n`, { mode: 0o600 });
}

/** Every head that was written down, in its order; lines that are damaged are left out. */
export function readHeads(home: string): Head[] {
  const file = headsFile(home);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const parts = /^\S+ (\d+) ([0-9a-f]{64})$/.exec(line);
      return parts ? [{ chainNo: Number(parts[1]), hash: parts[2] ?? '' }] : [];
    });
}
