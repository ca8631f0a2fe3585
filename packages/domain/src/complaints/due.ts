import { stepRules } from './deadlines.js';
import { type DeadlineLimit, limitEnd, readLimit } from './limits.js';
import { type SettingKey, type SettingOverride, settingAt } from './settings-defaults.js';
import type { Severity } from './vocabularies.js';

const hour = 3_600_000;

/** Under what a case's deadlines are counted; fixed when its clock begins. */
export interface ClockTerms {
  readonly overrides: readonly SettingOverride[];
  readonly severity: Severity;
  /** First receipt, or the reopening. */
  readonly clockFrom: Date;
  /** The organisation's settings as they stood then count for the whole case. */
  readonly settingsAsOf: Date;
  /** IANA name of the organisation's zone. */
  readonly zone: string;
}

/** A due time with the version of the rule that made it. */
export interface Due {
  readonly at: Date;
  /** 0: the default; n: the organisation's n-th value of the setting. */
  readonly version: number;
}

/** A setting that holds a number of hours, with its version. */
export function hoursOf(terms: ClockTerms, key: SettingKey): { hours: number; version: number } {
  const { value, version } = settingAt(terms.overrides, key, terms.severity, terms.settingsAsOf);
  return { hours: Number(value), version };
}

/**
 * The deadline of a case: receipt + 7 × 24 h (R4.26), or an outside body's deadline where that is
 * earlier. Hours are elapsed hours: summer time neither adds nor takes one, and nothing pauses them.
 */
export function caseDue(terms: ClockTerms, outside: readonly Date[] = []): Due {
  const { hours, version } = hoursOf(terms, 'close.hours');
  const own = terms.clockFrom.getTime() + hours * hour;
  return { at: new Date(Math.min(own, ...outside.map((each) => each.getTime()))), version };
}

/** A warning's time before the case's deadline. */
export function warningDue(
  terms: ClockTerms,
  key: 'warn.atRiskHours' | 'warn.escalateHours',
  caseDueAt: Date,
): Due {
  const { hours, version } = hoursOf(terms, key);
  return { at: new Date(caseDueAt.getTime() - hours * hour), version };
}

/** When the first response should (target) and must (limit) have come; from the receipt, or from when the case became graver. */
export function firstResponseDue(
  terms: ClockTerms,
  key: 'firstResponse.target' | 'firstResponse.limit',
  from: Date = terms.clockFrom,
): Due {
  const { value, version } = settingAt(terms.overrides, key, terms.severity, terms.settingsAsOf);
  return { at: limitEnd(readLimit(value), from, from, terms.zone), version };
}

/**
 * When a step must be done. `since` is the entry into its state. A step that comes to a desk after its
 * limit has passed still gets the least time for a step; no step outlasts the case's deadline (or, past
 * that, the extension) as long as that lies ahead.
 */
export function stepDue(
  terms: ClockTerms,
  limit: DeadlineLimit,
  since: Date,
  caseDueAt: Date,
  extendedTo: Date | null = null,
): Due {
  const { setting, from } = stepRules[limit];
  const { value, version } = settingAt(terms.overrides, setting, terms.severity, terms.settingsAsOf);
  const start = from === 'STATE' ? since : terms.clockFrom;
  const planned = limitEnd(readLimit(value), start, terms.clockFrom, terms.zone);
  const least = hoursOf(terms, 'step.leastHours').hours * hour;
  const given = planned > since ? planned : new Date(since.getTime() + least);
  const ends = [caseDueAt, ...(extendedTo ? [extendedTo] : [])].map((each) => each.getTime());
  const end = new Date(Math.max(...ends));
  return { at: end > since && given > end ? end : given, version };
}

/** Seconds that count on the net clock: from the receipt without the time spent waiting. Reported second; the strict clock stays the figure. */
export function netSeconds(
  facts: {
    readonly receivedAt: Date;
    readonly closedAt: Date | null;
    readonly waitingSince: Date | null;
    readonly waitedSeconds: number;
  },
  now: Date,
): number {
  const end = facts.closedAt ?? now;
  const waiting =
    facts.waitingSince && facts.waitingSince < end
      ? (end.getTime() - facts.waitingSince.getTime()) / 1000
      : 0;
  const strict = (end.getTime() - facts.receivedAt.getTime()) / 1000;
  return Math.max(0, Math.floor(strict - facts.waitedSeconds - waiting));
}
