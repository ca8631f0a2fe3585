import type { Database } from '@kehu/database/connection';
import { storedInstant } from '../records/decode.js';

/**
 * Takes or renews a job's lease: of many servers one does the work, and another one takes over when
 * it has been silent for `seconds`. Answers whether the lease is ours, and whether it was somebody else's before.
 */
export async function takeLease(
  database: Database,
  name: string,
  holder: string,
  now: Date,
  seconds: number,
): Promise<boolean> {
  await database.change(
    "INSERT IGNORE INTO job_lease (name, holder, lease_until) VALUES (?, '', '2000-01-01 00:00:00.000')",
    [name],
  );
  const { affectedRows } = await database.change(
    'UPDATE job_lease SET holder = ?, lease_until = ? WHERE name = ? AND (holder = ? OR lease_until < ?)',
    [holder, storedInstant(new Date(now.getTime() + seconds * 1000)), name, holder, storedInstant(now)],
  );
  return affectedRows === 1;
}

/** Gives a lease back, so that the next server need not wait. */
export async function giveLease(database: Database, name: string, holder: string): Promise<void> {
  await database.change(
    "UPDATE job_lease SET lease_until = '2000-01-01 00:00:00.000' WHERE name = ? AND holder = ?",
    [name, holder],
  );
}
