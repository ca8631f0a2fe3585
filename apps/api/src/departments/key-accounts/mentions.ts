import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Work } from '../../commands/command.js';
import { badInput, type FieldProblem } from '../../commands/errors.js';
import type { RecordRow } from '../../records/encode.js';

/**
 * Which relations of a checked row name a record that there is not, or that the actor does not see: the same
 * answer for both, so that nothing is learnt of what is out of sight. `path`: where the row stands in the
 * input, `lines.3.`.
 */
export async function unseenMentions(
  work: Work,
  kindName: string,
  row: RecordRow,
  path = '',
): Promise<FieldProblem[]> {
  const { fields } = kindNamed(kindName);
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const id = field.is === 'toOne' ? row[`${name}Id`] : null;
    if (id == null || field.is !== 'toOne' || (await work.sees(field.target, String(id)))) continue;
    problems.push({ path: `${path}${name}Id`, message: 'input.noSuchRecord' });
  }
  return problems;
}

/** The same as a refusal: BAD_USER_INPUT at every relation that names nothing. */
export async function requireMentions(work: Work, kindName: string, row: RecordRow): Promise<void> {
  const problems = await unseenMentions(work, kindName, row);
  if (problems.length > 0) throw badInput(...problems);
}
