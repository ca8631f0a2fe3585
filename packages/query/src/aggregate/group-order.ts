import type { Direction } from '../model.js';
import { direction, only } from '../order.js';
import { badInput } from '../problems.js';
import { part, type Source } from '../run.js';
import { join, raw, type Sql, sql } from '../sql.js';
import type { Figures } from './figures.js';
import { type GroupKey, keyColumn, keyNamed } from './keys.js';

export interface GroupOrder {
  readonly value: Sql;
  readonly direction: Direction;
}

/** The order of groups: what is asked for, then the keys ascending, so that it is always the same. */
export function groupOrder(figures: Figures, keys: readonly GroupKey[], source: Source): GroupOrder[] {
  const asked: GroupOrder[] = [];
  if (source.value !== null && source.value !== undefined) {
    if (!Array.isArray(source.value)) throw badInput('wrongValue', source.path, { type: 'list' });
    for (const i of source.value.keys()) asked.push(oneOrder(figures, keys, part(source, i)));
  }
  const ascending = (value: Sql): GroupOrder => ({ value, direction: 'ASC' });
  return [
    ...asked,
    ...keys.map((_, i) => ascending(keySort(keys, i))),
    // Two texts can sound the same: then the texts themselves decide, so that no order is left to chance.
    ...keys.flatMap((key, i) => (key.sort ? [ascending(keyColumn(i))] : [])),
  ];
}

/** What a key is sorted by in the grouped rows. */
export function keySort(keys: readonly GroupKey[], index: number): Sql {
  return keys[index]?.sort ? raw(`g._s${index}`) : keyColumn(index);
}

function oneOrder(figures: Figures, keys: readonly GroupKey[], source: Source): GroupOrder {
  const [name, inner] = only(source);
  if (name === 'count') return { value: raw(`g._m${figures.count()}`), direction: direction(inner) };
  if (name === 'measure') {
    const column = figures.measure(part(inner, 'name').value, `${inner.path}.name`);
    return { value: raw(`g._m${column}`), direction: direction(part(inner, 'direction')) };
  }
  if (name === 'key') {
    const index = keyNamed(keys, inner);
    if (index < 0) throw badInput('notGrouped', inner.path, { name: 'key' });
    return { value: keySort(keys, index), direction: direction(leafOf(inner)) };
  }
  if (name === 'percentile') {
    const { p, ...rest } = (inner.value ?? {}) as Record<string, unknown>;
    const path = { ...inner, value: rest };
    const column = figures.percentile(p, pathTo(path), inner.path);
    return { value: raw(`g._m${column}`), direction: direction(leafOf(path)) };
  }
  const column = figures.number(name, pathTo(inner), inner.path);
  return { value: raw(`g._m${column}`), direction: direction(leafOf(inner)) };
}

function leafOf(source: Source): Source {
  let at = source;
  while (at.value !== null && typeof at.value === 'object') [, at] = only(at);
  return at;
}

function pathTo(source: Source): string[] {
  const path: string[] = [];
  let at = source;
  while (at.value !== null && typeof at.value === 'object') {
    const [name, inner] = only(at);
    path.push(name);
    at = inner;
  }
  return path;
}

export function groupOrderSql(order: readonly GroupOrder[]): Sql {
  return join(
    order.map(({ value, direction: d }) => sql`${value} ${d}`),
    ', ',
  );
}
