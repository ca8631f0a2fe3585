import { absentParent, type Branch, recordOf } from '../answers.js';
import type { AggregateArguments, SelectedField } from '../arguments.js';
import type { Compilation } from '../compilation.js';
import type { Answer } from '../engine.js';
import { countArgument } from '../lists.js';
import type { Place } from '../place.js';
import { badInput, tooExpensive } from '../problems.js';
import { parentIds, part, type Source } from '../run.js';
import { all, type RunInput, type Sql, sql } from '../sql.js';
import { childrenOf, type ToMany } from '../to-many.js';
import { defaultGroups, mostGroups, noParent, planGrouping } from './grouping.js';

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
  if (given.compareTo) throw badInput('compareNested', `${selected.key}.compareTo`);
  const grouped = (given.groupBy ?? []).length > 0;
  const children = childrenOf(c, parent.kind, relation, 'reader', selected.key);
  const plan = planGrouping(c, {
    place: children.place,
    parent: children.parent,
    condition: all([sql`${children.parent} IN (${parentIds})`, children.visible]),
    args,
    selection: part(field, 'selection'),
    limit: null,
    keepKeys: false,
  });
  const { node, parentColumn, zeroRow } = plan;
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
      if (list.length < limit) list.push(recordOf(node, row, run, new Map()));
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
    each: grouped ? Math.min(limit, assumedGroups) : 1,
    node: null,
  };
}

/** Numbers of nothing depend on no request. */
const noRun = {} as RunInput;
