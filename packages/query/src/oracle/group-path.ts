import type { ReadKind } from '../model.js';
import { type BucketUnit, bucketOf } from './buckets.js';
import { onlyEntry, sortValue } from './order.js';
import type { Comparable, Value } from './values.js';
import type { Row, View } from './world.js';

type Nested = { readonly [key: string]: unknown };

/** One key of a grouping: a field, perhaps reached over to-one relations, perhaps cut into buckets of time. */
export interface GroupPath {
  readonly relations: readonly string[];
  readonly field: string;
  readonly unit: BucketUnit | null;
}

/** `{ customer: { region: { code: 'VALUE' } } }`, `{ orderedAt: 'MONTH' }`. */
export function groupPath(item: Nested): GroupPath {
  const [name, inner] = onlyEntry(item);
  if (typeof inner === 'object' && inner !== null) {
    const below = groupPath(inner as Nested);
    return { ...below, relations: [name, ...below.relations] };
  }
  return { relations: [], field: name, unit: inner === 'VALUE' ? null : (inner as BucketUnit) };
}

/** The record that a path's relations lead to, with its kind. */
export function follow(
  view: View,
  kind: ReadKind,
  row: Row,
  relations: readonly string[],
): [ReadKind, Row | null] {
  let at: [ReadKind, Row | null] = [kind, row];
  for (const name of relations) {
    const relation = at[0].relations.get(name);
    if (relation?.is !== 'one') throw new Error(`${at[0].name}.${name} is no to-one relation`);
    at = [view.kind(relation.target), at[1] ? view.toOne(at[1], relation) : null];
  }
  return at;
}

/** The value (or bucket) of a row at a path; null also where no record is visible on the way. */
export function keyValue(view: View, kind: ReadKind, row: Row, path: GroupPath): Value {
  const [owner, record] = follow(view, kind, row, path.relations);
  if (!record) return null;
  const field = view.field(owner, path.field);
  const value = view.value(record, field);
  return path.unit ? bucketOf(field.type, value as string | null, path.unit, view.zone) : value;
}

/** What groups are sorted by at a path. */
export function keyOrder(view: View, kind: ReadKind, row: Row, path: GroupPath): Comparable | null {
  if (path.unit) return keyValue(view, kind, row, path) as string | null;
  const [owner, record] = follow(view, kind, row, path.relations);
  return record ? sortValue(view, record, view.field(owner, path.field)) : null;
}
