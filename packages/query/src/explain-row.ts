import { Compilation, type EngineParts } from './compilation.js';
import type { ReadContext } from './engine.js';
import { runStatement } from './execute.js';
import { From } from './place.js';
import { grantsReach, restrictionsHold, rowPolicies } from './row-policy.js';
import { bindValues } from './run.js';
import type { Runner } from './runner.js';
import { join, type RunInput, raw, type Sql, sql } from './sql.js';
import { isId } from './values.js';

/** Why a record is, or is not, visible under a policy. */
export interface RowExplanation {
  /** A grant matches and every restriction holds. */
  readonly visible: boolean;
  readonly grants: readonly { readonly id: string; readonly matches: boolean }[];
  /** In the order of the policy's restrictions. */
  readonly restrictions: readonly { readonly holds: boolean }[];
}

/**
 * Tests one record against each grant and restriction of `context.policy`, with one statement; null
 * when there is no such record. The answer tells that a record exists: ask only for who may know.
 */
export async function explainRow(
  parts: EngineParts,
  runner: Runner,
  kind: string,
  id: string,
  context: ReadContext,
): Promise<RowExplanation | null> {
  if (!isId(id)) return null;
  const c = new Compilation(parts, context.policy, context.zone, context.now, rowPolicies);
  const place = From.of(c, c.kind(kind), 'policy');
  const { grants } = c.kindPolicy(kind);
  const granted = grants.map((_, i) => flag(grantsReach(c, place, [i])));
  const restricted = restrictionsHold(c, place).map(flag);
  const columns = join([raw('1'), ...granted, ...restricted], ', ');
  const statement = sql`SELECT ${columns} FROM ${place.from.sql()} WHERE ${place.id} = ${() => Number(id)}`;
  const run: RunInput = { args: {}, selection: [], context, cursor: [] };
  const [row] = await runStatement({ runner, run }, statement.text, bindValues(statement, run));
  if (!row) return null;
  const matches = grants.map((grant, i) => ({ id: grant.id, matches: Number(row[1 + i]) === 1 }));
  const holds = restricted.map((_, i) => ({ holds: Number(row[1 + grants.length + i]) === 1 }));
  const visible = matches.some((m) => m.matches) && holds.every((r) => r.holds);
  return { visible, grants: matches, restrictions: holds };
}

function flag(condition: Sql): Sql {
  return sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`;
}
