import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverTexts } from '../server-texts.mjs';
import type { Queryable } from './connection.js';

export interface LeaseOptions {
  readonly log: (line: string) => void;
  readonly now: () => Date;
  readonly patienceSeconds: number;
}

/** Long enough for clocks that differ by some seconds, short enough after a crash. */
const LEASE_SECONDS = 30;

/**
 * Runs `work` while this process holds the row `schema_lease`. A table, not GET_LOCK, because the
 * latter holds on one node of a cluster only. The lease is renewed while `work` runs; `stillOurs`
 * throws when it was lost all the same (this process was stopped for longer than it lasts).
 */
export async function withLease<T>(
  database: Queryable,
  options: LeaseOptions,
  work: (stillOurs: () => void) => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  await acquire(database, holder, options);
  let lost = false;
  let renewedAt = Date.now();
  const timer = setInterval(
    () => {
      take(database, holder, options.now())
        .then((ours) => {
          lost ||= !ours;
          renewedAt = Date.now();
        })
        .catch(() => {
          // the next renewal may succeed; `stillOurs` notices when none does
        });
    },
    (LEASE_SECONDS * 1000) / 4,
  );
  try {
    return await work(() => {
      if (lost || Date.now() - renewedAt > LEASE_SECONDS * 1000) {
        throw new Error(serverTexts().leaseLost);
      }
    });
  } finally {
    clearInterval(timer);
    await database
      .change("UPDATE schema_lease SET holder = '', until_at = '2000-01-01' WHERE id = 1 AND holder = ?", [
        holder,
      ])
      .catch(() => {
        // it runs out by itself
      });
  }
}

async function acquire(database: Queryable, holder: string, options: LeaseOptions): Promise<void> {
  const deadline = Date.now() + options.patienceSeconds * 1000;
  let told = 0;
  while (!(await take(database, holder, options.now()))) {
    if (Date.now() > deadline) {
      throw new Error(serverTexts().otherMigratesTooLong);
    }
    if (Date.now() - told > 10_000) options.log(serverTexts().otherMigrates);
    if (Date.now() - told > 10_000) told = Date.now();
    await sleep(250);
  }
}

async function take(database: Queryable, holder: string, now: Date): Promise<boolean> {
  const text = (date: Date) => date.toISOString().slice(0, 23).replace('T', ' ');
  const { affectedRows } = await database.change(
    'UPDATE schema_lease SET holder = ?, until_at = ? WHERE id = 1 AND (until_at < ? OR holder = ?)',
    [holder, text(new Date(now.getTime() + LEASE_SECONDS * 1000)), text(now), holder],
  );
  return affectedRows === 1;
}
