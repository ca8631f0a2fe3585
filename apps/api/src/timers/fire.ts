import type { ActInput, Command, Work } from '../commands/command.js';
import { instantOf, storedInstant } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import { houseKind, type TimerRule } from './rule.js';
import { freeLease, type Timer } from './timer.js';

interface Fired {
  /** False: it was stopped or set anew meanwhile, or had taken effect at this due time before. */
  readonly fired: boolean;
}

/**
 * The act by which a timer takes effect: the record locked, as in every act; the mark for this due time,
 * which the database holds once; the effect; and the next due time, all in one transaction. Whatever ends
 * a server, the effect and its mark are there together or not at all.
 */
export function timerAct(rule: TimerRule): Command<ActInput & { readonly timer: Timer }, Fired> {
  return {
    name: `timer${rule.kind}${rule.rule}`,
    permission: null,
    async run(work, { timer }) {
      const record = rule.kind === houseKind ? {} : await work.load(rule.kind, timer.recordId);
      if (!(await stillDue(work, timer))) return { fired: false };
      const fired = (await mark(work, timer)) && record !== null;
      if (fired) await rule.fire(work, timer, record);
      await settle(work, timer, record ? ((await nextOf(work, rule, timer, record)) ?? null) : null);
      return { fired };
    },
  };
}

/** The record as the effect left it decides when it is due again. */
async function nextOf(work: Work, rule: TimerRule, timer: Timer, before: RecordRow): Promise<Date | null> {
  if (!rule.next) return null;
  const record = rule.kind === houseKind ? before : ((await work.load(rule.kind, timer.recordId)) ?? before);
  return rule.next(work, timer, record);
}

const key = ({ kind, recordId, rule }: Timer) => [kind, recordId, rule];

/** Locks the timer; false when it was stopped, or set to another time since it was claimed. */
async function stillDue(work: Work, timer: Timer): Promise<boolean> {
  const [row] = await work.rows<{ due_at: string; running: string | number }>(
    'SELECT due_at, running FROM timer WHERE kind = ? AND record_id = ? AND rule = ? FOR UPDATE',
    key(timer),
  );
  return (
    row !== undefined &&
    Number(row.running) === 1 &&
    Date.parse(instantOf(row.due_at)) === timer.dueAt.getTime()
  );
}

/** Marks that the timer took effect at this due time; false when it had. */
async function mark(work: Work, timer: Timer): Promise<boolean> {
  const affected = await work.sql(
    'INSERT IGNORE INTO timer_effect (kind, record_id, rule, due_at, at) VALUES (?, ?, ?, ?, ?)',
    [...key(timer), storedInstant(timer.dueAt), storedInstant(work.now)],
  );
  return affected === 1;
}

/** Ends the timer, or sets it to its next time, unless the effect itself has set it anew. */
async function settle(work: Work, timer: Timer, next: Date | null): Promise<void> {
  const due = storedInstant(timer.dueAt);
  await work.sql(
    `UPDATE timer SET running = ?, due_at = ?, lease_holder = NULL, lease_until = ?, failures = 0
     WHERE kind = ? AND record_id = ? AND rule = ? AND due_at = ?`,
    [next ? 1 : 0, next ? storedInstant(next) : due, freeLease, ...key(timer), due],
  );
}
