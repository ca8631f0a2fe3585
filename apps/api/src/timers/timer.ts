import type { Work } from '../commands/command.js';
import { storedInstant } from '../records/decode.js';
import { marks } from '../records/marks.js';

/** What a timer is about: a record and a rule. A record has at most one timer of a rule. */
export interface TimerKey {
  /** Kind of record; `House` for what concerns no record (its id is then 0). */
  readonly kind: string;
  readonly recordId: string;
  readonly rule: string;
}

export interface Timer extends TimerKey {
  readonly dueAt: Date;
  /** What it was set with. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** A lease that has long run out: free to be claimed. */
export const freeLease = '2000-01-01 00:00:00.000';

/**
 * Sets a timer in the act's transaction; one of the same rule is set anew. A due time in the past takes
 * effect at once; one at which this timer took effect before does nothing a second time.
 */
export async function setTimer(
  work: Pick<Work, 'sql'>,
  { kind, recordId, rule }: TimerKey,
  dueAt: Date,
  content: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const due = storedInstant(dueAt);
  const json = JSON.stringify(content);
  await work.sql(
    `INSERT INTO timer (kind, record_id, rule, due_at, running, content, lease_until, failures)
     VALUES (?, ?, ?, ?, 1, ?, ?, 0)
     ON DUPLICATE KEY UPDATE due_at = ?, running = 1, content = ?, lease_holder = NULL, lease_until = ?, failures = 0`,
    [kind, recordId, rule, due, json, freeLease, due, json, freeLease],
  );
}

/** Stops timers of a record: those of the rules named, or all. */
export async function stopTimers(
  work: Pick<Work, 'sql'>,
  kind: string,
  recordId: string,
  ...rules: readonly string[]
): Promise<void> {
  const named = rules.length > 0 ? ` AND rule IN (${marks(rules)})` : '';
  await work.sql(`UPDATE timer SET running = 0 WHERE kind = ? AND record_id = ? AND running = 1${named}`, [
    kind,
    recordId,
    ...rules,
  ]);
}
