import type { Work } from '../commands/command.js';
import type { RecordRow } from '../records/encode.js';
import type { Timer } from './timer.js';

/** What happens when timers of one kind and rule are due. Everything is written through `work`, in one transaction with the mark that it happened. */
export interface TimerRule {
  readonly kind: string;
  readonly rule: string;
  /** Takes effect; `record` is locked. It comes once for each due time, however often servers end. */
  fire(work: Work, timer: Timer, record: RecordRow): Promise<void>;
  /** When it is due again; null: not again. Left out: it is due once. */
  next?(work: Work, timer: Timer, record: RecordRow): Promise<Date | null> | Date | null;
  /** For what concerns the house and no record: when it is due for the first time after an instant. */
  first?(work: Work): Promise<Date> | Date;
}

/** The kind of timers that concern no record; their record id is 0. */
export const houseKind = 'House';

/** The first of a row of times, each `milliseconds` after the one before, that lies after `now`. */
export function nextInRow(dueAt: Date, milliseconds: number, now: Date): Date {
  const passed = Math.max(0, now.getTime() - dueAt.getTime());
  return new Date(dueAt.getTime() + (Math.floor(passed / milliseconds) + 1) * milliseconds);
}
