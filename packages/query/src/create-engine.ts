import { readCounts } from './aggregate/counts-only.js';
import { readAggregate } from './aggregate/root-aggregate.js';
import { type NodePlan, type Pending, recordOf } from './answers.js';
import type { AggregateArguments, PageArguments, SelectedField } from './arguments.js';
import type { ReadCodec } from './codec.js';
import { Compilation, type EngineParts } from './compilation.js';
import { costOf, requireAffordable } from './cost.js';
import { Cursors, type CursorValues } from './cursor.js';
import type { Answer, PageAnswer, ReadContext, ReadEngine } from './engine.js';
import { type Execution, runBranches, runStatement, spend, streamInBatches } from './execute.js';
import { explainRow, type RowExplanation } from './explain-row.js';
import { impliedRows } from './implied-rows.js';
import { countArgument } from './lists.js';
import type { ReadModel } from './model.js';
import { Interned, RecentlyUsed } from './plan-cache.js';
import { type KeyColumn, type OnePlan, type PagePlan, planOne, planPage } from './planning.js';
import type { ReadPolicy } from './policy.js';
import { badInput } from './problems.js';
import { rowPolicies } from './row-policy.js';
import { bindValues, type Source } from './run.js';
import type { Runner, SqlRow } from './runner.js';
import { argumentShape, policyShape, selectionShape } from './shape.js';
import type { RunInput, Sql } from './sql.js';
import { isId } from './values.js';

export interface EngineOptions {
  readonly model: ReadModel;
  readonly runner: Runner;
  readonly codec: ReadCodec;
  /** Folds script and case as the folded columns were written. */
  readonly fold: (text: string) => string;
  /** Encrypts cursors; the same on every server of an organisation. */
  readonly cursorKey: Buffer;
  /** Plans kept, the most recently used ones (default 1000). */
  readonly plans?: number;
}

/** Also tells why a record is, or is not, visible to somebody. */
export interface ExplainingEngine extends ReadEngine {
  /** Which grants and restrictions of a policy meet one record, whoever asks; null when there is none. */
  explainRow(kind: string, id: string, context: ReadContext): Promise<RowExplanation | null>;
}

/** Rows of a stream that are under way together. */
interface Batch {
  readonly execution: Execution;
  readonly node: NodePlan;
  readonly rows: readonly SqlRow[];
}

const defaultLimit = 25;
const streamBatch = 500;

/** Makes the one way to read. Compiled plans are kept by the shape of the request and of the policy. */
export function createEngine(options: EngineOptions): ExplainingEngine {
  return new Engine(options);
}

const argsSource: Source = { value: undefined, path: '', at: (run) => run.args };
const selectionSource: Source = { value: undefined, path: '', at: (run) => run.selection };

class Engine implements ExplainingEngine {
  private readonly parts: EngineParts;
  private readonly cursors: Cursors;
  private readonly plans: RecentlyUsed<object>;
  private readonly shapes = new Interned(5000);
  private readonly implied = (policy: ReadPolicy) => impliedRows(this.parts.model, policy);

  constructor(private readonly options: EngineOptions) {
    this.parts = options;
    this.cursors = new Cursors(options.cursorKey);
    this.plans = new RecentlyUsed(options.plans ?? 1000);
  }

  async one(
    kind: string,
    id: string,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<Answer | null> {
    const plan = this.plan(`one ${kind}`, selection, context, (c) =>
      planOne(c, kind, { ...selectionSource, value: selection }),
    );
    this.afford(context, costOf(plan.node, 1, kind));
    if (!isId(id)) return null;
    const execution = this.execution(plan, { args: { id }, selection, context, cursor: [] });
    const [row] = await this.first(execution, 0, '');
    if (!row) return null;
    const pending: Pending = new Map();
    const record = recordOf(plan.node, row, execution.run, pending);
    await runBranches(execution, pending);
    return record;
  }

  async page(
    kind: string,
    args: PageArguments,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<PageAnswer> {
    const limit = countArgument(args.limit, 'limit', context.policy.limits.pageSize) ?? defaultLimit;
    const offset = countArgument(args.offset, 'offset', 10_000_000) ?? 0;
    const paged = args.after !== null && args.after !== undefined;
    if (paged && args.offset !== null && args.offset !== undefined)
      throw badInput('afterWithOffset', 'after');
    const question =
      paged || selection.some((s) => s.name === 'pageInfo') ? questionOf(kind, args, context) : '';
    const cursor = paged ? this.cursors.read(args.after, question) : null;
    const plan = this.pagePlan(kind, args, selection, context, cursor, false);
    this.afford(context, costOf(plan.records?.node ?? null, limit, kind, plan.counts.length));
    const run: RunInput = { args, selection, context, cursor: cursor ?? [] };
    const execution = this.execution(plan, run);
    const more = plan.wantsPageInfo ? 1 : 0;
    const tail = ` LIMIT ${limit + more}${offset > 0 ? ` OFFSET ${offset}` : ''}`;
    const answer: PageAnswer = { items: [] };
    const { records } = plan;
    let carried: SqlRow | undefined;
    if (records) {
      const rows = await this.first(execution, records.statement, tail);
      carried = rows[0];
      spend(execution, rows, kind);
      const kept = rows.length > limit ? rows.slice(0, limit) : rows;
      const pending: Pending = new Map();
      if (plan.wantsItems) answer.items = kept.map((row) => recordOf(records.node, row, run, pending));
      if (plan.wantsPageInfo) {
        const last = kept.at(-1);
        const keys = last && records.keyColumns.length > 0 ? keysOf(last, records.keyColumns) : null;
        const endCursor = keys ? this.cursors.write(keys, question) : null;
        answer.pageInfo = { hasNextPage: rows.length > limit, endCursor };
      }
      await runBranches(execution, pending);
    }
    await this.count(plan, run, carried, answer);
    return answer;
  }

  /** The counts stand in any row of the page; where it has none they are asked for by themselves. */
  private async count(
    { counts }: PagePlan,
    run: RunInput,
    carried: SqlRow | undefined,
    answer: PageAnswer,
  ): Promise<void> {
    const { runner } = this.options;
    const read = async ({ key, column, statement }: PagePlan['counts'][number]) => {
      const row =
        carried ?? (await runStatement({ runner, run }, statement.text, bindValues(statement, run)))[0];
      answer[key as `@${string}`] = Number(row?.[carried ? column : 0] ?? 0);
    };
    await Promise.all(counts.map(read));
  }

  async aggregate(
    kind: string,
    args: AggregateArguments,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<Answer[]> {
    const { grants, countsOnly } = context.policy.kinds.get(kind) ?? { grants: [] };
    const read = grants.length === 0 && countsOnly ? readCounts : readAggregate;
    return read(this.parts, this.options.runner, kind, args, selection, context);
  }

  async *stream(
    kind: string,
    args: Pick<PageArguments, 'where' | 'orderBy'>,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): AsyncIterable<Answer> {
    const page: readonly SelectedField[] = [{ name: 'items', key: 'items', arguments: {}, selection }];
    const batches = this.options.runner.stream
      ? this.streamed(kind, args, page, context)
      : this.paged(kind, args, page, context);
    for await (const { execution, node, rows } of batches) {
      const pending: Pending = new Map();
      const items = rows.map((row) => recordOf(node, row, execution.run, pending));
      await runBranches({ ...execution, spent: { rows: 0 } }, pending);
      yield* items;
    }
  }

  /** The rows of one long statement. */
  private async *streamed(
    kind: string,
    args: Pick<PageArguments, 'where' | 'orderBy'>,
    page: readonly SelectedField[],
    context: ReadContext,
  ): AsyncGenerator<Batch> {
    const plan = this.pagePlan(kind, args, page, context, null, false);
    if (!plan.records) return;
    const { node, statement } = plan.records;
    const execution = this.execution(plan, { args, selection: page, context, cursor: [] });
    for await (const rows of streamInBatches(execution, statement, streamBatch))
      yield { execution, node, rows };
  }

  /** The rows page by page, each behind the one before. */
  private async *paged(
    kind: string,
    args: Pick<PageArguments, 'where' | 'orderBy'>,
    page: readonly SelectedField[],
    context: ReadContext,
  ): AsyncGenerator<Batch> {
    let cursor: CursorValues | null = null;
    for (;;) {
      const plan: PagePlan = this.pagePlan(kind, args, page, context, cursor, true);
      const { records } = plan;
      if (!records) return;
      const execution = this.execution(plan, { args, selection: page, context, cursor: cursor ?? [] });
      const rows = await this.first(execution, records.statement, ` LIMIT ${streamBatch}`);
      if (rows.length > 0) yield { execution, node: records.node, rows };
      const last = rows.at(-1);
      if (!last || rows.length < streamBatch) return;
      cursor = keysOf(last, records.keyColumns);
    }
  }

  explainRow(kind: string, id: string, context: ReadContext): Promise<RowExplanation | null> {
    return explainRow(this.parts, this.options.runner, kind, id, context);
  }

  private pagePlan(
    kind: string,
    args: PageArguments,
    selection: readonly SelectedField[],
    context: ReadContext,
    cursor: CursorValues | null,
    keepKeys: boolean,
  ): PagePlan {
    const cursorNulls = cursor ? cursor.map((value) => value === null) : null;
    const { where, orderBy } = args;
    const name = `page ${kind} ${argumentShape({ where, orderBy }, false)} ${cursorNulls ?? ''} ${keepKeys}`;
    return this.plan(name, selection, context, (c) =>
      planPage(c, {
        kind,
        args: { ...argsSource, value: args },
        selection: { ...selectionSource, value: selection },
        cursorNulls,
        keepKeys,
      }),
    );
  }

  /** A plan by the shape of everything that its SQL depends on. */
  private plan<Plan extends PagePlan | OnePlan>(
    name: string,
    selection: readonly SelectedField[],
    context: ReadContext,
    make: (c: Compilation) => Plan,
  ): Plan {
    const shape = selectionShape(selection);
    const chosen = this.shapes.of(shape);
    // A window that moves with the days decides about the offsets in a nested aggregate's plan.
    const day = shape.includes('"inLast"') ? Math.floor(context.now.getTime() / 86_400_000) : '';
    const allowed = this.shapes.of(policyShape(context.policy, this.implied));
    const key = `${chosen} ${allowed} ${context.zone} ${day} ${name}`;
    const known = this.plans.get(key);
    if (known) return known as Plan;
    const plan = make(new Compilation(this.parts, context.policy, context.zone, context.now, rowPolicies));
    this.plans.set(key, plan);
    return plan;
  }

  private afford(context: ReadContext, cost: ReturnType<typeof costOf>): void {
    if (context.explain) context.explain.cost += cost.total;
    requireAffordable(cost, context.policy.limits);
  }

  private execution({ statements }: { readonly statements: readonly Sql[] }, run: RunInput): Execution {
    return {
      runner: this.options.runner,
      run,
      statements,
      values: statements.map((statement) => bindValues(statement, run)),
      spent: { rows: 0 },
    };
  }

  private first(execution: Execution, statement: number, tail: string): Promise<readonly SqlRow[]> {
    const { text } = execution.statements[statement] as Sql;
    return runStatement(execution, text + tail, execution.values[statement] ?? []);
  }
}

/** What a cursor is bound to: the question and who asked it. */
function questionOf(kind: string, args: PageArguments, { policy, actor }: ReadContext): string {
  return JSON.stringify([kind, args.orderBy ?? null, args.where ?? null, policy.key, actor ?? '']);
}

function keysOf(row: SqlRow, columns: readonly KeyColumn[]): CursorValues {
  return columns.map(({ value: column, rest }) => {
    const value = row[column];
    if (value === null || value === undefined) return null;
    if (rest !== null) return Number(value) + Number(row[rest]);
    return typeof value === 'number' ? value : String(value);
  });
}
