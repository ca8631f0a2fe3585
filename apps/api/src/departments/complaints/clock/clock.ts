import { limitIn, stepRules } from '@kehu/domain/complaints/deadlines';
import { caseDue, firstResponseDue, hoursOf, stepDue } from '@kehu/domain/complaints/due';
import { type EffectiveSetting, type SettingKey, settingAt } from '@kehu/domain/complaints/settings-defaults';
import type { Severity } from '@kehu/domain/complaints/vocabularies';
import type { ComplaintTransition } from '@kehu/domain/complaints/workflow';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { setTimer, stopTimers } from '../../../timers/timer.js';
import { setCloseTimers, startFirstResponse, startStep, startTracking, timerDue } from './arm.js';
import { enterDeadline, makeUpMissing } from './ledger.js';
import { settingOverrides } from './settings.js';
import {
  instant,
  instantOrNull,
  isEnded,
  type KeptSettings,
  keptSettings,
  procedureOf,
  stateOf,
  termsOf,
} from './terms.js';

/** What a step does to the clock; the caller writes both onto the case and its step. */
export interface ClockMove {
  /** ISO; null where no step is due. */
  readonly stepDueAt: string | null;
  /** The step that was left was done after its limit. */
  readonly late: boolean;
}

/** The columns of a case that the clock sets when the case is made; for the row before it is inserted. */
export interface OpeningClock {
  readonly dueAt: string;
  readonly stepDueAt: string | null;
  readonly slaStatus: 'ON_TRACK';
  readonly breached: false;
  readonly waitedSeconds: 0;
  readonly settings: KeptSettings;
}

/**
 * The deadlines with which a case begins: due = receipt + 7 × 24 h (R4.26) or the earliest outside
 * deadline, and the limit of its first step. Nothing is written: put the answer into the row.
 */
export async function openingClock(
  work: Work,
  row: RecordRow,
  outside: readonly (string | Date | null | undefined)[] = [],
): Promise<OpeningClock> {
  const settings = { clockFrom: instant(row.receivedAt).toISOString(), asOf: work.now.toISOString() };
  const terms = await termsOf(work, { ...row, settings });
  const due = caseDue(
    terms,
    outside.flatMap((each) => instantOrNull(each) ?? []),
  );
  const limit = limitIn(stateOf(row), procedureOf(row));
  return {
    dueAt: due.at.toISOString(),
    stepDueAt: limit ? stepDue(terms, limit, work.now, due.at).at.toISOString() : null,
    slaStatus: 'ON_TRACK',
    breached: false,
    waitedSeconds: 0,
    settings,
  };
}

/**
 * Starts the clock of a case that has just been inserted: ledger and timers. The row should carry what
 * `openingClock` answered; where it does not, the case is put right from its intakes.
 */
export async function startCaseClock(
  work: Work,
  complaint: RecordRow,
  startedBy = 'registerComplaint',
  /** Since when it stands in its state, for a case that came in on its way; now for a new one. */
  since: Date = work.now,
): Promise<{ readonly dueAt: string; readonly stepDueAt: string | null }> {
  const row = keptSettings(complaint) ? complaint : await putRight(work, complaint);
  const terms = await termsOf(work, row);
  const dueAt = instant(row.dueAt);
  const own = caseDue(terms);
  await enterDeadline(work, row.id, {
    rule: 'CLOSE',
    event: 'STARTED',
    dueAt,
    version: own.version,
    startedBy: dueAt < own.at ? 'outsideDueAt' : startedBy,
  });
  await setCloseTimers(work, row, terms);
  // Whether somebody responded before a case came in on its way is not known here, and is held against nobody.
  const known = firstResponseDue(terms, 'firstResponse.limit').at > work.now || since >= work.now;
  if (known) await startFirstResponse(work, row, terms, startedBy);
  await startTracking(work, row, terms, startedBy);
  return { dueAt: dueAt.toISOString(), stepDueAt: await startStep(work, row, startedBy, since) };
}

async function putRight(work: Work, complaint: RecordRow): Promise<RecordRow> {
  const intakes = await work.find('ComplaintIntake', { complaintId: String(complaint.id) });
  const opening = await openingClock(
    work,
    complaint,
    intakes.map(({ outsideDueAt }) => outsideDueAt as string | null),
  );
  await work.update('Complaint', String(complaint.id), { ...opening });
  return { ...complaint, ...opening };
}

/**
 * Moves the clock with a step: closes the deadline of the state that is left (met, met late, or no longer
 * applying when the case was withdrawn or called back), and opens that of the state entered. A reopened
 * case gets a new 7-day clock; its old breach stays (D1.2 no. 24). A case that ends ends its clock.
 * `before` and `after` are the case before and after the step; the columns of the clock that change
 * besides `stepDueAt` are written here.
 */
export async function moveCaseClock(
  work: Work,
  before: RecordRow,
  after: RecordRow,
  transition: Pick<ComplaintTransition, 'id' | 'act'>,
  /** Since when the state entered counts; earlier than now for one that was called back. */
  since: Date = work.now,
): Promise<ClockMove> {
  const late = await finishStep(work, before, after, transition.act);
  if (before.firstResponseAt == null && after.firstResponseAt != null) await firstResponseCame(work, after);
  if (isEnded(after)) {
    await endCaseClock(work, after, transition.act);
    return { stepDueAt: null, late };
  }
  const row = isEnded(before) ? await restart(work, after, transition.act) : after;
  return { stepDueAt: await startStep(work, row, transition.act, since), late };
}

/** Closes the deadline of the state that is left; answers whether it was done late. */
async function finishStep(work: Work, before: RecordRow, after: RecordRow, act: string): Promise<boolean> {
  const limit = isEnded(before) ? null : limitIn(stateOf(before), procedureOf(before));
  const dueAt = instantOrNull(before.stepDueAt);
  if (!limit || !dueAt) return false;
  const undone = stateOf(after) === 'WITHDRAWN' || act.startsWith('recall');
  const late = !undone && work.now > dueAt;
  const event = undone ? 'CANCELLED' : late ? 'MET_LATE' : 'MET';
  await enterDeadline(work, before.id, { rule: limit, event, dueAt, startedBy: act });
  if (stepRules[limit].missing) await makeUpMissing(work, before.id, limit);
  await stopTimers(work, 'Complaint', String(before.id), 'STEP');
  return late;
}

/** A reopened case: a new clock from now, under the settings of now. */
async function restart(work: Work, complaint: RecordRow, startedBy: string): Promise<RecordRow> {
  const settings: KeptSettings = { clockFrom: work.now.toISOString(), asOf: work.now.toISOString() };
  const terms = await termsOf(work, { ...complaint, settings });
  const due = caseDue(terms);
  const changes = { settings, dueAt: due.at.toISOString(), extendedTo: null, slaStatus: 'ON_TRACK' };
  await work.update('Complaint', String(complaint.id), changes);
  const row: RecordRow = { ...complaint, ...changes };
  const { version, at: dueAt } = due;
  await enterDeadline(work, row.id, { rule: 'CLOSE', event: 'STARTED', dueAt, version, startedBy });
  await setCloseTimers(work, row, terms);
  await startTracking(work, row, terms, startedBy);
  return row;
}

/**
 * Ends the clock of a case that has ended; `moveCaseClock` does it by itself. Closed after its deadline it
 * is breached, whether or not the timer came first.
 */
export async function endCaseClock(work: Work, complaint: RecordRow, act = 'closeComplaint'): Promise<void> {
  const dueAt = instant(complaint.dueAt);
  const withdrawn = stateOf(complaint) === 'WITHDRAWN';
  const late = !withdrawn && work.now > dueAt;
  const event = withdrawn ? 'CANCELLED' : late ? 'MET_LATE' : 'MET';
  await enterDeadline(work, complaint.id, { rule: 'CLOSE', event, dueAt, startedBy: act });
  await stopTimers(work, 'Complaint', String(complaint.id));
  const waiting = waitedUntil(complaint, work.now);
  await work.update('Complaint', String(complaint.id), {
    ...(late
      ? { breached: true, breachedAt: complaint.breachedAt ?? dueAt.toISOString(), slaStatus: 'BREACHED' }
      : {}),
    ...(complaint.waitingSince == null ? {} : { waitingSince: null, waitedSeconds: waiting }),
  });
}

/** Seconds waited in all, the waiting that runs included. */
function waitedUntil(complaint: RecordRow, now: Date): number {
  const since = instantOrNull(complaint.waitingSince);
  const running = since ? Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000)) : 0;
  return Number(complaint.waitedSeconds ?? 0) + running;
}

/**
 * An extension by the general manager, with its reason, for planning: the limit of the step may run until
 * then. The deadline of R4.26 and its timers stand as they were, and a breach is never cleared (D1.4).
 * The caller writes `extendedTo`; `complaint` carries it.
 */
export async function extendCaseClock(
  work: Work,
  complaint: RecordRow,
  extension: { readonly to: string | Date; readonly reason: string },
): Promise<void> {
  const to = instant(extension.to);
  const { reason } = extension;
  await enterDeadline(work, complaint.id, {
    rule: 'CLOSE',
    event: 'EXTENDED',
    dueAt: to,
    startedBy: 'extendDeadline',
    reason,
  });
  await restateStep(work, complaint, 'extendDeadline');
}

/** Counts the limit of the present step anew, from when its state was entered; the case is written when it moved. */
async function restateStep(work: Work, complaint: RecordRow, startedBy: string): Promise<void> {
  const stepDueAt = await startStep(work, complaint, startedBy, instant(complaint.stateSince ?? work.now));
  await work.update('Complaint', String(complaint.id), { stepDueAt });
}

/** A changed severity changes the clock: first response, tracking and the step's limit follow it from now (R1.5). */
export async function changeClockSeverity(work: Work, before: RecordRow, after: RecordRow): Promise<void> {
  if (before.severity === after.severity || isEnded(after)) return;
  const terms = await termsOf(work, after);
  await startFirstResponse(work, after, terms, 'severity', work.now);
  await startTracking(work, after, terms, 'severity');
  await restateStep(work, after, 'severity');
}

/**
 * A further receipt of the same case (F38): the earliest receipt starts the clock, and the stricter of the
 * company's and any outside body's deadline counts. The deadline only ever comes nearer; the case is
 * written. Answers the case as it then stands.
 */
export async function tightenCaseClock(
  work: Work,
  complaint: RecordRow,
  intake: { readonly receivedAt?: string | Date | null; readonly outsideDueAt?: string | Date | null },
  startedBy = 'addIntake',
): Promise<RecordRow> {
  const kept = keptSettings(complaint);
  const receivedAt = instantOrNull(intake.receivedAt) ?? instant(complaint.receivedAt);
  const earlier = receivedAt < instant(complaint.receivedAt);
  const settings: KeptSettings = {
    clockFrom: earlier && kept ? receivedAt.toISOString() : (kept?.clockFrom ?? receivedAt.toISOString()),
    asOf: kept?.asOf ?? work.now.toISOString(),
  };
  const terms = await termsOf(work, { ...complaint, settings });
  const outside = instantOrNull(intake.outsideDueAt);
  const due = caseDue(terms, [instant(complaint.dueAt), ...(outside ? [outside] : [])]);
  const moved = due.at < instant(complaint.dueAt);
  const changes = {
    ...(earlier ? { receivedAt: receivedAt.toISOString(), settings } : {}),
    ...(moved ? { dueAt: due.at.toISOString() } : {}),
  };
  const row: RecordRow = { ...complaint, ...changes };
  if (!earlier && !moved) return row;
  await work.update('Complaint', String(row.id), changes);
  if (isEnded(row)) return row;
  if (moved) {
    const { version, at: dueAt } = due;
    await enterDeadline(work, row.id, { rule: 'CLOSE', event: 'STARTED', dueAt, version, startedBy });
    await setCloseTimers(work, row, terms);
  }
  await restateStep(work, row, startedBy);
  return row;
}

/** The first response is on record: its deadline is met, or met late. `complaint` carries `firstResponseAt`. */
export async function firstResponseCame(work: Work, complaint: RecordRow): Promise<void> {
  const came = instantOrNull(complaint.firstResponseAt);
  const dueAt = await timerDue(work, complaint.id, 'FIRST_RESPONSE');
  await stopTimers(work, 'Complaint', String(complaint.id), 'FIRST_RESPONSE', 'FIRST_RESPONSE_TARGET');
  if (!came || !dueAt) return;
  const event = came > dueAt ? 'MET_LATE' : 'MET';
  await enterDeadline(work, complaint.id, {
    rule: 'FIRST_RESPONSE',
    event,
    dueAt,
    startedBy: 'recordFirstResponse',
  });
  await makeUpMissing(work, complaint.id, 'FIRST_RESPONSE');
}

/** A tracking or soothing entry of a case: the next one is due from its time on; a missing one is made up. */
export async function trackingCame(work: Work, complaint: RecordRow, at: string | Date): Promise<void> {
  if (isEnded(complaint)) return;
  await makeUpMissing(work, complaint.id, 'TRACKING');
  const { hours } = hoursOf(await termsOf(work, complaint), 'tracking.hours');
  if (hours === 0) return;
  const dueAt = new Date(instant(at).getTime() + hours * 3_600_000);
  const standing = await timerDue(work, complaint.id, 'TRACKING');
  if (standing && standing >= dueAt) return;
  await setTimer(work, { kind: 'Complaint', recordId: String(complaint.id), rule: 'TRACKING' }, dueAt);
}

/** Waiting for the customer or a laboratory begins: on the ledger; the strict clock runs on (F5). */
export async function startWaitingClock(work: Work, complaint: RecordRow, reason: string): Promise<void> {
  const dueAt = instant(complaint.dueAt);
  await enterDeadline(work, complaint.id, {
    rule: 'WAITING',
    event: 'STARTED',
    dueAt,
    startedBy: 'startWaiting',
    reason,
  });
}

/** What was waited for has come. */
export async function endWaitingClock(
  work: Work,
  complaint: RecordRow,
  reason: string | null,
): Promise<void> {
  const dueAt = instant(complaint.dueAt);
  await enterDeadline(work, complaint.id, {
    rule: 'WAITING',
    event: 'MET',
    dueAt,
    startedBy: 'endWaiting',
    reason,
  });
}

/**
 * The value of a setting for a severity now, or at the instant given: what the organisation set, else the
 * default. For what a case keeps from its beginning, give the instant at which its clock began.
 */
export async function effectiveSetting(
  work: Pick<Work, 'rows' | 'now'>,
  key: SettingKey,
  severity: Severity,
  at: Date = work.now,
): Promise<EffectiveSetting> {
  return settingAt(await settingOverrides(work), key, severity, at);
}
