import type { Direction, ReadField, ReadKind, ReadRelation } from '../model.js';
import { matches } from './filter.js';
import { aggregateValue } from './measure.js';
import { type Comparable, comparable, compare } from './values.js';
import type { Row, View } from './world.js';

type Nested = { readonly [key: string]: unknown };

interface SortKey {
  readonly direction: Direction;
  readonly of: (row: Row) => Comparable | null;
}

/** The rows in the order asked for: null smallest, the id breaking ties in the last key's direction. */
export function ordered(
  view: View,
  kind: ReadKind,
  rows: readonly Row[],
  orderBy: readonly Nested[] | null | undefined,
): Row[] {
  const asked = orderBy?.length
    ? orderBy
    : kind.defaultOrder.map(({ field, direction }) => ({ [field]: direction }));
  const keys = asked.map((item) => sortKey(view, kind, item));
  const last = keys.at(-1)?.direction ?? 'ASC';
  keys.push({ direction: last, of: (row) => BigInt(row.id) });
  const keyed = rows.map((row) => ({ row, values: keys.map((key) => key.of(row)) }));
  keyed.sort((a, b) => {
    for (const [i, key] of keys.entries()) {
      const order = compare(a.values[i] ?? null, b.values[i] ?? null);
      if (order !== 0) return key.direction === 'ASC' ? order : -order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function sortKey(view: View, kind: ReadKind, item: Nested): SortKey {
  const [name, inner] = onlyEntry(item);
  const field = kind.fields.get(name);
  if (field) return { direction: inner as Direction, of: (row) => sortValue(view, row, field) };
  const relation = kind.relations.get(name);
  if (relation?.is === 'one') {
    const below = sortKey(view, view.kind(relation.target), inner as Nested);
    return {
      direction: below.direction,
      of: (row) => {
        const other = view.toOne(row, relation);
        return other ? below.of(other) : null;
      },
    };
  }
  const children = kind.relations.get(name.replace(/Aggregate$/, ''));
  if (children) return childrenKey(view, kind, children, inner as Nested);
  throw new Error(`the order names ${kind.name}.${name}, which does not exist`);
}

/** A text with a sort column goes by that; an enum by the declared order of its codes. */
export function sortValue(view: View, row: Row, field: ReadField): Comparable | null {
  const value = view.value(row, field);
  if (value === null) return null;
  if (field.sortColumn) return view.world.sortKey(String(value));
  if (field.type === 'enum') return (field.codes ?? []).indexOf(String(value));
  return comparable(field.type, value, view.zone);
}

function childrenKey(view: View, kind: ReadKind, relation: ReadRelation, item: Nested): SortKey {
  const { where, ...numbers } = item;
  const target = view.kind(relation.target);
  const [measure, inner] = onlyEntry(numbers);
  const children = (row: Row) =>
    view
      .toMany(row, kind, relation)
      .filter((child) => !where || matches(view, target, child, where as Nested));
  if (measure === 'count') {
    return { direction: inner as Direction, of: (row) => children(row).length };
  }
  const [name, direction] = onlyEntry(inner as Nested);
  return {
    direction: direction as Direction,
    of: (row) => {
      const { type, value } = aggregateValue(view, target, children(row), measure, name);
      return comparable(type, value, view.zone);
    },
  };
}

/** The one entry of a one-field object. */
export function onlyEntry(item: Nested): [string, unknown] {
  const entries = Object.entries(item);
  if (entries.length !== 1 || !entries[0]) throw new Error('expected an object with one field');
  return entries[0];
}
