import { otherDeadlines } from '@kehu/domain/complaints/deadlines';
import type { MessageKey } from '@kehu/domain/messages/message';
import type { Work } from '../../../commands/command.js';
import { notify } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { nextInRow, type TimerRule } from '../../../timers/rule.js';
import type { Timer } from '../../../timers/timer.js';
import { enterDeadline, enterMissing } from './ledger.js';
import { tellees, tellOfCase } from './tellees.js';
import { isEnded } from './terms.js';

const day = 86_400_000;
const text = (value: unknown): string | null => (value == null ? null : String(value));
const open =
  (...states: readonly string[]) =>
  (record: RecordRow) =>
    states.includes(String(record.state));
const taskOpen = open('OPEN', 'ACCEPTED');
const assignedOpen = open('OPEN', 'ACCEPTED', 'RETURNED');
const daily = (fits: (record: RecordRow) => boolean) => (work: Work, timer: Timer, record: RecordRow) =>
  fits(record) ? nextInRow(timer.dueAt, day, work.now) : null;

const named = (...people: readonly unknown[]): string[] => [
  ...new Set(people.flatMap((id) => text(id) ?? [])),
];

/** An assisting department that has not answered: it and whoever asked are told, daily (F14). */
const assistance: TimerRule = {
  kind: 'DepartmentTask',
  rule: 'DUE',
  async fire(work, { dueAt }, task) {
    const complaint = await work.peek('Complaint', String(task.complaintId));
    if (!complaint || isEnded(complaint) || !taskOpen(task)) return;
    const department = await work.peek('Department', String(task.departmentId));
    const to = named(task.assigneeId ?? department?.headId, task.askedById, complaint.handlerId);
    await enterDeadline(work, complaint.id, {
      rule: 'ASSISTANCE',
      event: 'PASSED',
      dueAt,
      startedBy: 'requestAssistance',
    });
    await tellOfCase(work, complaint, to, 'clock.assistanceDue', { dueAt });
  },
  next: daily(taskOpen),
};

/** A task that a leader gave and that is past its date (R2.10): both are told, daily. */
const assignedTask: TimerRule = {
  kind: 'AssignedTask',
  rule: 'DUE',
  async fire(work, { dueAt }, task) {
    if (!assignedOpen(task)) return;
    if (task.undertaking === true) return undertakingPassed(work, dueAt, task);
    await notify(work, {
      to: named(task.assigneeId, task.assignerId),
      message: 'clock.taskDue',
      content: { title: String(task.title) },
      weight: 'WARNING',
      kind: 'AssignedTask',
      recordId: String(task.id),
      recordNo: null,
      dueAt: dueAt.toISOString(),
    });
  },
  next: daily(assignedOpen),
};

/**
 * What was promised to a customer when his case was closed is not done (F7): the silence is on record with
 * whoever promised to do it, and HR and administration, which sees to it, is told with both (R4.25).
 */
async function undertakingPassed(work: Work, at: Date, task: RecordRow): Promise<void> {
  const complaint = await work.peek('Complaint', String(task.complaintId));
  if (!complaint) return;
  const dueAt = new Date(String(task.dueAt));
  const first = await enterMissing(work, complaint, 'UNDERTAKING', dueAt, text(task.assigneeId));
  const event = first ? 'PASSED' : 'WARNED';
  await enterDeadline(work, complaint.id, { rule: 'UNDERTAKING', event, dueAt, startedBy: 'DUE' });
  const to = named(task.assigneeId, task.assignerId, ...(await tellees(work, complaint, ['HR_ADMIN'])));
  await tellOfCase(work, complaint, to, 'clock.undertakingDue', { dueAt: at });
}

/** A preventive measure past its date, or whose effect is to be judged today (R4.4): said once. */
const prevention = (
  rule: 'DONE' | 'CHECK',
  settled: 'doneAt' | 'checkedAt',
  message: MessageKey,
  entry: 'PREVENTION_DONE' | 'PREVENTION_CHECK',
): TimerRule => ({
  kind: 'PreventiveAction',
  rule,
  async fire(work, { dueAt }, action) {
    if (action[settled] != null) return;
    const complaint = await work.peek('Complaint', String(action.complaintId));
    if (!complaint) return;
    const office = await tellees(work, complaint, ['HR_ADMIN']);
    const event = rule === 'DONE' ? 'PASSED' : 'WARNED';
    await enterDeadline(work, complaint.id, { rule: entry, event, dueAt, startedBy: 'planPreventiveAction' });
    await tellOfCase(work, complaint, named(action.ownerId, ...office), message, {
      weight: rule === 'CHECK' ? 'TODO' : 'WARNING',
      dueAt,
      content: { what: otherDeadlines[entry].label },
    });
  },
});

/** Timers of what hangs on a case, and of tasks. */
export const partTimers: readonly TimerRule[] = [
  assistance,
  assignedTask,
  prevention('DONE', 'doneAt', 'clock.preventionDue', 'PREVENTION_DONE'),
  prevention('CHECK', 'checkedAt', 'clock.preventionCheck', 'PREVENTION_CHECK'),
];
