import { requireUse } from './column-policy.js';
import type { Compilation } from './compilation.js';
import { fieldSql, isNullable } from './fields.js';
import type { ReadField, ReadFieldType } from './model.js';
import type { Place } from './place.js';
import { badInput } from './problems.js';
import { raw, type Sql, sql } from './sql.js';

export const numberNames = ['sum', 'avg', 'min', 'max', 'countDistinct'] as const;
export type NumberName = (typeof numberNames)[number];

/** A value that a number is made of, row by row. */
export interface Measured {
  readonly value: Sql;
  readonly type: ReadFieldType;
  readonly scale?: number | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly nullable: boolean;
}

/** A field of a place as a value to make numbers of, with the column policy asked. */
export function measuredField(c: Compilation, place: Place, field: ReadField, path: string): Measured {
  if (place.access === 'reader') requireUse(c, place.kind, field, 'number', path);
  if (field.type === 'json') throw badInput('notMeasurable', path, { field: field.name });
  return {
    value: fieldSql(place, field),
    type: field.type,
    scale: field.scale,
    codes: field.codes,
    nullable: isNullable(place, field),
  };
}

/** The records of a to-one relation, to be counted: only those that are visible. */
export function measuredRecord(place: Place): Measured {
  return { value: raw(place.id), type: 'id', nullable: true };
}

const summable: readonly ReadFieldType[] = ['integer', 'decimal', 'double'];

/** Whether a number can be made of such values. */
export function isMeasurable(name: string, type: ReadFieldType): boolean {
  if (name === 'countDistinct') return true;
  if (name === 'min' || name === 'max') return type !== 'boolean' && type !== 'id';
  return summable.includes(type);
}

/** The number in SQL; `value` stands for the measured value (which may have been projected before). */
export function numberSql(name: NumberName, { type }: Measured, value: Sql): Sql {
  switch (name) {
    case 'countDistinct':
      return sql`COUNT(DISTINCT ${value})`;
    case 'sum':
      return sql`SUM(${value})`;
    case 'avg':
      // The average of decimals keeps four digits more than they have; integers are averaged as doubles.
      return type === 'integer' ? sql`AVG(${value} + 0e0)` : sql`AVG(${value})`;
    case 'min':
      return sql`MIN(${value})`;
    case 'max':
      return sql`MAX(${value})`;
  }
}

/** The type of the number, and the type that it is compared as in a filter. */
export function numberType(
  name: NumberName,
  { type }: Measured,
): { type: ReadFieldType; compared: ReadFieldType } {
  if (name === 'countDistinct') return { type: 'integer', compared: 'integer' };
  if (name === 'min' || name === 'max') return { type, compared: type };
  if (type === 'decimal') return { type, compared: 'decimal' };
  if (name === 'avg' || type === 'double') return { type: 'double', compared: 'double' };
  return { type: 'integer', compared: 'decimal' };
}
