import { absentParent, type Branch, type Pending } from './answers.js';
import type { Explanation, ReadContext } from './engine.js';
import { tooExpensive } from './problems.js';
import { withParents } from './run.js';
import type { Runner, RunOptions, SqlRow, SqlValue } from './runner.js';
import type { RunInput, Sql } from './sql.js';

/** Runs the statements of one request. */
export interface Execution {
  readonly runner: Runner;
  readonly run: RunInput;
  readonly statements: readonly Sql[];
  /** The values of every statement, read before the first one runs. */
  readonly values: readonly (readonly SqlValue[])[];
  /** Records read so far. */
  readonly spent: { rows: number };
}

/** Counts the records of an answer; QUERY_TOO_EXPENSIVE once there are more than the role may read. */
export function spend({ spent, run }: Execution, rows: readonly SqlRow[], part: string): void {
  const { rows: most } = run.context.policy.limits;
  spent.rows += rows.length;
  if (most !== undefined && spent.rows > most) {
    throw tooExpensive('tooManyRows', { part, cost: spent.rows, limit: most });
  }
}

export async function runStatement(
  { runner, run }: Pick<Execution, 'runner' | 'run'>,
  text: string,
  values: readonly SqlValue[],
): Promise<readonly SqlRow[]> {
  const { context } = run;
  const options = optionsOf(context, context.policy.limits.statementSeconds);
  if (!context.explain) return runner.query(text, values, options);
  return explained(context.explain, text, () => runner.query(text, values, options));
}

function optionsOf(context: ReadContext, timeoutSeconds: number): RunOptions {
  return {
    primary: context.primary === true,
    timeoutSeconds,
    ...(context.requestId === undefined ? {} : { requestId: context.requestId }),
  };
}

/** A stream lasts as long as its reader takes; it is ended after so many seconds whatever happens. */
const streamSeconds = 600;

/** The rows of one statement in batches of at most so many; explained once they have all come. */
export async function* streamInBatches(
  { runner, run, statements, values }: Execution,
  index: number,
  size: number,
): AsyncGenerator<readonly SqlRow[]> {
  const { context } = run;
  const { text } = statements[index] as Sql;
  if (!runner.stream) throw new Error('The runner does not stream.');
  const started = performance.now();
  let count = 0;
  let batch: SqlRow[] = [];
  for await (const row of runner.stream(text, values[index] ?? [], optionsOf(context, streamSeconds))) {
    count += 1;
    if (batch.push(row) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  const milliseconds = Math.round((performance.now() - started) * 1000) / 1000;
  context.explain?.statements.push({ sql: text, milliseconds, rows: count });
}

async function explained(
  explanation: Explanation,
  text: string,
  query: () => Promise<readonly SqlRow[]>,
): Promise<readonly SqlRow[]> {
  const started = performance.now();
  const rows = await query();
  const milliseconds = Math.round((performance.now() - started) * 1000) / 1000;
  explanation.statements.push({ sql: text, milliseconds, rows: rows.length });
  return rows;
}

/** Runs what hangs on the records that are there, level by level; branches of one level run together. */
export async function runBranches(execution: Execution, pending: Pending): Promise<void> {
  if (pending.size === 0) return;
  await Promise.all([...pending].map(([branch, waiting]) => runBranch(execution, branch, waiting)));
}

async function runBranch(
  execution: Execution,
  branch: Branch,
  waiting: readonly { readonly record: Record<string, unknown>; readonly id: string }[],
): Promise<void> {
  const { run, statements, values } = execution;
  const ids = [...new Set(waiting.map(({ id }) => id))].map(Number);
  const ask = (index: number): Promise<readonly SqlRow[]> => {
    const statement = statements[index] as Sql;
    const bound = withParents(statement, values[index] ?? [], ids);
    return runStatement(execution, statement.text + branch.tail(ids.length, run), bound);
  };
  const [rows = [], ...added] = await Promise.all([
    ask(branch.statement),
    ...branch.additions.map(({ statement }) => ask(statement)),
  ]);
  spend(execution, rows, branch.path);
  const below: Pending = new Map();
  const answers = branch.read(rows, run, below);
  for (const [i, { add }] of branch.additions.entries()) add(added[i] ?? [], answers, run);
  for (const { record, id } of waiting) {
    record[branch.key] = answers.get(id) ?? answers.get(absentParent) ?? branch.absent();
  }
  await runBranches(execution, below);
}
