import { limitIn } from '@kehu/domain/complaints/deadlines';
import { type ClockTerms, firstResponseDue, hoursOf, stepDue, warningDue } from '@kehu/domain/complaints/due';
import type { Work } from '../../../commands/command.js';
import { instantOf } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { setTimer, stopTimers } from '../../../timers/timer.js';
import { enterDeadline } from './ledger.js';
import { instant, instantOrNull, procedureOf, stateOf, termsOf } from './terms.js';

const hour = 3_600_000;
const key = (complaint: RecordRow, rule: string) => ({
  kind: 'Complaint',
  recordId: String(complaint.id),
  rule,
});

/** Sets the timers of the case's own deadline: the two warnings and the breach (D1.4). */
export async function setCloseTimers(work: Work, complaint: RecordRow, terms: ClockTerms): Promise<void> {
  const dueAt = instant(complaint.dueAt);
  await setTimer(work, key(complaint, 'AT_RISK'), warningDue(terms, 'warn.atRiskHours', dueAt).at);
  await setTimer(work, key(complaint, 'ESCALATE'), warningDue(terms, 'warn.escalateHours', dueAt).at);
  await setTimer(work, key(complaint, 'CLOSE'), dueAt);
}

/** Opens the deadline of the first response, counted from `from`, unless it has come. */
export async function startFirstResponse(
  work: Work,
  complaint: RecordRow,
  terms: ClockTerms,
  startedBy: string,
  from: Date = terms.clockFrom,
): Promise<void> {
  if (complaint.firstResponseAt != null) return;
  const target = firstResponseDue(terms, 'firstResponse.target', from);
  const limit = firstResponseDue(terms, 'firstResponse.limit', from);
  const { version } = limit;
  await setTimer(work, key(complaint, 'FIRST_RESPONSE_TARGET'), target.at);
  await setTimer(work, key(complaint, 'FIRST_RESPONSE'), limit.at, { version });
  await enterDeadline(work, complaint.id, {
    rule: 'FIRST_RESPONSE',
    event: 'STARTED',
    dueAt: limit.at,
    version,
    startedBy,
  });
}

/** Opens the daily tracking that a severe case asks for (R1.5), the first entry counted from `from`; stops it where none is asked. */
export async function startTracking(
  work: Work,
  complaint: RecordRow,
  terms: ClockTerms,
  startedBy: string,
  from: Date = work.now,
): Promise<void> {
  const { hours, version } = hoursOf(terms, 'tracking.hours');
  if (hours === 0) return stopTimers(work, 'Complaint', String(complaint.id), 'TRACKING');
  const dueAt = new Date(from.getTime() + hours * hour);
  await setTimer(work, key(complaint, 'TRACKING'), dueAt);
  await enterDeadline(work, complaint.id, { rule: 'TRACKING', event: 'STARTED', dueAt, version, startedBy });
}

/** Opens the deadline of the state that the case stands in since `since`; answers when it is due, ISO or null. */
export async function startStep(
  work: Work,
  complaint: RecordRow,
  startedBy: string,
  since: Date = work.now,
): Promise<string | null> {
  const limit = limitIn(stateOf(complaint), procedureOf(complaint));
  const id = String(complaint.id);
  if (!limit) {
    await stopTimers(work, 'Complaint', id, 'STEP');
    return null;
  }
  const terms = await termsOf(work, complaint);
  const due = stepDue(terms, limit, since, instant(complaint.dueAt), instantOrNull(complaint.extendedTo));
  const dueAt = due.at.toISOString();
  const { version } = due;
  await enterDeadline(work, id, { rule: limit, event: 'STARTED', dueAt: due.at, version, startedBy });
  await setTimer(work, key(complaint, 'STEP'), due.at, { limit, dueAt, version });
  return dueAt;
}

/** When a timer of a case is or was due; null when it has none. */
export async function timerDue(work: Work, complaintId: unknown, rule: string): Promise<Date | null> {
  const [row] = await work.rows<{ due_at: string }>(
    "SELECT due_at FROM timer WHERE kind = 'Complaint' AND record_id = ? AND rule = ?",
    [String(complaintId), rule],
  );
  return row ? new Date(instantOf(row.due_at)) : null;
}
