import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Work } from '../../../commands/command.js';
import { badInput, type FieldProblem } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';

/** What a next step says; without an assignee it is the visitor's own. */
export const nextStepFields = ['title', 'detail', 'assignee', 'dueAt'] as const;
const mostSteps = 20;

/** Makes tasks of the next steps of a report (R3.1, R2.10), each with its date; answers how many and who was told. */
export async function writeNextSteps(
  work: Work,
  visitId: string,
  given: unknown,
): Promise<{ readonly count: number; readonly told: readonly Told[] }> {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  if (list.length > mostSteps)
    throw badInput({ path: 'nextSteps', message: 'input.tooManyLines', values: { max: mostSteps } });
  const problems: FieldProblem[] = [];
  const rows: RecordRow[] = [];
  for (const [at, one] of list.entries()) {
    const path = `nextSteps.${at}.`;
    const checked = checkFields(kindNamed('AssignedTask'), one, {
      fields: nextStepFields,
      partial: false,
      path,
    });
    problems.push(...checked.problems);
    const { row } = checked;
    if (typeof row.dueAt === 'string' && row.dueAt <= work.now.toISOString())
      problems.push({ path: `${path}dueAt`, message: 'input.past' });
    const assigneeId = String(row.assigneeId ?? work.actor.staffId);
    const person = await work.peek('Staff', assigneeId);
    if (!person) problems.push({ path: `${path}assigneeId`, message: 'input.noSuchRecord' });
    else if (person.status === 'LEFT')
      problems.push({ path: `${path}assigneeId`, message: 'rule.staffNotActive' });
    rows.push({ ...row, assigneeId });
  }
  if (problems.length > 0) throw badInput(...problems);
  const told: Told[] = [];
  for (const row of rows) {
    const recordId = await work.insert('AssignedTask', {
      ...row,
      visitId,
      assignerId: work.actor.staffId,
      assignedAt: work.now.toISOString(),
      state: 'OPEN',
      undertaking: false,
    });
    if (row.assigneeId === work.actor.staffId) continue;
    told.push(
      ...(await notify(work, {
        to: [String(row.assigneeId)],
        message: 'note.taskGiven',
        content: { title: String(row.title) },
        weight: 'TODO',
        kind: 'AssignedTask',
        recordId,
        recordNo: null,
        dueAt: String(row.dueAt),
      })),
    );
  }
  return { count: rows.length, told };
}
