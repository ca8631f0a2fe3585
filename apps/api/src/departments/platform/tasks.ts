import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { MessageKey } from '@kehu/domain/messages/message';
import type { ActInput, Command, Work } from '../../commands/command.js';
import { badInput, ruleViolation } from '../../commands/errors.js';
import { cleanReason } from '../../commands/reason.js';
import { checkFields } from '../../commands/validate.js';
import { finishToDos } from '../../notify/commands.js';
import { notify, type Told } from '../../notify/notify.js';
import type { RecordRow } from '../../records/encode.js';
import { endUndertaking } from '../complaints/case/undertaking.js';
import { mayTakePart } from '../complaints/collaboration/people.js';

export type TaskInput = ActInput & Readonly<Record<string, unknown>>;
export type TaskChange = TaskInput & { readonly id: string; readonly expectedVersion: number };
export interface TaskOutcome {
  readonly id: string;
  readonly told: readonly Told[];
}

export const taskFields = ['title', 'detail', 'complaint', 'figure', 'assignee', 'dueAt'] as const;

/** Tells one person of a task, but nobody of what he did himself. */
async function tell(
  work: Work,
  task: RecordRow,
  to: unknown,
  message: MessageKey,
  weight: 'TODO' | 'INFO' | 'WARNING' = 'INFO',
): Promise<readonly Told[]> {
  if (to == null || to === work.actor.staffId) return [];
  return notify(work, {
    to: [String(to)],
    message,
    content: { title: String(task.title) },
    weight,
    kind: 'AssignedTask',
    recordId: String(task.id),
    recordNo: null,
    dueAt: task.dueAt as string,
  });
}

/** The own people: in the line below or in the departments that one answers for; HR and the general manager: everybody. */
async function requireOwnPeople(work: Work, assigneeId: string): Promise<void> {
  const path = 'assigneeId';
  const person = await work.peek('Staff', assigneeId);
  if (!person) throw badInput({ path, message: 'input.noSuchRecord' });
  if (person.status === 'LEFT') throw badInput({ path, message: 'rule.staffNotActive' });
  const { roles, staffId, teamIds, departmentIds } = work.actor;
  if (assigneeId === staffId) throw badInput({ path, message: 'rule.notOneself' });
  if (roles.includes('GM') || roles.includes('HR_ADMIN') || teamIds.includes(assigneeId)) return;
  if (person.departmentId != null && departmentIds.includes(String(person.departmentId))) return;
  throw badInput({ path, message: 'rule.notYourPeople' });
}

/** A task from a case lets its assignee read the case: nobody whom it is about, nobody without a part in cases (B4, B7.2). */
async function requireForCase(work: Work, complaintId: string, assigneeId: string): Promise<void> {
  const path = 'assigneeId';
  const complaint = await work.peek('Complaint', complaintId);
  if (complaint?.complainedStaffId === assigneeId)
    throw badInput({ path, message: 'rule.personComplainedAbout' });
  if (!(await mayTakePart(work, assigneeId))) throw badInput({ path, message: 'rule.hasNoAccess' });
}

/** 交办: a leader gives a task with a date, from a case or a figure where he sees one (R2.10). */
export const assignTask: Command<TaskInput, TaskOutcome> = {
  name: 'assignTask',
  permission: { subject: 'assignedTask', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('AssignedTask'), input, {
      fields: taskFields,
      partial: false,
    });
    if (row.assigneeId == null && !problems.some(({ path }) => path === 'assigneeId'))
      problems.push({ path: 'assigneeId', message: 'input.required' });
    if (typeof row.dueAt === 'string' && new Date(row.dueAt).getTime() <= work.now.getTime())
      problems.push({ path: 'dueAt', message: 'input.past' });
    if (row.complaintId != null && !(await work.sees('Complaint', String(row.complaintId))))
      problems.push({ path: 'complaintId', message: 'input.noSuchRecord' });
    if (problems.length > 0) throw badInput(...problems);
    await requireOwnPeople(work, String(row.assigneeId));
    if (row.complaintId != null) await requireForCase(work, String(row.complaintId), String(row.assigneeId));
    const task = {
      ...row,
      assignerId: work.actor.staffId,
      assignedAt: work.now.toISOString(),
      state: 'OPEN',
      undertaking: false,
    };
    const id = await work.insert('AssignedTask', task);
    return { id, told: await tell(work, { ...task, id }, row.assigneeId, 'note.taskGiven', 'TODO') };
  },
};

interface Move {
  readonly name: string;
  readonly who: 'assigner' | 'assignee';
  readonly from: readonly string[];
  readonly to: string;
  readonly message: MessageKey;
  readonly weight: 'TODO' | 'INFO' | 'WARNING';
  /** The text that goes with it, and the time that it is done at. */
  readonly text?: { readonly field: 'result' | 'verdict'; readonly required: boolean };
  readonly time?: 'doneAt' | 'confirmedAt';
  readonly reason?: true;
}

function move({
  name,
  who,
  from,
  to,
  message,
  weight,
  text,
  time,
  reason,
}: Move): Command<TaskChange, TaskOutcome> {
  return {
    name,
    permission: { subject: 'assignedTask', action: 'PERFORM' },
    targets: ({ id, expectedVersion }) => [{ kind: 'AssignedTask', id: String(id), expectedVersion }],
    async run(work, { id, expectedVersion: _v, idempotencyKey: _k, reason: why, ...input }) {
      const task = (await work.load('AssignedTask', id)) ?? {};
      if (task[`${who}Id`] !== work.actor.staffId)
        throw ruleViolation(who === 'assigner' ? 'rule.assignerOnly' : 'rule.assigneeOnly', 'R2.10');
      if (!from.includes(String(task.state))) throw ruleViolation('rule.taskState', 'R2.10');
      const { row, problems } = checkFields(kindNamed('AssignedTask'), input, {
        fields: text ? [text.field] : [],
        partial: true,
      });
      if (text?.required && row[text.field] == null && problems.length === 0)
        problems.push({ path: text.field, message: 'input.required' });
      if (problems.length > 0) throw badInput(...problems);
      if (reason) work.reason(cleanReason(why, 'reason'));
      await work.update('AssignedTask', id, {
        ...row,
        state: to,
        ...(time ? { [time]: work.now.toISOString() } : {}),
      });
      if (to === 'CONFIRMED' || to === 'CANCELLED') {
        const said = reason ? cleanReason(why, 'reason') : null;
        await endUndertaking(work, task, { act: name, kept: to === 'CONFIRMED', reason: said });
      }
      await finishToDos(work, 'AssignedTask', id);
      const other = who === 'assigner' ? task.assigneeId : task.assignerId;
      return { id, told: await tell(work, task, other, message, weight) };
    },
  };
}

export const acceptTask = move({
  name: 'acceptTask',
  who: 'assignee',
  from: ['OPEN'],
  to: 'ACCEPTED',
  message: 'note.taskAccepted',
  weight: 'INFO',
});

export const completeTask = move({
  name: 'completeTask',
  who: 'assignee',
  from: ['OPEN', 'ACCEPTED', 'RETURNED'],
  to: 'DONE',
  message: 'note.taskDone',
  weight: 'TODO',
  text: { field: 'result', required: true },
  time: 'doneAt',
});

/** The assigner accepts the result: only then is a task over. */
export const confirmTask = move({
  name: 'confirmTask',
  who: 'assigner',
  from: ['DONE'],
  to: 'CONFIRMED',
  message: 'note.taskConfirmed',
  weight: 'INFO',
  text: { field: 'verdict', required: false },
  time: 'confirmedAt',
});

export const returnTask = move({
  name: 'returnTask',
  who: 'assigner',
  from: ['DONE'],
  to: 'RETURNED',
  message: 'note.taskReturned',
  weight: 'WARNING',
  text: { field: 'verdict', required: true },
});

export const cancelTask = move({
  name: 'cancelTask',
  who: 'assigner',
  from: ['OPEN', 'ACCEPTED', 'RETURNED'],
  to: 'CANCELLED',
  message: 'note.taskCancelled',
  weight: 'INFO',
  reason: true,
});
