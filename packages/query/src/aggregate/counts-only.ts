import { recordOf } from '../answers.js';
import type { AggregateArguments, SelectedField, Where } from '../arguments.js';
import { Compilation, type EngineParts } from '../compilation.js';
import { costOf, requireAffordable } from '../cost.js';
import type { Answer, ReadContext } from '../engine.js';
import { runStatement } from '../execute.js';
import { countArgument } from '../lists.js';
import type { ReadKind } from '../model.js';
import { From } from '../place.js';
import type { CountsOnly } from '../policy.js';
import { tooExpensive } from '../problems.js';
import { countedRows, rowPolicies } from '../row-policy.js';
import { bindValues } from '../run.js';
import type { Runner, SqlRow } from '../runner.js';
import type { RunInput } from '../sql.js';
import { readInstant } from '../values.js';
import { localText } from '../zone.js';
import { folded } from './folding.js';
import { defaultGroups, mostGroups, planGrouping } from './grouping.js';

/** Coarse fields make few groups; more than this many cannot be folded honestly. */
const mostRows = 20_000;
const selectable = new Set(['key', 'count', 'share', 'groupCount', 'folded', '__typename']);
const exactOperators = new Set(['eq', 'ne', 'in', 'notIn', 'isNull']);
const boundOperators = new Set(['gte', 'lt', 'between']);

type Nested = { readonly [key: string]: unknown };

/**
 * Answers an aggregate for whoever may count rows that he may not open (dossier B3, "R counts"):
 * counts only, over listed coarse fields, groups below the smallest size folded into one marked
 * `folded`. Fewer rows than that in all are told by nobody: without groups the answer is `count: 0,
 * folded: true` (also when there is truly none), with groups it is empty.
 */
export async function readCounts(
  parts: EngineParts,
  runner: Runner,
  kind: string,
  args: AggregateArguments,
  selection: readonly SelectedField[],
  context: ReadContext,
): Promise<Answer[]> {
  const limit = countArgument(args.limit, 'limit', mostGroups) ?? defaultGroups;
  const c = new Compilation(parts, context.policy, context.zone, context.now, rowPolicies);
  const { countsOnly } = c.kindPolicy(kind);
  if (!countsOnly) throw new Error(`There is no counts-only right on ${kind}.`);
  requireCoarse(c, c.kind(kind), countsOnly, args, selection);
  c.finish();
  const place = From.of(c, c.kind(kind), 'reader');
  const { where, groupBy, orderBy } = args;
  const asked: AggregateArguments = {
    ...(where ? { where } : {}),
    ...(groupBy ? { groupBy } : {}),
    ...(orderBy ? { orderBy } : {}),
  };
  const counted = selection.filter((s) => s.name === 'key' || s.name === 'count');
  const plan = planGrouping(c, {
    place,
    parent: null,
    condition: countedRows(c, place.forPolicy()),
    again: null,
    args: { value: asked, path: '', at: (r) => r.args },
    selection: { value: counted, path: '', at: (r) => r.selection },
    limit: mostRows + 1,
    keepKeys: true,
  });
  c.finish();
  const cost = costOf(null, plan.keys.length > 0 ? limit / 10 : 1, kind);
  if (context.explain) context.explain.cost += cost.total;
  requireAffordable(cost, context.policy.limits);
  const run: RunInput = { args: asked, selection: counted, context, cursor: [] };
  const rows = await runStatement({ runner, run }, plan.statement.text, bindValues(plan.statement, run));
  if (rows.length > mostRows)
    throw tooExpensive('tooManyGroups', { part: kind, cost: rows.length, limit: mostRows });
  const sized = rows.map((row) => ({ row, count: Number(row[plan.countColumn]) }));
  const groups = folded(sized, countsOnly.smallestGroup);
  const record = (row: SqlRow) => recordOf(plan.node, row, run, new Map());
  const together = (count: number) =>
    record(plan.zeroRow.map((value, i) => (i === plan.countColumn ? count : value)));
  if (!groups)
    return plan.keys.length > 0 || limit === 0 ? [] : [finished(together(0), selection, true, 0, 0, 1)];
  const total = sized.reduce((sum, { count }) => sum + count, 0);
  const size = groups.kept.length + (groups.folded > 0 ? 1 : 0);
  const answers = groups.kept.map(({ row, count }) =>
    finished(record(row), selection, false, count, total, size),
  );
  if (groups.folded > 0) {
    answers.push(finished(together(groups.folded), selection, true, groups.folded, total, size));
  }
  return answers.slice(0, limit);
}

function finished(
  record: Answer,
  selection: readonly SelectedField[],
  isFolded: boolean,
  count: number,
  total: number,
  groups: number,
): Answer {
  for (const { name } of selection) {
    if (name === 'folded') record.folded = isFolded;
    else if (name === 'groupCount') record.groupCount = groups;
    else if (name === 'share') record.share = total === 0 ? null : count / total;
  }
  return record;
}

/** Refuses everything finer than the listed fields and buckets, all of it at once. */
function requireCoarse(
  c: Compilation,
  kind: ReadKind,
  rule: CountsOnly,
  args: AggregateArguments,
  selection: readonly SelectedField[],
): void {
  for (const name of ['having', 'measures', 'topPerGroup', 'compareTo'] as const) {
    const value = args[name];
    const given = Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
    if (given) c.refuse('countsOnly', `${kind.name} ${name}`, name);
  }
  for (const { name, key } of selection) {
    if (!selectable.has(name)) c.refuse('countsOnly', `${kind.name} ${name}`, key);
  }
  for (const item of args.orderBy ?? []) {
    for (const name of Object.keys(item)) {
      if (name !== 'count' && name !== 'key') c.refuse('countsOnly', `${kind.name} ${name}`, 'orderBy');
    }
  }
  for (const item of args.groupBy ?? []) requirePath(c, kind, rule, item, []);
  if (args.where) requireCoarseWhere(c, kind, rule, args.where, []);
}

function requirePath(
  c: Compilation,
  kind: ReadKind,
  rule: CountsOnly,
  item: Nested,
  before: readonly string[],
): void {
  for (const [name, inner] of Object.entries(item)) {
    const path = [...before, name];
    const relation = c.one(kind, name);
    if (relation && inner !== null && typeof inner === 'object') {
      requirePath(c, c.kind(relation.target), rule, inner as Nested, path);
      continue;
    }
    const time = isTime(kind, name);
    const coarse = isListed(kind, name, path, rule) && (!time || rule.buckets.includes(String(inner)));
    if (!coarse) c.refuse('countsOnly', `${path.join('.')} ${String(inner)}`, `groupBy.${path.join('.')}`);
  }
}

function isTime(kind: ReadKind, name: string): boolean {
  const type = kind.fields.get(name)?.type;
  return type === 'dateTime' || type === 'date';
}

function isListed(kind: ReadKind, name: string, path: readonly string[], rule: CountsOnly): boolean {
  const field = kind.fields.get(name);
  return field !== undefined && field.protection === 'plain' && rule.fields.includes(path.join('.'));
}

function requireCoarseWhere(
  c: Compilation,
  kind: ReadKind,
  rule: CountsOnly,
  where: Where,
  before: readonly string[],
): void {
  for (const [name, inner] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      if (Array.isArray(inner)) for (const w of inner) requireCoarseWhere(c, kind, rule, w as Where, before);
      continue;
    }
    if (inner === null || typeof inner !== 'object') continue;
    if (name === 'not') {
      requireCoarseWhere(c, kind, rule, inner as Where, before);
      continue;
    }
    const path = [...before, name];
    const relation = c.one(kind, name);
    if (relation) requireCoarseWhere(c, c.kind(relation.target), rule, inner as Where, path);
    else if (!isListed(kind, name, path, rule))
      c.refuse('countsOnly', path.join('.'), `where.${path.join('.')}`);
    else requireCoarseOperators(c, kind, rule, path, inner as Nested);
  }
}

function requireCoarseOperators(
  c: Compilation,
  kind: ReadKind,
  rule: CountsOnly,
  path: readonly string[],
  operators: Nested,
): void {
  const name = path.at(-1) ?? '';
  for (const [operator, value] of Object.entries(operators)) {
    const where = `where.${path.join('.')}.${operator}`;
    if (!isTime(kind, name)) {
      if (!exactOperators.has(operator)) c.refuse('countsOnly', `${path.join('.')} ${operator}`, where);
      continue;
    }
    const ends = operator === 'between' && value ? Object.values(value) : [value];
    const edges = boundOperators.has(operator) && ends.every((end) => isEdge(c, rule, end, where));
    if (!edges) c.refuse('countsOnly', `${path.join('.')} ${operator}`, where);
  }
}

/** Whether a time is the first instant of one of the buckets that may be grouped by. */
function isEdge(c: Compilation, rule: CountsOnly, value: unknown, path: string): boolean {
  const local = localText(readInstant(value, path, c.zone), c.zone);
  if (local.slice(11, 23) !== '00:00:00.000') return false;
  const [month, day] = [local.slice(5, 7), local.slice(8, 10)];
  const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return rule.buckets.some((unit) => {
    if (unit === 'DAY') return true;
    if (unit === 'WEEK') return weekday === 1;
    if (unit === 'MONTH') return day === '01';
    if (unit === 'QUARTER') return day === '01' && Number(month) % 3 === 1;
    return unit === 'YEAR' && day === '01' && month === '01';
  });
}
