import { type Pending, recordOf } from '../answers.js';
import type { AggregateArguments, SelectedField } from '../arguments.js';
import { Compilation, type EngineParts } from '../compilation.js';
import { costOf, requireAffordable } from '../cost.js';
import type { Answer, ReadContext } from '../engine.js';
import { runStatement } from '../execute.js';
import { countArgument } from '../lists.js';
import { From } from '../place.js';
import { rowPolicies } from '../row-policy.js';
import { bindValues } from '../run.js';
import type { Runner, SqlRow } from '../runner.js';
import type { RunInput } from '../sql.js';
import { visibleAt } from '../to-many.js';
import {
  attachEarlier,
  type Comparison,
  comparableKey,
  earlierArguments,
  mostEarlier,
} from './comparison.js';
import { defaultGroups, type GroupingPlan, mostGroups, planGrouping } from './grouping.js';

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
    c.again(() => compared(c, kind, args, field, context, main.plan)),
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
  const made = answers.map((answer, i) => [answer, rows[i] as SqlRow] as const);
  for (const [i, { comparison, run }] of comparisons.entries()) {
    attachEarlier(comparison, made, before[i] ?? [], run);
  }
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
      again: () => {
        const fresh = From.of(c, c.kind(kind), 'reader');
        return { place: fresh, parent: null, condition: visibleAt(c, fresh) };
      },
      args: { value: args, path: '', at: (run) => run.args },
      selection: { value: selection, path: '', at: (run) => run.selection },
      limit,
      keepKeys,
    }),
    run: { args, selection, context, cursor: [] },
  };
}

type Compared = Planned & { readonly comparison: Comparison };

/** The same grouping over the period before. */
function compared(
  c: Compilation,
  kind: string,
  args: AggregateArguments,
  field: SelectedField,
  context: ReadContext,
  main: GroupingPlan,
): Compared {
  const { index, key, compareTo } = comparableKey(args, field, main.keys);
  const moved = earlierArguments(args, key, context.zone, context.now);
  const planned = plan(c, kind, moved, field.selection, context, mostEarlier + 1, true);
  return { ...planned, comparison: { key: `@${field.key}`, compareTo, index, main, earlier: planned.plan } };
}
