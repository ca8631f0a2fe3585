import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';
import { caseFacts } from '../case/facts.js';
import { type CaseAct, type PartGuard, takesPart, tell } from './case-act.js';
import { complainedStaysOut, inTheCase, stillOpen, worksOnIt } from './guards.js';
import { conflictOf, mayTakePart, others, peopleOf } from './people.js';

/** Assistance that the lead still waits for; nothing is submitted while one is open (F14). */
export const openTaskStates: readonly string[] = ['OPEN', 'ACCEPTED'];

/** 协办: another department is asked, with a deadline of its own (F14). Never one that is complained about itself. */
export const requestAssistance = (): CaseAct => ({
  name: 'requestAssistance',
  label: label('请求协办', '請求協辦', 'Ask another department for assistance'),
  right: takesPart,
  guards: [stillOpen, inTheCase, worksOnIt, complainedStaysOut],
  adds: true,
  writes: {
    kind: 'DepartmentTask',
    fields: ['department', 'assignee', 'request', 'dueAt'],
    required: ['department', 'request', 'dueAt'],
  },
  returns: 'DepartmentTask',
  async run(work, { complaint, row }) {
    await requireDepartment(work, complaint, row);
    const id = await work.insert('DepartmentTask', {
      ...row,
      complaintId: complaint.id,
      state: 'OPEN',
      askedById: work.actor.staffId,
      askedAt: work.now.toISOString(),
    });
    const to =
      row.assigneeId == null ? await peopleOf(work, String(row.departmentId)) : [String(row.assigneeId)];
    const told = await tell(work, complaint, others(work, to), 'note.assistanceAsked', {
      weight: 'TODO',
      dueAt: row.dueAt as string,
    });
    return { id, told };
  },
});

async function requireDepartment(work: Work, complaint: RecordRow, row: RecordRow): Promise<void> {
  const department =
    row.departmentId == null ? null : await work.peek('Department', String(row.departmentId));
  if (!department) throw badInput({ path: 'departmentId', message: 'input.noSuchRecord' });
  if (department.active !== true)
    throw badInput({ path: 'departmentId', message: 'rule.departmentInactive' });
  if (department.id === complaint.handlingDepartmentId)
    throw badInput({ path: 'departmentId', message: 'rule.ownDepartment' });
  const { complainedUnitIds } = await caseFacts(work, complaint);
  if (complainedUnitIds.includes(String(department.id)))
    throw ruleViolation('rule.departmentComplainedAbout', 'B7.2');
  if (typeof row.dueAt !== 'string') throw badInput({ path: 'dueAt', message: 'input.required' });
  if (new Date(row.dueAt).getTime() <= work.now.getTime())
    throw badInput({ path: 'dueAt', message: 'input.past' });
  if (row.assigneeId == null) return;
  const person = await work.peek('Staff', String(row.assigneeId));
  if (!person) throw badInput({ path: 'assigneeId', message: 'input.noSuchRecord' });
  if (person.status === 'LEFT') throw badInput({ path: 'assigneeId', message: 'rule.staffNotActive' });
  if (person.departmentId !== department.id)
    throw badInput({ path: 'assigneeId', message: 'rule.notAssisting' });
  const conflict = await conflictOf(work, complaint, person);
  if (conflict) throw badInput({ path: 'assigneeId', message: conflict });
  if (!(await mayTakePart(work, String(person.id))))
    throw badInput({ path: 'assigneeId', message: 'rule.hasNoAccess' });
}

/** Somebody of the department that was asked, or the person named. */
const assisting: PartGuard = (task, _, { staffId, departmentIds }) =>
  (task.assigneeId != null && task.assigneeId === staffId) ||
  departmentIds.includes(String(task.departmentId))
    ? null
    : { message: 'rule.notAssisting', article: 'F14' };

const stands =
  (...states: readonly string[]): PartGuard =>
  (task) =>
    states.includes(String(task.state)) ? null : { message: 'rule.taskState', article: 'F14' };

const assistingWhile =
  (...states: readonly string[]): PartGuard =>
  (task, complaint, who) =>
    assisting(task, complaint, who) ?? stands(...states)(task, complaint, who);

const guards = [stillOpen, inTheCase, complainedStaysOut];

/** The assisting department takes the matter; whoever takes it is its assignee. */
export const acceptAssistance = (): CaseAct => ({
  name: 'acceptAssistance',
  label: label('接收协办', '接收協辦', 'Take on an assistance'),
  right: takesPart,
  guards,
  open: assistingWhile('OPEN'),
  part: 'DepartmentTask',
  returns: 'DepartmentTask',
  async run(work, { part, as }) {
    await work.update('DepartmentTask', String(part.id), {
      state: 'ACCEPTED',
      assigneeId: part.assigneeId ?? as.staffId,
    });
    return undefined;
  },
});

const answers = { kind: 'DepartmentTask', fields: ['answer'], required: ['answer'] } as const;

/** What the assisting department found; the lead is told. */
export const answerAssistance = (): CaseAct => ({
  name: 'answerAssistance',
  label: label('回复协办', '回覆協辦', 'Answer an assistance'),
  right: takesPart,
  guards,
  open: assistingWhile('OPEN', 'ACCEPTED'),
  part: 'DepartmentTask',
  writes: answers,
  returns: 'DepartmentTask',
  async run(work, { complaint, part, row }) {
    await answer(work, part, row, 'DONE');
    const to = others(work, part.askedById, complaint.handlerId);
    return { told: await tell(work, complaint, to, 'note.assistanceAnswered', { weight: 'TODO' }) };
  },
});

/** The department cannot help, and says why. */
export const returnAssistance = (): CaseAct => ({
  name: 'returnAssistance',
  label: label('退回协办', '退回協辦', 'Return an assistance'),
  right: takesPart,
  guards,
  open: assistingWhile('OPEN', 'ACCEPTED'),
  part: 'DepartmentTask',
  writes: answers,
  returns: 'DepartmentTask',
  async run(work, { complaint, part, row }) {
    await answer(work, part, row, 'RETURNED');
    const to = others(work, part.askedById, complaint.handlerId);
    return { told: await tell(work, complaint, to, 'note.assistanceReturned', { weight: 'WARNING' }) };
  },
});

async function answer(work: Work, task: RecordRow, row: RecordRow, state: string): Promise<void> {
  if (row.answer == null) throw badInput({ path: 'answer', message: 'input.required' });
  await work.update('DepartmentTask', String(task.id), {
    state,
    answer: row.answer,
    answeredById: work.actor.staffId,
    answeredAt: work.now.toISOString(),
    assigneeId: task.assigneeId ?? work.actor.staffId,
  });
}

/** The help is no longer needed; by whoever works on the case. */
export const cancelAssistance = (): CaseAct => ({
  name: 'cancelAssistance',
  label: label('取消协办', '取消協辦', 'Cancel an assistance'),
  right: takesPart,
  guards: [...guards, worksOnIt],
  open: stands('OPEN', 'ACCEPTED'),
  part: 'DepartmentTask',
  reason: 'required',
  returns: 'DepartmentTask',
  async run(work, { complaint, part, input }) {
    work.reason(cleanReason(input.reason, 'reason'));
    await work.update('DepartmentTask', String(part.id), { state: 'CANCELLED' });
    const department = await peopleOf(work, String(part.departmentId));
    const to = others(work, part.assigneeId ?? department);
    return { told: await tell(work, complaint, to, 'note.assistanceCancelled') };
  },
});
