import { limitIn, momentRules, stepRules } from '@kehu/domain/complaints/deadlines';
import { hoursOf } from '@kehu/domain/complaints/due';
import type { DeadlineLimit } from '@kehu/domain/complaints/limits';
import type { Work } from '../../../commands/command.js';
import { instantOf } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { nextInRow, type TimerRule } from '../../../timers/rule.js';
import type { Timer } from '../../../timers/timer.js';
import { firstResponseCame } from './clock.js';
import { enterDeadline, enterMissing } from './ledger.js';
import { deskPerson, escalate, tellees, tellOfCase } from './tellees.js';
import { instant, isEnded, procedureOf, stateOf, termsOf } from './terms.js';

const hour = 3_600_000;
const versionOf = ({ content }: Timer): number => Number(content.version ?? 0);

/** T − 48 h: the case comes near its deadline (D1.4). */
const atRisk: TimerRule = {
  kind: 'Complaint',
  rule: 'AT_RISK',
  async fire(work, timer, complaint) {
    if (isEnded(complaint)) return;
    const dueAt = instant(complaint.dueAt);
    await enterDeadline(work, complaint.id, { rule: 'CLOSE', event: 'WARNED', dueAt, startedBy: timer.rule });
    if (complaint.slaStatus === 'ON_TRACK')
      await work.update('Complaint', String(complaint.id), { slaStatus: 'AT_RISK' });
    // After an outage the breach itself is said, not what would have gone before it.
    if (work.now >= dueAt) return;
    const to = await tellees(work, complaint, momentRules.AT_RISK.tells);
    await tellOfCase(work, complaint, to, 'clock.atRisk', { dueAt });
  },
};

/** T − 24 h: HR and administration has the case before it (R4.25, D1.4). */
const escalation: TimerRule = {
  kind: 'Complaint',
  rule: 'ESCALATE',
  async fire(work, timer, complaint) {
    if (isEnded(complaint)) return;
    const dueAt = instant(complaint.dueAt);
    await enterDeadline(work, complaint.id, { rule: 'CLOSE', event: 'WARNED', dueAt, startedBy: timer.rule });
    await escalate(work, complaint, 'ESCALATE', 1);
    if (work.now >= dueAt) return;
    const to = await tellees(work, complaint, momentRules.ESCALATE.tells);
    await tellOfCase(work, complaint, to, 'clock.escalated', { dueAt });
  },
};

/** The deadline itself, reached open: breached for good, the general manager is told (D1.4). */
const breach: TimerRule = {
  kind: 'Complaint',
  rule: 'CLOSE',
  async fire(work, timer, complaint) {
    if (isEnded(complaint)) return;
    const { dueAt } = timer;
    await enterDeadline(work, complaint.id, { rule: 'CLOSE', event: 'PASSED', dueAt, startedBy: timer.rule });
    await work.update('Complaint', String(complaint.id), {
      breached: true,
      // A breach of an earlier clock stays the first one.
      breachedAt: complaint.breachedAt ?? dueAt.toISOString(),
      slaStatus: 'BREACHED',
    });
    await escalate(work, complaint, 'CLOSE', 2);
    const to = await tellees(work, complaint, momentRules.CLOSE.tells);
    await tellOfCase(work, complaint, to, 'clock.breached', { dueAt });
  },
};

const limitOf = ({ content }: Timer): DeadlineLimit | null =>
  typeof content.limit === 'string' && Object.hasOwn(stepRules, content.limit)
    ? (content.limit as DeadlineLimit)
    : null;
const stillAt = (complaint: RecordRow, limit: DeadlineLimit | null): limit is DeadlineLimit =>
  limit !== null && !isEnded(complaint) && limitIn(stateOf(complaint), procedureOf(complaint)) === limit;

/** A step past its limit: whoever has it and the supervisor are told, daily until it is done; a missing ruling or reply goes on record. */
const step: TimerRule = {
  kind: 'Complaint',
  rule: 'STEP',
  async fire(work, timer, complaint) {
    const limit = limitOf(timer);
    if (!stillAt(complaint, limit)) return;
    const dueAt = new Date(String(timer.content.dueAt));
    const first = timer.dueAt.getTime() === dueAt.getTime();
    const { label, missing, tells } = stepRules[limit];
    await enterDeadline(work, complaint.id, {
      rule: limit,
      event: first ? 'PASSED' : 'WARNED',
      dueAt,
      version: versionOf(timer),
      startedBy: timer.rule,
    });
    if (first && missing)
      await enterMissing(work, complaint, limit, dueAt, await deskPerson(work, complaint));
    const to = await tellees(work, complaint, tells);
    await tellOfCase(work, complaint, to, 'clock.stepPassed', { dueAt, content: { step: label } });
  },
  async next(work, timer, complaint) {
    if (!stillAt(complaint, limitOf(timer))) return null;
    const { hours } = hoursOf(await termsOf(work, complaint), 'step.repeatHours');
    // What was not said while no server ran is said once, not once for every day.
    return hours > 0 ? nextInRow(timer.dueAt, hours * hour, work.now) : null;
  },
};

const target: TimerRule = {
  kind: 'Complaint',
  rule: 'FIRST_RESPONSE_TARGET',
  async fire(work, timer, complaint) {
    if (isEnded(complaint) || complaint.firstResponseAt != null) return;
    const to = await tellees(work, complaint, momentRules.FIRST_RESPONSE_TARGET.tells);
    await tellOfCase(work, complaint, to, 'clock.firstResponseTarget', { dueAt: timer.dueAt });
  },
};

/** Nobody has spoken to the customer in time: on record, with an owner (R1.2, R1.5). */
const firstResponse: TimerRule = {
  kind: 'Complaint',
  rule: 'FIRST_RESPONSE',
  async fire(work, timer, complaint) {
    if (isEnded(complaint)) return;
    if (complaint.firstResponseAt != null) return firstResponseCame(work, complaint);
    const { dueAt } = timer;
    await enterDeadline(work, complaint.id, {
      rule: 'FIRST_RESPONSE',
      event: 'PASSED',
      dueAt,
      version: versionOf(timer),
      startedBy: timer.rule,
    });
    const [owner] = await tellees(work, complaint, ['OWNER']);
    await enterMissing(work, complaint, 'FIRST_RESPONSE', dueAt, owner ?? null);
    const severe = complaint.severity === 'SEVERE';
    if (severe) await escalate(work, complaint, 'FIRST_RESPONSE', 2);
    const parts = momentRules.FIRST_RESPONSE.tells;
    const to = await tellees(work, complaint, severe ? [...parts, 'GM'] : parts);
    await tellOfCase(work, complaint, to, 'clock.firstResponseMissing', { dueAt });
  },
};

/** When the case was last tracked or the customer soothed; null when never. */
async function lastTracked(work: Work, complaint: RecordRow): Promise<Date | null> {
  const [row] = await work.rows<{ at: string | null }>(
    "SELECT MAX(at) AS at FROM tracking_entry WHERE complaint_id = ? AND kind IN ('TRACK', 'SOOTHE')",
    [String(complaint.id)],
  );
  return row?.at ? new Date(instantOf(row.at)) : null;
}

/** A severe case without a tracking entry for a day: each day that passes so goes on record by itself (R1.5). */
const tracking: TimerRule = {
  kind: 'Complaint',
  rule: 'TRACKING',
  async fire(work, timer, complaint) {
    if (isEnded(complaint)) return;
    const { hours, version } = hoursOf(await termsOf(work, complaint), 'tracking.hours');
    const { dueAt } = timer;
    const last = await lastTracked(work, complaint);
    if (hours === 0 || (last && last.getTime() + hours * hour > dueAt.getTime())) return;
    await enterDeadline(work, complaint.id, {
      rule: 'TRACKING',
      event: 'PASSED',
      dueAt,
      version,
      startedBy: timer.rule,
    });
    const [owner] = await tellees(work, complaint, ['OWNER']);
    await enterMissing(work, complaint, 'TRACKING', dueAt, owner ?? null);
    const to = await tellees(work, complaint, momentRules.TRACKING.tells);
    await tellOfCase(work, complaint, to, 'clock.trackingMissing', { dueAt });
  },
  async next(work, timer, complaint) {
    if (isEnded(complaint)) return null;
    const { hours } = hoursOf(await termsOf(work, complaint), 'tracking.hours');
    if (hours === 0) return null;
    const last = await lastTracked(work, complaint);
    const from = Math.max(timer.dueAt.getTime(), last ? last.getTime() : 0);
    return new Date(from + hours * hour);
  },
};

/** Timers of a case. */
export const caseTimers: readonly TimerRule[] = [
  atRisk,
  escalation,
  breach,
  step,
  target,
  firstResponse,
  tracking,
];
