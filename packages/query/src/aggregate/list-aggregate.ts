import { absentParent, type Branch, recordOf } from '../answers.js';
import type { AggregateArguments, SelectedField } from '../arguments.js';
import type { Compilation } from '../compilation.js';
import type { Answer } from '../engine.js';
import { countArgument } from '../lists.js';
import type { Place } from '../place.js';
import { tooExpensive } from '../problems.js';
import { parentIds, part, type Source } from '../run.js';
import type { SqlRow } from '../runner.js';
import { all, type RunInput, type Sql, sql } from '../sql.js';
import { childrenOf, type ToMany } from '../to-many.js';
import { attachEarlier, type Comparison, comparableKey, earlierArguments } from './comparison.js';
import type { Rows } from './earlier-groups.js';
import { defaultGroups, type GroupingPlan, mostGroups, noParent, planGrouping } from './grouping.js';

/** Groups that one statement may answer for all parents together. */
const mostRows = 100_000;
/** Groups that a parent is taken to have, for the cost. */
const assumedGroups = 10;

/** Plans the aggregate of a list: one statement for all parents, a parent without rows counting zero. */
export function planListAggregate(
  c: Compilation,
  statements: Sql[],
  parent: Place,
  relation: ToMany,
  field: Source,
): Branch {
  const selected = field.value as SelectedField;
  const args = part(field, 'arguments');
  const given = selected.arguments as AggregateArguments;
  const path = `${parent.kind.name}.${relation.name}Aggregate`;
  const limit = countArgument(given.limit, `${selected.key}.limit`, mostGroups) ?? defaultGroups;
  const grouped = (given.groupBy ?? []).length > 0;
  const earlier = selected.selection.flatMap((s, i) => (s.name === 'previous' ? [i] : []));
  const planned = (asked: Source, selection: Source, keepKeys: boolean): GroupingPlan => {
    const again = (): Rows & { readonly parent: Sql } => {
      const children = childrenOf(c, parent.kind, relation, 'reader', selected.key);
      const condition = all([sql`${children.parent} IN (${parentIds})`, children.visible]);
      return { place: children.place, parent: children.parent, condition };
    };
    return planGrouping(c, {
      ...again(),
      again,
      args: asked,
      selection,
      limit: null,
      keepKeys,
    });
  };
  const selection = part(field, 'selection');
  const plan = planned(args, selection, earlier.length > 0);
  const { node, parentColumn, zeroRow } = plan;
  const rowOf = new WeakMap<Answer, SqlRow>();
  const additions = earlier.map((i): Branch['additions'][number] => {
    const previous = part(selection, i);
    const { index, key, compareTo } = comparableKey(given, previous.value as SelectedField, plan.keys);
    const moved = (of: unknown, zone: string, now: Date) =>
      earlierArguments(of as AggregateArguments, key, zone, now);
    const source: Source = {
      value: moved(given, c.zone, c.now),
      path: args.path,
      at: (run) => moved(args.at(run), run.context.zone, run.context.now),
    };
    const before = c.again(() => planned(source, part(previous, 'selection'), true));
    const answerKey = `@${(previous.value as SelectedField).key}`;
    const comparison: Comparison = { key: answerKey, compareTo, index, main: plan, earlier: before };
    return {
      statement: statements.push(before.statement) - 1,
      add: (rows, lists, run) => {
        const made = [...lists.values()].flat().flatMap((answer) => {
          const row = rowOf.get(answer);
          return row ? [[answer, row] as const] : [];
        });
        attachEarlier(comparison, made, rows, run);
      },
    };
  });
  const read: Branch['read'] = (rows, run) => {
    if (rows.length > mostRows)
      throw tooExpensive('tooManyGroups', { part: path, cost: rows.length, limit: mostRows });
    const lists = new Map<string, Answer[]>();
    for (const row of rows) {
      const parentId = String(row[parentColumn]);
      const id = parentId === noParent ? absentParent : parentId;
      let list = lists.get(id);
      if (!list) {
        list = [];
        lists.set(id, list);
      }
      if (list.length >= limit) continue;
      const record = recordOf(node, row, run, new Map());
      if (additions.length > 0) rowOf.set(record, row);
      list.push(record);
    }
    return lists;
  };
  return {
    key: `@${selected.key}`,
    path,
    statement: statements.push(plan.statement) - 1,
    tail: () => ` LIMIT ${mostRows + 1}`,
    read,
    // With `having` the statement itself says whether a parent without rows is answered.
    absent: () => (grouped || given.having || limit === 0 ? [] : [recordOf(node, zeroRow, noRun, new Map())]),
    additions,
    each: grouped ? Math.min(limit, assumedGroups) : 1,
    node: null,
  };
}

/** Numbers of nothing depend on no request. */
const noRun = {} as RunInput;
