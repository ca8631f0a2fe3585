import { endOfLocalDay } from '../text/local-time.js';

/** Names of the step limits as the workflow table has them (dossier D1.2). */
export type DeadlineLimit =
  | 'ASSESS'
  | 'RULE'
  | 'EXPLAIN'
  | 'ASSIGN'
  | 'TAKE'
  | 'REPORT'
  | 'REVIEW_REPORT'
  | 'HR_OPINION'
  | 'GM_DECISION'
  | 'OPINION'
  | 'REVIEW_OPINION'
  | 'REPLY';

/** A limit as it is written: so much time from an event, or until the end of a day after the receipt. */
export type Limit =
  | { readonly milliseconds: number }
  /** `D+n`: 24:00 of the n-th day of the calendar after the day on which the clock began. */
  | { readonly days: number };

const units = { m: 60_000, h: 3_600_000 } as const;

/** Reads `30m`, `4h`, `D+3`; throws for anything else, since settings are checked where they are entered. */
export function readLimit(text: string): Limit {
  const days = /^D\+(\d{1,2})$/.exec(text);
  if (days) return { days: Number(days[1]) };
  const time = /^(\d{1,4})([mh])$/.exec(text);
  if (!time) throw new Error(`"${text}" is no limit: write 30m, 4h or D+3.`);
  return { milliseconds: Number(time[1]) * units[time[2] as 'm' | 'h'] };
}

/**
 * When a limit ends: so much time after `event`, or the end of the n-th day after the day on which the
 * clock began, as the calendar of the organisation's zone has it.
 */
export function limitEnd(limit: Limit, event: Date, clockFrom: Date, zone: string): Date {
  if ('days' in limit) return endOfLocalDay(zone, clockFrom, limit.days);
  return new Date(event.getTime() + limit.milliseconds);
}
