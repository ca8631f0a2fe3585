import { type Branch, type NodePlan, recordOf } from './answers.js';
import type { SelectedField } from './arguments.js';
import type { Compilation } from './compilation.js';
import { assumedChildren } from './cost.js';
import type { Answer } from './engine.js';
import { filter } from './filter.js';
import { type BranchPlanner, planRecord, type Rows } from './nodes.js';
import { orderBySql, orderKeys } from './order.js';
import { From, Place } from './place.js';
import { badInput, tooExpensive } from './problems.js';
import { parentIds, part, type Source } from './run.js';
import { all, quoted, raw, type Sql, sql, yes } from './sql.js';
import { childrenOf, type ToMany } from './to-many.js';

/** Optional whole number of an argument, at most `most`. */
export function countArgument(value: unknown, path: string, most: number): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw badInput('wrongValue', path, { type: 'count' });
  }
  if (value > most) throw badInput('limitTooLarge', path, { count: value, limit: most });
  return value;
}

/** The `where` of a list as a condition on a place; absent means all. */
export function whereOf(c: Compilation, place: Place, source: Source): Sql {
  return source.value === undefined || source.value === null ? yes : filter(c, place, source, false);
}

/**
 * Plans a nested list: one statement for the children of all parents. With a limit the children are
 * ranked by ROW_NUMBER over key, sort and filter columns alone, and only the kept rows are fetched.
 */
export function planList(
  c: Compilation,
  statements: Sql[],
  parent: Place,
  relation: ToMany,
  field: Source,
  branches: BranchPlanner,
): Branch {
  const selected = field.value as SelectedField;
  const args = part(field, 'arguments');
  const path = `${parent.kind.name}.${relation.name}`;
  const { children: most } = c.policy.limits;
  const limit = countArgument(selected.arguments.limit, `${selected.key}.limit`, most);
  const offset = countArgument(selected.arguments.offset, `${selected.key}.offset`, 1_000_000) ?? 0;
  const opened = childrenOf(c, parent.kind, relation, 'reader', selected.key);
  const { place: child } = opened;
  const keys = orderKeys(c, child, part(args, 'orderBy'));
  const mine = sql`${opened.parent} IN (${parentIds})`;
  const where = all([mine, opened.visible, whereOf(c, child, part(args, 'where'))]);
  const selection = part(field, 'selection');
  const own = statements.push(yes) - 1;
  let rows: Rows;
  if (limit === undefined && offset === 0) {
    rows = planRecord(c, child, selection, branches);
    const parentColumn = rows.list.add(opened.parent);
    const columns = rows.list.sql();
    statements[own] =
      sql`SELECT ${columns} FROM ${child.from.sql()} WHERE ${where} ORDER BY ${opened.parent}, ${orderBySql(keys)}`;
    return branch(selected, path, own, rows.node, parentColumn, { limit: undefined });
  }
  const order = orderBySql(keys);
  const rank = sql`SELECT ${child.id} AS id, ${opened.parent} AS p, ROW_NUMBER() OVER (PARTITION BY ${opened.parent} ORDER BY ${order}) AS n FROM ${child.from.sql()} WHERE ${where}`;
  const kept = c.alias();
  const alias = c.alias();
  const until = limit === undefined ? '' : ` AND r.n <= ${offset + limit}`;
  const base = sql`(SELECT r.id, r.p, r.n FROM (${rank}) r WHERE r.n > ${offset}${until}) ${kept} JOIN ${quoted(child.kind.table)} ${alias} ON ${alias}.\`id\` = ${kept}.id`;
  const fetched = new Place(child.kind, alias, new From(c, base), 'reader', false);
  rows = planRecord(c, fetched, selection, branches);
  const parentColumn = rows.list.add(raw(`${kept}.p`));
  const columns = rows.list.sql();
  statements[own] = sql`SELECT ${columns} FROM ${fetched.from.sql()} ORDER BY ${kept}.p, ${kept}.n`;
  return branch(selected, path, own, rows.node, parentColumn, { limit });
}

function branch(
  selected: SelectedField,
  path: string,
  statement: number,
  node: NodePlan,
  parentColumn: number,
  { limit }: { limit: number | undefined },
): Branch {
  return {
    key: `@${selected.key}`,
    path,
    statement,
    node,
    each: limit ?? assumedChildren,
    absent: () => [],
    additions: [],
    // Without a limit one row more than all parents may have is read: enough to know that one has too many.
    tail: (parents, { context: { policy } }) => {
      const { children, rows = Number.MAX_SAFE_INTEGER } = policy.limits;
      return limit === undefined ? ` LIMIT ${Math.min(parents * children, rows) + 1}` : '';
    },
    read: (rows, run, pending) => {
      const lists = new Map<string, Answer[]>();
      for (const row of rows) {
        const parent = String(row[parentColumn]);
        const record = recordOf(node, row, run, pending);
        const list = lists.get(parent);
        if (list) list.push(record);
        else lists.set(parent, [record]);
      }
      if (limit === undefined) requireFew(lists, run.context.policy.limits.children, path);
      return lists;
    },
  };
}

function requireFew(lists: ReadonlyMap<string, readonly Answer[]>, most: number, path: string): void {
  for (const list of lists.values()) {
    if (list.length > most)
      throw tooExpensive('tooManyChildren', { part: path, cost: list.length, limit: most });
  }
}
