import type { ReadFieldType } from './model.js';
import { badInput } from './problems.js';
import { SqlNumber } from './runner.js';
import { instantOf, localDay } from './zone.js';

/** A value of a filter as the database takes it. */
export type Scalar = string | number | SqlNumber;

/** Reads a value of a field from the input; anything that is no value of the type is BAD_USER_INPUT with its path. */
export function readValue(
  field: { readonly type: ReadFieldType; readonly codes?: readonly string[] | undefined },
  value: unknown,
  path: string,
  zone: string,
): Scalar {
  if (value === null || value === undefined) throw badInput('emptyOperator', path);
  switch (field.type) {
    case 'id':
      return readId(value, path);
    case 'text':
      if (typeof value !== 'string') throw wrong(field.type, path);
      return value;
    case 'enum':
      if (typeof value !== 'string' || (field.codes && !field.codes.includes(value)))
        throw wrong(field.type, path);
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(field.type, path);
      return value ? 1 : 0;
    case 'integer':
      return readInteger(value, path);
    case 'decimal':
      return readDecimal(value, path);
    case 'double':
      return readDouble(value, path);
    case 'dateTime':
      return sqlTime(readInstant(value, path, zone));
    case 'date':
      return readDate(value, path);
    case 'month':
      if (typeof value !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw wrong(field.type, path);
      return value;
    case 'json':
      throw badInput('operatorUnknown', path);
  }
}

function wrong(type: ReadFieldType, path: string) {
  return badInput('wrongValue', path, { type });
}

/** Whether a text can be an id at all. */
export function isId(text: string): boolean {
  return /^\d{1,16}$/.test(text);
}

function readId(value: unknown, path: string): number {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !isId(text)) throw badInput('invalidId', path);
  const number = Number(text);
  // Ids stay below 2^53; a greater number is no record's id.
  return Number.isSafeInteger(number) ? number : -1;
}

function readInteger(value: unknown, path: string): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw wrong('integer', path);
  return number;
}

function readDecimal(value: unknown, path: string): SqlNumber {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^-?\d{1,35}(\.\d{1,30})?$/.test(text)) throw wrong('decimal', path);
  return new SqlNumber(text);
}

function readDouble(value: unknown, path: string): SqlNumber {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong('double', path);
  return SqlNumber.double(number);
}

const timeForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/i;

/** The last millisecond that a DATETIME holds. */
const lastInstant = Date.UTC(10_000, 0, 1) - 1;

/** An instant in milliseconds; a text without an offset is the wall clock of the organisation's zone. */
export function readInstant(value: unknown, path: string, zone: string): number {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw wrong('dateTime', path);
    return value.getTime();
  }
  const found = typeof value === 'string' ? timeForm.exec(value) : null;
  if (!found) throw wrong('dateTime', path);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zulu, sign, h, m] = found;
  if (!isDay(Number(year), Number(month), Number(day))) throw wrong('dateTime', path);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw wrong('dateTime', path);
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  );
  if (Number(h ?? 0) > 23 || Number(m ?? 0) > 59) throw wrong('dateTime', path);
  const offset = (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m)) * 60_000;
  const instant = zulu ? wall : sign ? wall - offset : instantOf(wall, zone);
  // West of Greenwich the last day of the calendar reaches into a year that SQL does not know.
  if (instant > lastInstant) throw wrong('dateTime', path);
  return instant;
}

function readDate(value: unknown, path: string): string {
  const found = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
  if (!found || !isDay(Number(found[1]), Number(found[2]), Number(found[3]))) throw wrong('date', path);
  return found[0];
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `2016-01-01 08:00:00.000`, UTC, as DATETIME(3) is written. */
export function sqlTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 23).replace('T', ' ');
}

/**
 * The window of `inLast`: `days: n` is today and the n − 1 local days before; `months: n` is the
 * current calendar month and the n − 1 before. The end is excluded.
 */
export function lastWindow(
  type: 'dateTime' | 'date',
  value: unknown,
  path: string,
  now: Date,
  zone: string,
): { from: string; to: string } {
  const span = value as { days?: unknown; months?: unknown } | null;
  const given = span && typeof span === 'object' ? Object.keys(span) : [];
  const unit = given[0];
  if (given.length !== 1 || (unit !== 'days' && unit !== 'months')) throw badInput('inLastNeedsOne', path);
  const count = span?.[unit];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 100_000) {
    throw badInput('wrongValue', `${path}.${unit}`, { type: 'integer' });
  }
  const today = localDay(now.getTime(), zone);
  const [from, to] =
    unit === 'days'
      ? [
          Date.UTC(today.year, today.month - 1, today.day - count + 1),
          Date.UTC(today.year, today.month - 1, today.day + 1),
        ]
      : [Date.UTC(today.year, today.month - count, 1), Date.UTC(today.year, today.month, 1)];
  if (from < Date.UTC(1000, 0, 1)) throw badInput('wrongValue', `${path}.${unit}`, { type: 'integer' });
  if (type === 'date') {
    return { from: new Date(from).toISOString().slice(0, 10), to: new Date(to).toISOString().slice(0, 10) };
  }
  return { from: sqlTime(instantOf(from, zone)), to: sqlTime(instantOf(to, zone)) };
}
