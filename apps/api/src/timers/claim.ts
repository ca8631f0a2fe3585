import type { Database } from '@kehu/database/connection';
import { instantOf, storedInstant } from '../records/decode.js';
import type { Timer } from './timer.js';

/** How long a server may take over the timers that it claimed, in seconds. */
export const leaseSeconds = 30;
/** Longest pause before a timer that failed is tried again, in seconds. */
export const longestPauseSeconds = 300;

interface TimerColumns {
  readonly kind: string;
  readonly record_id: string;
  readonly rule: string;
  readonly due_at: string;
  readonly content: unknown;
}

/**
 * A lease that ends later than any lease can end was taken while a clock stood wrong, and binds nobody:
 * a clock that is put back must not keep a timer waiting until it has caught up.
 */
const free = 'running = 1 AND due_at <= ? AND (lease_until < ? OR lease_until > ?)';

function freeValues(now: Date): string[] {
  const latest = new Date(now.getTime() + (longestPauseSeconds + leaseSeconds) * 1000);
  return [storedInstant(now), storedInstant(now), storedInstant(latest)];
}

/**
 * Claims at most `limit` timers that are due, the oldest first, for `holder`. Each is taken by its own
 * key, so that no range of the table is locked while people work; of several servers one gets it.
 */
export async function claimTimers(
  database: Database,
  holder: string,
  now: Date,
  limit: number,
): Promise<Timer[]> {
  const rows = await database.query<TimerColumns>(
    `SELECT kind, record_id, rule, due_at, content FROM timer WHERE ${free} ORDER BY due_at, record_id LIMIT ${limit}`,
    freeValues(now),
  );
  const until = storedInstant(new Date(now.getTime() + leaseSeconds * 1000));
  const claimed: Timer[] = [];
  for (const row of rows) {
    const { affectedRows } = await database.change(
      `UPDATE timer SET lease_holder = ?, lease_until = ?
       WHERE kind = ? AND record_id = ? AND rule = ? AND ${free} LIMIT 1`,
      [holder, until, row.kind, row.record_id, row.rule, ...freeValues(now)],
    );
    if (affectedRows === 1) claimed.push(timerOf(row));
  }
  return claimed;
}

function timerOf({ kind, record_id, rule, due_at, content }: TimerColumns): Timer {
  const given = typeof content === 'string' ? JSON.parse(content) : content;
  return {
    kind,
    recordId: String(record_id),
    rule,
    dueAt: new Date(instantOf(due_at)),
    content: (given ?? {}) as Timer['content'],
  };
}

/** A timer that could not take effect is tried again after a pause that doubles from one second. */
export async function postponeTimer(
  database: Database,
  holder: string,
  { kind, recordId, rule }: Timer,
  now: Date,
): Promise<void> {
  const [row] = await database.query<{ failures: string | number }>(
    'SELECT failures FROM timer WHERE kind = ? AND record_id = ? AND rule = ?',
    [kind, recordId, rule],
  );
  const seconds = Math.min(longestPauseSeconds, 2 ** Math.min(Number(row?.failures ?? 0), 9));
  await database.change(
    `UPDATE timer SET failures = failures + 1, lease_until = ?
     WHERE kind = ? AND record_id = ? AND rule = ? AND lease_holder = ?`,
    [storedInstant(new Date(now.getTime() + seconds * 1000)), kind, recordId, rule, holder],
  );
}

/** Seconds by which the oldest timer that is due is late; 0 when none is. */
export async function timerLag(database: Database, now: Date): Promise<number> {
  const [row] = await database.query<{ due_at: string | null }>(
    'SELECT MIN(due_at) AS due_at FROM timer WHERE running = 1 AND due_at <= ?',
    [storedInstant(now)],
  );
  return row?.due_at ? Math.max(0, (now.getTime() - Date.parse(instantOf(row.due_at))) / 1000) : 0;
}
