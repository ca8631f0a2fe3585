import type { Actor } from '@kehu/domain/access/actor';
import type { Command } from '../../../commands/command.js';
import { ActError } from '../../../commands/errors.js';
import { perform } from '../../../commands/run.js';
import type { RequestContext } from '../../../context.js';
import { marks } from '../../../records/marks.js';
import { namesOf } from './on-case.js';
import type { CaseOutcome } from './pipeline-act.js';

type Seen = { readonly id: string; readonly idempotencyKey?: string | null };

/** The step that the person's opening the case closes to recalling: the last one, another's, on this desk, not opened yet. */
function unopenedStep(actor: Actor, id: string): { sql: string; values: string[] } {
  const names = namesOf(actor);
  const departments = actor.departmentIds;
  const ofDepartment =
    departments.length === 0
      ? ''
      : ` OR (c.desk_id IS NULL AND c.desk_department_id IN (${marks(departments)}))`;
  return {
    sql: `SELECT s.id, s.by_id, s.seen_at FROM complaint c JOIN case_step s ON s.complaint_id = c.id
      WHERE c.id = ? AND s.\`from\` <> s.\`to\` AND s.recalled_at IS NULL
        AND (c.desk_id IN (${marks(names)})${ofDepartment})
      ORDER BY s.id DESC LIMIT 1`,
    values: [id, ...names, ...departments],
  };
}

interface LastStep {
  readonly id: unknown;
  readonly by_id: unknown;
  readonly seen_at: unknown;
}

const isUnopened = (actor: Actor, last: LastStep | undefined): last is LastStep =>
  last !== undefined && last.seen_at == null && String(last.by_id) !== actor.staffId;

/** Whoever has the case on the desk opened it: the step before cannot be taken back any more. */
export const markCaseSeen: Command<Seen, CaseOutcome> = {
  name: 'markCaseSeen',
  permission: null,
  targets: ({ id }) => [{ kind: 'Complaint', id: String(id), expectedVersion: null }],
  async run(work, { id }) {
    const { sql, values } = unopenedStep(work.actor, String(id));
    const [last] = await work.rows<LastStep>(sql, values);
    if (isUnopened(work.actor, last)) {
      await work.load('CaseStep', String(last.id));
      await work.update('CaseStep', String(last.id), { seenAt: work.now.toISOString() });
    }
    return { id: String(id), told: [], next: null };
  },
};

/**
 * Reading a case by itself is opening it, whatever program reads. One statement finds whether that makes a
 * difference; written once for each step and person. A receipt that cannot be kept just now stands in
 * nobody's way.
 */
export async function openedOnDesk(context: RequestContext, id: string): Promise<void> {
  const { actor, services } = context;
  if (!actor) return;
  const { sql, values } = unopenedStep(actor, id);
  const [last] = await services.database.query<LastStep>(sql, values);
  if (!isUnopened(actor, last)) return;
  try {
    await perform(markCaseSeen, { id }, context);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
  }
}
