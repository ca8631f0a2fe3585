import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { notify, type Told } from '../../../notify/notify.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { setTimer } from '../../../timers/timer.js';
import { enterDeadline, makeUpMissing } from '../clock/ledger.js';

/** What is promised: what will be done, until when, and by whom. */
export interface Promised {
  readonly title: string;
  readonly dueAt: Date;
  readonly assigneeId: string;
}

/** Where the parts of the input stand, and which field of the task each of them is. */
const paths: Readonly<Record<string, string>> = { title: 'text', dueAt: 'dueAt', assigneeId: 'assigneeId' };
const at = (property: string) => `undertaking.${paths[property] ?? property}`;

/**
 * An undertaking as it was given; null without one. It lies in the future, and whoever carries it out is
 * another than those who give and later confirm it (B7.1): BAD_USER_INPUT at `undertaking.…` otherwise.
 */
export function promisedIn(work: Work, given: unknown, givers: readonly string[]): Promised | null {
  if (given == null) return null;
  const { text, dueAt, assigneeId } = given as Readonly<Record<string, unknown>>;
  const { row, problems } = checkFields(
    kindNamed('AssignedTask'),
    { title: text, dueAt, assigneeId },
    { fields: ['title', 'dueAt', 'assignee'], partial: false },
  );
  const found = problems.map((problem) => ({ ...problem, path: at(problem.path) }));
  const wrong = (path: string, message: (typeof problems)[number]['message']) => {
    if (found.every((each) => each.path !== path)) found.push({ path, message });
  };
  if (row.assigneeId == null) wrong(at('assigneeId'), 'input.required');
  else if (givers.includes(String(row.assigneeId))) wrong(at('assigneeId'), 'rule.notOneself');
  const due = new Date(String(row.dueAt));
  if (!(due > work.now)) wrong(at('dueAt'), 'input.past');
  if (found.length > 0) throw badInput(...found);
  return { title: String(row.title), dueAt: due, assigneeId: String(row.assigneeId) };
}

/**
 * A case closes before its remedy is carried out: what was promised becomes a task with a timer of its
 * own and a line on the case's ledger, and stays on the supervision ledger until it is confirmed (F7,
 * R4.25). `giverId` confirms it.
 */
export async function giveUndertaking(
  work: Work,
  complaint: RecordRow,
  { title, dueAt, assigneeId }: Promised,
  giverId: string,
): Promise<Told[]> {
  const complaintId = String(complaint.id);
  const recordId = await work.insert('AssignedTask', {
    complaintId,
    title,
    assignerId: giverId,
    assigneeId,
    assignedAt: work.now.toISOString(),
    dueAt: dueAt.toISOString(),
    state: 'OPEN',
    undertaking: true,
  });
  const key = { kind: 'AssignedTask', recordId };
  await setTimer(work, { ...key, rule: 'DUE' }, dueAt, { dueAt: storedInstant(dueAt) });
  await enterDeadline(work, complaintId, {
    rule: 'UNDERTAKING',
    event: 'STARTED',
    dueAt,
    startedBy: 'closeComplaint',
  });
  return notify(work, {
    ...key,
    to: [assigneeId],
    message: 'case.undertaking',
    content: { no: String(complaint.no) },
    weight: 'TODO',
    recordNo: String(complaint.no),
    dueAt: dueAt.toISOString(),
  });
}

/** An undertaking was confirmed or cancelled: its deadline is met, met late, or no longer applies. */
export async function endUndertaking(
  work: Work,
  task: RecordRow,
  by: { readonly act: string; readonly kept: boolean; readonly reason?: string | null },
): Promise<void> {
  if (task.undertaking !== true || task.complaintId == null) return;
  const dueAt = new Date(String(task.dueAt));
  const late = new Date(String(task.doneAt ?? work.now)) > dueAt;
  await enterDeadline(work, task.complaintId, {
    rule: 'UNDERTAKING',
    event: by.kept ? (late ? 'MET_LATE' : 'MET') : 'CANCELLED',
    dueAt,
    startedBy: by.act,
    reason: by.reason ?? null,
  });
  if (by.kept) await makeUpMissing(work, task.complaintId, 'UNDERTAKING', dueAt);
}
