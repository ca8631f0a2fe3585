import { type Pending, recordOf } from '../answers.js';
import type { AggregateArguments, SelectedField } from '../arguments.js';
import { Compilation, type EngineParts } from '../compilation.js';
import { costOf, requireAffordable } from '../cost.js';
import type { Answer, ReadContext } from '../engine.js';
import { runStatement } from '../execute.js';
import { countArgument } from '../lists.js';
import { From } from '../place.js';
import { badInput, tooExpensive } from '../problems.js';
import { rowPolicies } from '../row-policy.js';
import { bindValues } from '../run.js';
import type { Runner, SqlRow } from '../runner.js';
import type { RunInput } from '../sql.js';
import { visibleAt } from '../to-many.js';
import { bucketText } from './buckets.js';
import { defaultGroups, type GroupingPlan, mostGroups, planGrouping } from './grouping.js';
import type { GroupKey } from './keys.js';
import { type CompareTo, comparedKey, periodBefore, shiftedWhere } from './periods.js';

/** Groups of the earlier period that are looked through at most. */
const mostEarlier = 50_000;

interface Planned {
  readonly plan: GroupingPlan;
  readonly run: RunInput;
}

/** Answers `ordersAggregate`: one statement, one more for each `previous`. */
export async function readAggregate(
  parts: EngineParts,
  runner: Runner,
  kind: string,
  args: AggregateArguments,
  selection: readonly SelectedField[],
  context: ReadContext,
): Promise<Answer[]> {
  const limit = countArgument(args.limit, 'limit', mostGroups) ?? defaultGroups;
  const c = new Compilation(parts, context.policy, context.zone, context.now, rowPolicies);
  const earlier = selection.filter((s) => s.name === 'previous');
  const main = plan(c, kind, args, selection, context, limit, earlier.length > 0);
  const comparisons = earlier.map((field) =>
    c.again(() => compared(c, kind, args, field, context, main.plan.keys)),
  );
  c.finish();
  const cost = costOf(null, main.plan.keys.length > 0 ? limit / 10 : 1, kind, 1 + comparisons.length);
  if (context.explain) context.explain.cost += cost.total;
  requireAffordable(cost, context.policy.limits);
  // All values are read before the first statement runs, so that bad input is found first.
  const bound = [main, ...comparisons].map((planned) => ({
    ...planned,
    values: bindValues(planned.plan.statement, planned.run),
  }));
  const [rows = [], ...before] = await Promise.all(
    bound.map(({ plan: { statement }, run, values }) =>
      runStatement({ runner, run }, statement.text, values),
    ),
  );
  const answers = rows.map((row) => recordOf(main.plan.node, row, main.run, noBranches()));
  comparisons.forEach((planned, i) => {
    attach(answers, rows, main.plan, planned, before[i] ?? [], args.compareTo ?? 'PREVIOUS_PERIOD');
  });
  return answers;
}

function noBranches(): Pending {
  return new Map();
}

function plan(
  c: Compilation,
  kind: string,
  args: AggregateArguments,
  selection: readonly SelectedField[],
  context: ReadContext,
  limit: number,
  keepKeys: boolean,
): Planned {
  c.requireKind(kind, kind);
  const place = From.of(c, c.kind(kind), 'reader');
  return {
    plan: planGrouping(c, {
      place,
      parent: null,
      condition: visibleAt(c, place),
      args: { value: args, path: '', at: (run) => run.args },
      selection: { value: selection, path: '', at: (run) => run.selection },
      limit,
      keepKeys,
    }),
    run: { args, selection, context, cursor: [] },
  };
}

type Comparison = Planned & { readonly key: string; readonly index: number };

/** The same grouping over the period before. */
function compared(
  c: Compilation,
  kind: string,
  args: AggregateArguments,
  field: SelectedField,
  context: ReadContext,
  keys: readonly GroupKey[],
): Comparison {
  if (!args.compareTo) throw badInput('compareToMissing', 'compareTo');
  if (field.selection.some((s) => s.name === 'previous'))
    throw badInput('compareNested', 'previous.previous');
  const index = comparedKey(keys);
  const shift = {
    key: keys[index] as GroupKey,
    compareTo: args.compareTo,
    zone: context.zone,
    now: context.now,
  };
  const where = shiftedWhere(args.where, shift) as AggregateArguments['where'];
  const measures = args.measures ?? null;
  const moved: AggregateArguments = {
    ...(where ? { where } : {}),
    groupBy: args.groupBy ?? [],
    measures,
  };
  const planned = plan(c, kind, moved, field.selection, context, mostEarlier + 1, true);
  return { ...planned, key: `@${field.key}`, index };
}

function attach(
  answers: readonly Answer[],
  rows: readonly SqlRow[],
  main: GroupingPlan,
  { plan: earlier, run, key, index }: Comparison,
  before: readonly SqlRow[],
  compareTo: CompareTo,
): void {
  if (before.length > mostEarlier) {
    throw tooExpensive('tooManyGroups', { part: 'previous', cost: before.length, limit: mostEarlier });
  }
  const found = new Map(before.map((row) => [nameOf(earlier, row, index, (text) => text), row]));
  rows.forEach((row, i) => {
    const { unit } = main.keys[index] as GroupKey;
    const name = nameOf(main, row, index, (text) => unit && periodBefore(unit, text, compareTo));
    const match = name === null ? undefined : found.get(name);
    const answer = answers[i];
    if (answer) answer[key] = match ? recordOf(earlier.node, match, run, noBranches()) : null;
  });
}

/** A group's keys as one text, its period moved. */
function nameOf(
  { keys, keyColumns }: GroupingPlan,
  row: SqlRow,
  index: number,
  move: (text: string) => string | null,
): string | null {
  const values: (string | null)[] = [];
  for (const [i, key] of keys.entries()) {
    const value = row[keyColumns[i] ?? -1];
    let text = value === null || value === undefined ? null : String(value);
    if (i === index) {
      if (text === null || !key.unit) return null;
      text = move(bucketText(key.unit, text));
      if (text === null) return null;
    }
    values.push(text);
  }
  return JSON.stringify(values);
}
