import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { columnName } from '@kehu/domain/catalogue/kind';
import type { Work } from '../../commands/command.js';
import { type FieldProblem, ruleViolation } from '../../commands/errors.js';
import type { RecordRow } from '../../records/encode.js';

/** The related records of an input must be there. */
export async function referenceProblems(
  work: Work,
  row: RecordRow,
  references: Readonly<Record<string, string>>,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [path, kind] of Object.entries(references)) {
    const id = row[path];
    if (id != null && !(await work.sees(kind, String(id))))
      problems.push({ path, message: 'input.noSuchRecord' });
  }
  return problems;
}

/** Longest chain of superiors that is followed; no real house is deeper. */
const deepest = 100;

/**
 * A tree must stay one: the new parent is neither the record itself nor below it. The chain is locked
 * on the way up, so that two moves at once cannot close a circle together.
 */
export async function requireNoCircle(
  work: Work,
  kindName: string,
  relation: string,
  id: string,
  parentId: unknown,
): Promise<void> {
  const kind = kindNamed(kindName);
  const field = kind.fields[relation];
  if (field?.is !== 'toOne') throw new Error(`${kindName} has no relation ${relation}.`);
  const column = columnName(relation, field);
  let at = parentId == null ? null : String(parentId);
  for (let step = 0; at !== null; step += 1) {
    if (at === id || step > deepest) throw ruleViolation('rule.cycle', null);
    const [row] = await work.rows<Record<string, unknown>>(
      `SELECT ${column} AS parent FROM ${kind.table} WHERE id = ? FOR UPDATE`,
      [at],
    );
    at = row?.parent == null ? null : String(row.parent);
  }
}
