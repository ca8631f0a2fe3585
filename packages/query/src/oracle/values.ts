import { Decimal } from 'decimal.js';
import type { ReadFieldType } from '../model.js';

/**
 * A stored value in its plain form: text, enum, date and month as text; times as ISO text in UTC;
 * decimals as text; integers and doubles as numbers. Null is the absence of one.
 */
export type Value = string | number | boolean | null;

/** A comparable form of a value: smaller, equal and greater mean what they mean in the contract. */
export type Comparable = string | number | bigint | Decimal;

/** The comparable form; times without an offset are read in `zone`. Null stays null. */
export function comparable(type: ReadFieldType, value: unknown, zone: string): Comparable | null {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'id':
      return BigInt(String(value));
    case 'boolean':
      return value === true ? 1 : 0;
    case 'integer':
    case 'double':
      return Number(value);
    case 'decimal':
      return new Decimal(String(value));
    case 'dateTime':
      return instant(String(value), zone);
    default:
      return String(value);
  }
}

/** Negative, zero or positive; texts by code point, as a binary collation orders them. */
export function compare(a: Comparable | null, b: Comparable | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (a instanceof Decimal || b instanceof Decimal) {
    return new Decimal(String(a)).comparedTo(new Decimal(String(b)));
  }
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTexts(a: string, b: string): number {
  const left = Array.from(a, (c) => c.codePointAt(0) ?? 0);
  const right = Array.from(b, (c) => c.codePointAt(0) ?? 0);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of an instant in a zone. */
export function localTime(milliseconds: number, zone: string): LocalTime {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(milliseconds)) part[type] = Number(value);
  const of = (name: string) => part[name] ?? 0;
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
  };
}

/** The instant, in milliseconds, of a text with an offset or, without one, of that wall clock in the zone. */
export function instant(text: string, zone: string): number {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Date.parse(text);
  const wall = Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);
  return instantOfWall(wall, zone);
}

/** The instant at which the clock on the wall shows `wall` (milliseconds as if it were UTC). */
export function instantOfWall(wall: number, zone: string): number {
  // Two steps settle it everywhere outside the hour that a change of summer time skips or repeats.
  let guess = wall;
  for (let step = 0; step < 3; step++) guess = wall - offsetAt(guess, zone);
  return guess;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(milliseconds: number, zone: string): number {
  const t = localTime(milliseconds, zone);
  const wall = Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute, t.second);
  return wall - Math.floor(milliseconds / 1000) * 1000;
}

/** `YYYY-MM-DD` of an instant on the zone's calendar. */
export function localDate(milliseconds: number, zone: string): string {
  const t = localTime(milliseconds, zone);
  return `${t.year}-${two(t.month)}-${two(t.day)}`;
}

/** The day `days` later on the calendar; zones do not matter. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function two(n: number): string {
  return String(n).padStart(2, '0');
}
