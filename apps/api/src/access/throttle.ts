import { createHash } from 'node:crypto';
import type { Database } from '@kehu/database/connection';
import { instantOf, storedInstant } from '../records/decode.js';

/** Tries that an account has before it must wait. */
const freeTries = 5;
/** Longest wait of an account, in seconds. */
const longestWait = 15 * 60;
/** An account without a failure for so long starts anew. */
const forgetAfterMs = 24 * 3600 * 1000;
/** Failures from one address per minute; an office shares one address. */
const addressFailures = 30;
const minuteMs = 60_000;

interface Counter {
  readonly failures: number;
  readonly window_start: unknown;
  readonly blocked_until: unknown;
}

const subjectOf = (kind: 'account' | 'address', value: string): Buffer =>
  createHash('sha256').update(`${kind}\0${value}`).digest();

/** Seconds to wait after so many failures of an account: none for the free tries, then 1, 2, 4 … 900. */
export function waitAfter(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestWait, 2 ** Math.min(failures - freeTries, 20));
}

/**
 * Counts a try to sign in before the password is looked at, so that a hundred tries at once are no
 * way around the limit. Answers the seconds to wait when the account or the address must; unknown logins
 * are counted like known ones. A try that succeeds is taken back by `forgive`.
 */
export async function countTry(
  database: Database,
  login: string,
  ip: string | null,
  now: Date,
): Promise<number> {
  return database.transaction(async (work) => {
    // Always the account first, so that two tries never wait for each other in a circle.
    const account = await counter(work, subjectOf('account', login), now);
    const address = ip === null ? null : await counter(work, subjectOf('address', ip), now);
    const blocked =
      account.blocked_until === null ? 0 : Date.parse(instantOf(account.blocked_until)) - now.getTime();
    if (blocked > 0) return Math.ceil(blocked / 1000);
    if (address && isCurrent(address, minuteMs, now) && address.failures >= addressFailures) {
      return Math.ceil((Date.parse(instantOf(address.window_start)) + minuteMs - now.getTime()) / 1000);
    }
    const failures = (isCurrent(account, forgetAfterMs, now) ? account.failures : 0) + 1;
    const until =
      waitAfter(failures) === 0 ? null : storedInstant(new Date(now.getTime() + waitAfter(failures) * 1000));
    await work.change(
      'UPDATE sign_in_throttle SET failures = ?, window_start = ?, blocked_until = ? WHERE subject = ?',
      [failures, storedInstant(now), until, subjectOf('account', login)],
    );
    if (address && ip !== null) {
      const current = isCurrent(address, minuteMs, now);
      await work.change('UPDATE sign_in_throttle SET failures = ?, window_start = ? WHERE subject = ?', [
        current ? address.failures + 1 : 1,
        current ? storedInstant(new Date(instantOf(address.window_start))) : storedInstant(now),
        subjectOf('address', ip),
      ]);
    }
    return 0;
  });
}

/** The password was right: the account starts anew and the address has one failure less. */
export async function forgive(database: Database, login: string, ip: string | null): Promise<void> {
  await database.change('UPDATE sign_in_throttle SET failures = 0, blocked_until = NULL WHERE subject = ?', [
    subjectOf('account', login),
  ]);
  if (ip === null) return;
  await database.change(
    'UPDATE sign_in_throttle SET failures = GREATEST(failures - 1, 0) WHERE subject = ?',
    [subjectOf('address', ip)],
  );
}

/** Takes away counters that say nothing any more. */
export async function forgetOldTries(database: Database, now: Date): Promise<void> {
  await database.change('DELETE FROM sign_in_throttle WHERE window_start < ? LIMIT 1000', [
    storedInstant(new Date(now.getTime() - forgetAfterMs)),
  ]);
}

async function counter(
  work: Parameters<Parameters<Database['transaction']>[0]>[0],
  subject: Buffer,
  now: Date,
) {
  await work.change(
    'INSERT INTO sign_in_throttle (subject, failures, window_start, blocked_until) VALUES (?, 0, ?, NULL) ON DUPLICATE KEY UPDATE failures = failures',
    [subject, storedInstant(now)],
  );
  const [row] = await work.query<Counter>(
    'SELECT failures, window_start, blocked_until FROM sign_in_throttle WHERE subject = ? FOR UPDATE',
    [subject],
  );
  if (!row) throw new Error('The counter of tries disappeared.');
  return { ...row, failures: Number(row.failures) };
}

function isCurrent(row: Counter, windowMs: number, now: Date): boolean {
  return now.getTime() - Date.parse(instantOf(row.window_start)) < windowMs;
}
