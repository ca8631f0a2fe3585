import { type Read, reader } from '../answers.js';
import { requireUse } from '../column-policy.js';
import type { Compilation } from '../compilation.js';
import { fieldSql, sortSql } from '../fields.js';
import type { ReadField, ReadKind } from '../model.js';
import { only } from '../order.js';
import type { Place } from '../place.js';
import { badInput } from '../problems.js';
import { part, type Source } from '../run.js';
import { raw, type Sql } from '../sql.js';
import { type BucketUnit, bucketSql, bucketText, isBucketUnit } from './buckets.js';
import { spanOf } from './span.js';

/** One key that rows are grouped by. */
export interface GroupKey {
  /** Names of the to-one relations that lead to the field. */
  readonly relations: readonly string[];
  readonly kind: ReadKind;
  readonly field: ReadField;
  readonly unit: BucketUnit | null;
  /** Value of a row. */
  readonly value: Sql;
  /** What the groups are sorted by, when it is not the key itself: the smallest of the group. */
  readonly sort: Sql | null;
}

/** Where a key stands in the contract: `customer.region.code`. */
export function pathOf(key: Pick<GroupKey, 'relations' | 'field'>): string {
  return [...key.relations, key.field.name].join('.');
}

/** The keys of `groupBy`. `where` is the filter's value, for the span of times. */
export function groupKeys(c: Compilation, place: Place, source: Source, where: unknown): GroupKey[] {
  if (source.value === null || source.value === undefined) return [];
  if (!Array.isArray(source.value)) throw badInput('wrongValue', source.path, { type: 'list' });
  return source.value.map((_, i) => groupKey(c, place, part(source, i), where, []));
}

function groupKey(
  c: Compilation,
  place: Place,
  source: Source,
  where: unknown,
  relations: readonly string[],
): GroupKey {
  const [name, inner] = only(source);
  const relation = c.one(place.kind, name);
  if (relation) {
    c.requireKind(relation.target, inner.path);
    return groupKey(c, place.one(relation), inner, where, [...relations, name]);
  }
  const field = place.kind.fields.get(name);
  if (!field || field.type === 'json') throw badInput('fieldUnknown', inner.path, { name });
  requireUse(c, place.kind, field, 'group', inner.path);
  const unit = unitOf(inner);
  const value = fieldSql(place, field);
  const base = { relations, kind: place.kind, field, unit };
  if (unit) {
    const span = spanOf(where, [...relations, name], c.zone, c.now);
    return { ...base, value: bucketSql(value, field.type, unit, c.zone, span, inner.path), sort: null };
  }
  const sort = sortSql(place, field);
  return { ...base, value, sort: sort.text === value.text ? null : sort };
}

function unitOf(source: Source): BucketUnit | null {
  const { value } = source;
  if (value === 'VALUE') return null;
  if (typeof value !== 'string' || !isBucketUnit(value)) {
    throw badInput('bucketUnknown', source.path, { bucket: String(value) });
  }
  return value;
}

/** The key that an object of the same shape as `groupBy` names, or -1. */
export function keyNamed(keys: readonly GroupKey[], source: Source): number {
  const path: string[] = [];
  let at = source;
  while (at.value !== null && typeof at.value === 'object') {
    const [name, inner] = only(at);
    path.push(name);
    at = inner;
  }
  const unit = at.value;
  const wanted = path.join('.');
  return keys.findIndex(
    (key) =>
      pathOf(key) === wanted &&
      (typeof unit !== 'string' ||
        !(isBucketUnit(unit) || unit === 'VALUE') ||
        (key.unit ?? 'VALUE') === unit),
  );
}

/** Reads a key as it is shown. */
export function keyReader({ unit, field }: GroupKey, index: number): Read {
  if (!unit) return reader(field.type, index);
  return (row) => (row[index] === null ? null : bucketText(unit, row[index]));
}

/** The name of a key's column in the grouped rows. */
export function keyColumn(index: number): Sql {
  return raw(`g._k${index}`);
}
