import { childrenNumbers } from './children-numbers.js';
import { requireUse } from './column-policy.js';
import type { Compilation } from './compilation.js';
import { isNullable, sortSql } from './fields.js';
import { filter } from './filter.js';
import type { Direction, ReadFieldType } from './model.js';
import type { Place } from './place.js';
import { badInput } from './problems.js';
import { part, parts, type Source } from './run.js';
import { SqlNumber } from './runner.js';
import { all, any, type Bind, join, raw, type Sql, sql } from './sql.js';
import { toMany } from './to-many.js';

/** One key of an order. */
export interface OrderKey {
  readonly value: Sql;
  readonly direction: Direction;
  readonly nullable: boolean;
  readonly type: ReadFieldType;
}

/**
 * The keys of `orderBy`, or of the kind's default order when there is none; the id breaks ties in
 * the direction of the last key, so that one index can serve the whole.
 */
export function orderKeys(c: Compilation, place: Place, source: Source): OrderKey[] {
  const given = source.value;
  if (given !== null && given !== undefined && !Array.isArray(given)) {
    throw badInput('wrongValue', source.path, { type: 'list' });
  }
  const keys: OrderKey[] = [];
  if (Array.isArray(given) && given.length > 0) {
    for (const i of given.keys()) keys.push(oneKey(c, place, part(source, i)));
  } else {
    for (const { field, direction } of place.kind.defaultOrder) {
      const known = c.field(place.kind, field);
      keys.push({ ...fieldKey(place, known), direction });
    }
  }
  if (!keys.some((key) => key.type === 'id' && key.value.text === place.id)) {
    const direction = keys.at(-1)?.direction ?? 'ASC';
    keys.push({ value: raw(place.id), direction, nullable: false, type: 'id' });
  }
  return keys;
}

function fieldKey(place: Place, field: Parameters<typeof sortSql>[1]): Omit<OrderKey, 'direction'> {
  const type = field.sortColumn !== undefined || field.type === 'enum' ? 'text' : field.type;
  return { value: sortSql(place, field), nullable: isNullable(place, field), type };
}

function oneKey(c: Compilation, place: Place, source: Source): OrderKey {
  const [name, inner] = only(source);
  const field = place.kind.fields.get(name);
  if (field) {
    if (place.access === 'reader') requireUse(c, place.kind, field, 'order', inner.path);
    if (field.type === 'json') throw badInput('notSortable', inner.path, { field: name });
    return { ...fieldKey(place, field), direction: direction(inner) };
  }
  const one = c.one(place.kind, name);
  if (one) {
    c.requireKind(one.target, inner.path);
    return oneKey(c, place.one(one), inner);
  }
  const numbers = name.endsWith('Aggregate') ? toMany(place.kind, name.slice(0, -9)) : undefined;
  if (!numbers) throw badInput('fieldUnknown', inner.path, { name });
  const found = childrenNumbers(c, place, numbers, inner, (s) => typeof s.value === 'string', filter);
  const [first] = found;
  if (found.length !== 1 || !first) throw badInput('onlyOneField', inner.path);
  const { value, type, nullable } = first.operand;
  return { value, type, nullable, direction: direction(first.leaf) };
}

/** The one entry of a one-field object. */
export function only(source: Source): [string, Source] {
  const { value } = source;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw badInput('onlyOneField', source.path);
  }
  const [first, second] = parts(source);
  if (!first || second) throw badInput('onlyOneField', source.path);
  return first;
}

export function direction(source: Source): Direction {
  if (source.value !== 'ASC' && source.value !== 'DESC') {
    throw badInput('wrongValue', source.path, { type: 'direction' });
  }
  return source.value;
}

export function orderBySql(keys: readonly OrderKey[]): Sql {
  return join(
    keys.map(({ value, direction: d }) => sql`${value} ${d}`),
    ', ',
  );
}

/**
 * The rows behind the one where the page before ended. `nulls` says which of its keys were null:
 * null is the smallest value. Written so that the first key bounds the range of its index.
 */
export function behind(keys: readonly OrderKey[], nulls: readonly boolean[], from = 0): Sql {
  const key = keys[from];
  if (!key) return { text: '1=0', binds: [] };
  const rest = from + 1 < keys.length ? behind(keys, nulls, from + 1) : undefined;
  const { value, nullable } = key;
  const ascending = key.direction === 'ASC';
  if (nulls[from]) {
    if (ascending) return rest ? any([sql`${value} IS NOT NULL`, rest]) : sql`${value} IS NOT NULL`;
    return rest ? all([sql`${value} IS NULL`, rest]) : { text: '1=0', binds: [] };
  }
  const bind = cursorValue(from, key.type);
  const sign = ascending ? '>' : '<';
  const beyond = sql`${value} ${sign} ${bind}`;
  const orNull = !ascending && nullable ? [sql`${value} IS NULL`] : [];
  const strictly = any([beyond, ...orNull]);
  if (!rest) return strictly;
  const bound = any([sql`${value} ${sign}= ${bind}`, ...orNull]);
  return all([bound, any([strictly, rest])]);
}

function cursorValue(index: number, type: ReadFieldType): Bind {
  return (run) => {
    const value = run.cursor[index] ?? null;
    if (value === null) return null;
    if (type === 'decimal') return new SqlNumber(String(value));
    return type === 'double' ? SqlNumber.double(Number(value)) : value;
  };
}
