import { planListAggregate } from './aggregate/list-aggregate.js';
import type { NodePlan } from './answers.js';
import type { SelectedField } from './arguments.js';
import type { Compilation } from './compilation.js';
import { planList, whereOf } from './lists.js';
import { type BranchPlanner, planRecord } from './nodes.js';
import { behind, type OrderKey, orderBySql, orderKeys } from './order.js';
import { From } from './place.js';
import { badInput } from './problems.js';
import { part, type Source } from './run.js';
import type { SelectList } from './select.js';
import { all, raw, type Sql, sql, yes } from './sql.js';
import { visibleAt } from './to-many.js';

/** The statements of a request and how their rows become its answer. */
export interface PagePlan {
  readonly statements: readonly Sql[];
  /** The statement of the records; absent when only counts were asked for. */
  readonly records: {
    readonly statement: number;
    readonly node: NodePlan;
    /** Columns of the order's keys, when the end of the page must be known. */
    readonly keyColumns: readonly KeyColumn[];
  } | null;
  /** Counts come as a column of the records; the statement is for when there is no record to carry it. */
  readonly counts: readonly { readonly key: string; readonly column: number; readonly statement: Sql }[];
  readonly wantsItems: boolean;
  readonly wantsPageInfo: boolean;
}

/** Where a key of the order stands in a row. */
export interface KeyColumn {
  readonly value: number;
  /** Doubles: what the text of the value lacks. */
  readonly rest: number | null;
}

/** Plans lists and their aggregates into the request's list of statements. */
export function branchPlanner(c: Compilation, statements: Sql[]): BranchPlanner {
  const planner: BranchPlanner = {
    list(place, relation, field, node) {
      node.branches.push(planList(c, statements, place, relation, field, planner));
    },
    aggregate(place, relation, field, node) {
      node.branches.push(planListAggregate(c, statements, place, relation, field));
    },
  };
  return planner;
}

export interface PageQuestion {
  readonly kind: string;
  readonly args: Source;
  readonly selection: Source;
  /** Which keys of the cursor are null; absent when reading from the beginning. */
  readonly cursorNulls: readonly boolean[] | null;
  /** The values of the order's keys are needed whatever is selected. */
  readonly keepKeys: boolean;
}

/** Plans `page` (selection of the page type) and `stream`. */
export function planPage(c: Compilation, question: PageQuestion): PagePlan {
  const { kind, args, selection } = question;
  c.requireKind(kind, kind);
  const statements: Sql[] = [];
  const fields = selection.value as readonly SelectedField[];
  const items = fields.findIndex((f) => f.name === 'items');
  const wantsPageInfo = fields.some((f) => f.name === 'pageInfo');
  const wantsKeys =
    question.keepKeys ||
    fields.some((f) => f.name === 'pageInfo' && f.selection.some((s) => s.name === 'endCursor'));
  const wantsRecords = items >= 0 || wantsPageInfo;
  const counts = fields.flatMap((field, i) => {
    if (field.name !== 'totalCount') return [];
    const count = () => countSql(c, kind, args, part(selection, i));
    const first = !wantsRecords && fields.findIndex((f) => f.name === 'totalCount') === i;
    return [{ key: `@${field.key}`, column: -1, statement: first ? count() : c.again(count) }];
  });
  let records: PagePlan['records'] = null;
  if (wantsRecords) {
    const own = statements.push(yes) - 1;
    const place = From.of(c, c.kind(kind), 'reader');
    const keys = orderKeys(c, place, part(args, 'orderBy'));
    const where = pageCondition(c, place, args, keys, question.cursorNulls);
    const chosen = items >= 0 ? part(part(selection, items), 'selection') : nothing;
    const { list, node } = planRecord(c, place, chosen, branchPlanner(c, statements));
    const keyColumns = wantsKeys ? keys.map((key) => keyColumn(list, key)) : [];
    for (const count of counts) count.column = list.add(sql`(${count.statement})`);
    const columns = list.sql();
    statements[own] =
      sql`SELECT ${columns} FROM ${place.from.sql()} WHERE ${where} ORDER BY ${orderBySql(keys)}`;
    records = { statement: own, node, keyColumns };
  }
  c.finish();
  return { statements, records, counts, wantsItems: items >= 0, wantsPageInfo };
}

/**
 * Selects a key of the order. MariaDB writes one double in thirty as the text of its neighbour; with
 * the difference between the two the cursor has the value itself.
 */
function keyColumn(list: SelectList, { value, type }: OrderKey): KeyColumn {
  if (type !== 'double') return { value: list.add(value), rest: null };
  const text = sql`CAST(${value} AS CHAR)`;
  return { value: list.add(text), rest: list.add(sql`(${value} - (${text} + 0e0))`) };
}

const nothing: Source = { value: [], path: '', at: () => [] };

function pageCondition(
  c: Compilation,
  place: ReturnType<typeof From.of>,
  args: Source,
  keys: readonly OrderKey[],
  nulls: readonly boolean[] | null,
): Sql {
  const conditions = [visibleAt(c, place), whereOf(c, place, part(args, 'where'))];
  if (nulls) {
    if (nulls.length !== keys.length) throw badInput('wrongCursor', 'after');
    conditions.push(behind(keys, nulls));
  }
  return all(conditions);
}

/** The number of rows; with a limit n it stops at n + 1. */
function countSql(c: Compilation, kind: string, args: Source, field: Source): Sql {
  const { arguments: given, key } = field.value as SelectedField;
  const limit = given.limit ?? null;
  if (limit !== null && (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0)) {
    throw badInput('wrongValue', `${key}.limit`, { type: 'count' });
  }
  const place = From.of(c, c.kind(kind), 'reader');
  const where = all([visibleAt(c, place), whereOf(c, place, part(args, 'where'))]);
  const from = place.from.sql();
  if (limit === null) return sql`SELECT COUNT(*) FROM ${from} WHERE ${where}`;
  return sql`SELECT COUNT(*) FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${Number(limit) + 1}) counted`;
}

export interface OnePlan {
  readonly statements: readonly Sql[];
  readonly node: NodePlan;
}

/** Plans the reading of one record by its id (the argument `id`). */
export function planOne(c: Compilation, kind: string, selection: Source): OnePlan {
  c.requireKind(kind, kind);
  const statements: Sql[] = [yes];
  const place = From.of(c, c.kind(kind), 'reader');
  const { list, node } = planRecord(c, place, selection, branchPlanner(c, statements));
  const id = sql`${raw(place.id)} = ${(run) => Number((run.args as { id: string }).id)}`;
  const where = all([id, visibleAt(c, place)]);
  const columns = list.sql();
  statements[0] = sql`SELECT ${columns} FROM ${place.from.sql()} WHERE ${where} LIMIT 1`;
  c.finish();
  return { statements, node };
}
