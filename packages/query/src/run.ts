import type { SqlValue } from './runner.js';
import type { Bind, RunInput, Sql } from './sql.js';

/** Stands for the ids of the parents, which are known only when their rows have come. */
export const parentIds: Bind = () => null;

/** The values of a statement. All are read before the first statement runs, so that bad input is found first. */
export function bindValues(statement: Sql, run: RunInput): SqlValue[] {
  return statement.binds.map((bind) => bind(run));
}

/** The values with the parents' ids in their places. */
export function withParents(
  statement: Sql,
  values: readonly SqlValue[],
  ids: readonly (number | string)[],
): SqlValue[] {
  return values.map((value, i) => (statement.binds[i] === parentIds ? ids : value));
}

/**
 * A part of the request: its value now, its path for messages, and how the same part is found in
 * another request of the same shape.
 */
export interface Source {
  readonly value: unknown;
  readonly path: string;
  readonly at: (run: RunInput) => unknown;
}

/** The part of a part. */
export function part(source: Source, key: string | number): Source {
  const value = (source.value as Record<string | number, unknown> | null | undefined)?.[key];
  const { at } = source;
  return {
    value,
    path: source.path === '' ? String(key) : `${source.path}.${key}`,
    at: (run) => (at(run) as Record<string | number, unknown>)[key],
  };
}

/** The entries of an object as parts; `undefined` ones too, since leaving a variable out must not widen a filter. */
export function parts(source: Source): [string, Source][] {
  return Object.keys(source.value as object).map((key) => [key, part(source, key)]);
}
