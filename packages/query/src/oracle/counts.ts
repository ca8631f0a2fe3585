import type { AggregateArguments, SelectedField, Where } from '../arguments.js';
import type { Answer } from '../engine.js';
import type { ReadField, ReadKind, ReadModel } from '../model.js';
import type { CountsOnly, ReadPolicy } from '../policy.js';
import { grouped, keyAnswer } from './aggregate.js';
import { matches } from './filter.js';
import { type Group, sortedGroups } from './group-numbers.js';
import { groupPath } from './group-path.js';
import { addDays, instant, localTime } from './values.js';
import type { View } from './world.js';

type Nested = { readonly [key: string]: unknown };

/** The right to count rows that may not be opened; a right to open some takes its place. */
export function countsRule(policy: ReadPolicy, kind: string): CountsOnly | undefined {
  const rules = policy.kinds.get(kind);
  return rules?.grants.length === 0 ? rules.countsOnly : undefined;
}

/** The answer of a counts-only right: groups that are large enough, and the rest as one. */
export function counts(
  view: View,
  kind: ReadKind,
  rule: CountsOnly,
  args: AggregateArguments,
  selection: readonly SelectedField[],
): Answer[] {
  const { where, groupBy } = args;
  const rows = view.countable(kind.name).filter((row) => !where || matches(view, kind, row, where));
  const paths = (groupBy ?? []).map((item) => groupPath(item));
  const groups = sortedGroups(view, kind, grouped(view, kind, rows, paths), args, args.orderBy ?? [], paths);
  const told = largeEnough(groups, rule.smallestGroup);
  const answer = (group: Group, groupCount: number, share: number | null): Answer => {
    const values = new Map<string, unknown>([
      ['count', group.rows.length],
      ['groupCount', groupCount],
      ['share', share],
      ['folded', group.folded],
    ]);
    return Object.fromEntries(
      selection.map(({ name, selection: inner }) => {
        if (name !== 'key') return [name, values.get(name)];
        return [name, keyAnswer(view, kind, group.folded ? nothing : group, paths, inner, [])];
      }),
    );
  };
  // Whether there are none or a few is told to nobody.
  if (rows.length < rule.smallestGroup) return paths.length > 0 ? [] : [answer(nothing, 1, null)];
  return told
    .slice(0, args.limit ?? 1000)
    .map((group) => answer(group, told.length, group.rows.length / rows.length));
}

const nothing: Group = { rows: [], keys: [], order: [], folded: true };

/** Small groups put together; while that one is small itself, the next smallest joins it. */
function largeEnough(groups: readonly Group[], smallest: number): Group[] {
  const bySize = [...groups].sort((a, b) => a.rows.length - b.rows.length);
  const rest: Group[] = [];
  const sizeOf = () => rest.reduce((sum, { rows }) => sum + rows.length, 0);
  for (const group of bySize) {
    if (group.rows.length < smallest || (rest.length > 0 && sizeOf() < smallest)) rest.push(group);
  }
  const kept = groups.filter((group) => !rest.includes(group));
  if (rest.length === 0) return kept;
  return [...kept, { rows: rest.flatMap(({ rows }) => rows), keys: [], order: [], folded: true }];
}

/** Whether a request is finer than the right allows: anything but counts over the listed fields and buckets. */
export function isTooFine(
  model: ReadModel,
  kind: ReadKind,
  rule: CountsOnly,
  args: Nested,
  selection: readonly SelectedField[],
  zone: string,
): boolean {
  const fine = ['having', 'measures', 'topPerGroup', 'compareTo'].some((name) => args[name] !== undefined);
  const list = (value: unknown) => (value ?? []) as readonly Nested[];
  const allowed = ['key', 'count', 'share', 'groupCount', 'folded'];
  return (
    fine ||
    selection.some(({ name }) => !allowed.includes(name)) ||
    list(args.orderBy).some((order) =>
      Object.keys(order).some((name) => name !== 'count' && name !== 'key'),
    ) ||
    list(args.groupBy).some((item) => {
      const { relations, field, unit } = groupPath(item);
      const found = coarseField(model, kind, rule, [...relations, field]);
      return !found || (isTime(found) && (unit === null || !rule.buckets.includes(unit)));
    }) ||
    (args.where !== undefined && isFineWhere(model, kind, rule, args.where as Where, [], zone))
  );
}

/** The field at a path, where it is listed and nobody's personal data. */
function coarseField(
  model: ReadModel,
  kind: ReadKind,
  rule: CountsOnly,
  path: readonly string[],
): ReadField | undefined {
  if (!rule.fields.includes(path.join('.'))) return undefined;
  const owner = path.slice(0, -1).reduce<ReadKind | undefined>((at, name) => {
    const relation = at?.relations.get(name);
    return relation?.is === 'one' ? model.kinds.get(relation.target) : undefined;
  }, kind);
  const field = owner?.fields.get(path.at(-1) ?? '');
  return field?.protection === 'plain' ? field : undefined;
}

function isTime(field: ReadField): boolean {
  return field.type === 'dateTime' || field.type === 'date';
}

function isFineWhere(
  model: ReadModel,
  kind: ReadKind,
  rule: CountsOnly,
  where: Where,
  before: readonly string[],
  zone: string,
): boolean {
  return Object.entries(where).some(([name, inner]) => {
    const below = (part: Where, path: readonly string[]) => isFineWhere(model, kind, rule, part, path, zone);
    if (name === 'and' || name === 'or') return (inner as Where[]).some((part) => below(part, before));
    if (name === 'not') return below(inner as Where, before);
    const path = [...before, name];
    if (rule.fields.some((listed) => listed.startsWith(`${path.join('.')}.`)))
      return below(inner as Where, path);
    const field = coarseField(model, kind, rule, path);
    if (!field) return true;
    return Object.entries(inner as Nested).some(([operator, operand]) => {
      if (!isTime(field)) return !['eq', 'ne', 'in', 'notIn', 'isNull'].includes(operator);
      if (operator === 'between')
        return !Object.values(operand as Nested).every((end) => beginsBucket(String(end), rule, zone));
      return !['gte', 'lt'].includes(operator) || !beginsBucket(String(operand), rule, zone);
    });
  });
}

/** Whether one of the buckets begins at this very instant. */
function beginsBucket(value: string, { buckets }: CountsOnly, zone: string): boolean {
  const at = instant(value, zone);
  const { year, month, day, hour, minute, second } = localTime(at, zone);
  if (hour + minute + second + (at % 1000) !== 0) return false;
  const date = addDays(`${year}-01-01`, (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000);
  return buckets.some((unit) => {
    if (unit === 'WEEK') return new Date(`${date}T00:00:00Z`).getUTCDay() === 1;
    if (unit === 'MONTH') return day === 1;
    if (unit === 'QUARTER') return day === 1 && [1, 4, 7, 10].includes(month);
    if (unit === 'YEAR') return day === 1 && month === 1;
    return unit === 'DAY';
  });
}
