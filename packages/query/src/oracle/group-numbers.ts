import { Decimal } from 'decimal.js';
import type { AggregateArguments, Measure } from '../arguments.js';
import type { ReadKind } from '../model.js';
import { matches, operatorsHold } from './filter.js';
import { follow, type GroupPath, groupPath } from './group-path.js';
import { aggregateValue } from './measure.js';
import { onlyEntry } from './order.js';
import { type Comparable, comparable, compare, type Value } from './values.js';
import type { Row, View } from './world.js';

type Nested = { readonly [key: string]: unknown };

/** Rows with equal keys. */
export interface Group {
  readonly rows: readonly Row[];
  readonly keys: readonly (Value | null)[];
  readonly order: readonly (Comparable | null)[];
  readonly folded: boolean;
  /** The rows of the same group one period earlier, and the measures as they are asked there. */
  readonly before?: { readonly rows: readonly Row[]; readonly measures: readonly Measure[] } | null;
}

/** One of the numbers of a group, by the path that having and orderBy use. */
export function numberOf(
  view: View,
  kind: ReadKind,
  { rows, before }: Pick<Group, 'rows' | 'before'>,
  measures: readonly Measure[],
  name: string,
): Decimal | null {
  if (name === 'count') return new Decimal(rows.length);
  const measure = measures.find((m) => m.name === name);
  if (!measure) throw new Error(`no measure ${name}`);
  const other = (of: string) =>
    numberOf(view, kind, before === undefined ? { rows } : { rows, before }, measures, of);
  if (measure.previous)
    return before ? numberOf(view, kind, { rows: before.rows }, before.measures, measure.previous) : null;
  if (measure.count)
    return new Decimal(rows.filter((row) => matches(view, kind, row, measure.count ?? {})).length);
  if (measure.ratio) {
    const [of, to] = [other(measure.ratio.of), other(measure.ratio.to)];
    return of === null || to === null || to.isZero() ? null : of.div(to);
  }
  if (measure.difference) {
    const [of, minus] = [other(measure.difference.of), other(measure.difference.minus)];
    return of === null || minus === null ? null : of.minus(minus);
  }
  const { where } = measure;
  const kept = where ? rows.filter((row) => matches(view, kind, row, where)) : rows;
  const [operation, path] = measure.sum
    ? (['sum', measure.sum] as const)
    : (['avg', measure.avg ?? {}] as const);
  const { relations, field } = groupPath(path);
  const reached = kept.map((row) => follow(view, kind, row, relations));
  const records = reached.map(([, record]) => record).filter((record): record is Row => record !== null);
  const owner = ownerOf(view, kind, relations);
  return aggregateValue(view, owner, records, operation, field).value as Decimal | null;
}

/** The kind that a path of to-one relations leads to. */
export function ownerOf(view: View, kind: ReadKind, relations: readonly string[]): ReadKind {
  return relations.reduce((at, name) => {
    const relation = at.relations.get(name);
    if (!relation) throw new Error(`no relation ${at.name}.${name}`);
    return view.kind(relation.target);
  }, kind);
}

/** Whether a group satisfies `having`. */
export function havingHolds(
  view: View,
  kind: ReadKind,
  group: Group,
  args: AggregateArguments,
  having: Nested,
): boolean {
  return Object.entries(having).every(([key, condition]) => {
    const inner = condition as Nested;
    const parts = condition as readonly Nested[];
    const holds = (part: Nested) => havingHolds(view, kind, group, args, part);
    if (key === 'and') return parts.every(holds);
    if (key === 'or') return parts.some(holds);
    if (key === 'not') return !holds(inner);
    if (key === 'count') return operatorsHold('integer', group.rows.length, inner, view);
    if (key === 'measure') {
      const { name, ...operators } = inner;
      const value = numberOf(view, kind, group, args.measures ?? [], String(name));
      return operatorsHold('decimal', value, operators, view);
    }
    return Object.entries(inner).every(([name, operators]) => {
      const { type, value } = aggregateValue(view, kind, group.rows, key, name);
      return operatorsHold(type, value, operators as Nested, view);
    });
  });
}

/** Groups in the order asked for, then by key. */
export function sortedGroups(
  view: View,
  kind: ReadKind,
  groups: readonly Group[],
  args: AggregateArguments,
  orderBy: readonly Nested[],
  paths: readonly GroupPath[],
): Group[] {
  const keys = orderBy.map((item) => groupSortKey(view, kind, args, item, paths));
  return [...groups].sort((a, b) => {
    for (const key of keys) {
      const order = compare(key.of(a), key.of(b));
      if (order !== 0) return key.direction === 'ASC' ? order : -order;
    }
    for (const i of paths.keys()) {
      const order = compare(a.order[i] ?? null, b.order[i] ?? null);
      if (order !== 0) return order;
    }
    // Texts that sound the same: the texts themselves decide.
    for (const i of paths.keys()) {
      const order = compare(textOf(a.keys[i]), textOf(b.keys[i]));
      if (order !== 0) return order;
    }
    return 0;
  });
}

function textOf(key: Value | undefined): string | null {
  return key === null || key === undefined ? null : String(key);
}

function groupSortKey(
  view: View,
  kind: ReadKind,
  args: AggregateArguments,
  item: Nested,
  paths: readonly GroupPath[],
): { direction: unknown; of: (group: Group) => Comparable | null } {
  const [name, inner] = onlyEntry(item);
  if (name === 'count') return { direction: inner, of: (group) => group.rows.length };
  if (name === 'measure') {
    const { name: measure, direction } = inner as { name: string; direction: string };
    return { direction, of: (group) => numberOf(view, kind, group, args.measures ?? [], measure) };
  }
  if (name === 'key') {
    const path = groupPath(inner as Nested);
    const at = paths.findIndex(
      (p) => p.field === path.field && p.relations.join('.') === path.relations.join('.'),
    );
    return { direction: path.unit, of: (group) => group.order[at] ?? null };
  }
  const [fieldName, direction] = onlyEntry(inner as Nested);
  return {
    direction,
    of: (group) => {
      const { type, value } = aggregateValue(view, kind, group.rows, name, fieldName);
      return comparable(type, value, view.zone);
    },
  };
}
