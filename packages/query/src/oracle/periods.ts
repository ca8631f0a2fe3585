import { type BucketUnit, bucketOf } from './buckets.js';
import { addDays, instantOfWall, localDate, offsetAt, two } from './values.js';

type Nested = { readonly [key: string]: unknown };

export type CompareTo = 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR';

/** The buckets that have one before them. */
export const periodUnits: readonly BucketUnit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

/** What is moved: which time, by which period, seen from where and when. */
export interface Move {
  /** Relations and field of the compared time. */
  readonly path: readonly string[];
  readonly type: 'dateTime' | 'date';
  readonly unit: BucketUnit;
  readonly compareTo: CompareTo;
  readonly zone: string;
  readonly now: Date;
}

/** The bucket one period (or a year) before; null where the calendar has none. */
export function bucketBefore(bucket: string, unit: BucketUnit, compareTo: CompareTo): string | null {
  if (compareTo === 'PREVIOUS_PERIOD') return bucketOf('date', addDays(firstDay(bucket, unit), -1), unit, '');
  const earlier = `${Number(bucket.slice(0, 4)) - 1}${bucket.slice(4)}`;
  return bucketOf('date', firstDay(earlier, unit), unit, '') === earlier ? earlier : null;
}

function firstDay(bucket: string, unit: BucketUnit): string {
  const year = bucket.slice(0, 4);
  switch (unit) {
    case 'WEEK':
      return addDays(firstMonday(Number(year)), (Number(bucket.slice(6)) - 1) * 7);
    case 'MONTH':
      return `${bucket}-01`;
    case 'QUARTER':
      return `${year}-${two(Number(bucket.slice(6)) * 3 - 2)}-01`;
    case 'YEAR':
      return `${year}-01-01`;
    default:
      return addDays(bucket, 0);
  }
}

/** The Monday of ISO week 1: that of 4 January. */
function firstMonday(year: number): string {
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekday(fourth));
}

function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** A day one period earlier; a day that the earlier month lacks becomes its last. */
function dayBefore(date: string, { unit, compareTo }: Move): string {
  const lastYear = compareTo === 'SAME_PERIOD_LAST_YEAR';
  if (unit === 'WEEK' && lastYear) {
    const week = String(bucketOf('date', date, 'WEEK', ''));
    const monday = firstDay(`${Number(week.slice(0, 4)) - 1}${week.slice(4)}`, 'WEEK');
    return addDays(monday, weekday(date) - 1);
  }
  if (unit === 'DAY' && !lastYear) return addDays(date, -1);
  if (unit === 'WEEK') return addDays(date, -7);
  const months = lastYear || unit === 'YEAR' ? 12 : unit === 'QUARTER' ? 3 : 1;
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const start = `${Math.floor(month / 12)}-${two((month % 12) + 1)}`;
  for (let day = Number(date.slice(8)); ; day--) {
    const moved = addDays(`${start}-01`, day - 1);
    if (moved.startsWith(start)) return moved;
  }
}

/** The filter with every condition on the compared time moved: the same question one period earlier. */
export function whereBefore(where: Nested, move: Move, path = move.path): Nested {
  const [name, ...rest] = path;
  return Object.fromEntries(
    Object.entries(where).map(([key, inner]) => {
      if (key === 'and' || key === 'or')
        return [key, (inner as readonly Nested[]).map((part) => whereBefore(part, move, path))];
      if (key === 'not') return [key, whereBefore(inner as Nested, move, path)];
      if (key !== name) return [key, inner];
      if (rest.length > 0) return [key, whereBefore(inner as Nested, move, rest)];
      return [
        key,
        Object.fromEntries(Object.entries(inner as Nested).map((one) => operatorBefore(one, move))),
      ];
    }),
  );
}

function operatorBefore([operator, operand]: [string, unknown], move: Move): [string, unknown] {
  if (operator === 'isNull' || operator.endsWith('Field')) return [operator, operand];
  if (operator === 'inLast') {
    const today = localDate(move.now.getTime(), move.zone);
    const from = addDays(today, 1 - Number((operand as Nested).days));
    return ['between', { from: valueBefore(from, move), to: valueBefore(addDays(today, 1), move) }];
  }
  if (Array.isArray(operand)) return [operator, operand.map((one) => valueBefore(String(one), move))];
  if (operator !== 'between') return [operator, valueBefore(String(operand), move)];
  const { from, to } = operand as Nested;
  return [operator, { from: valueBefore(String(from), move), to: valueBefore(String(to), move) }];
}

/** A day moved on the calendar, or a time moved on the wall clock of the zone. */
function valueBefore(value: string, move: Move): string {
  if (move.type === 'date') return dayBefore(value, move);
  const wall = wallOf(value, move.zone);
  const moved = `${dayBefore(wall.slice(0, 10), move)}${wall.slice(10)}`;
  return new Date(instantOfWall(Date.parse(moved), move.zone)).toISOString();
}

/** The wall clock of a time, as if it were UTC; a text without an offset is one already. */
function wallOf(value: string, zone: string): string {
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(value)) {
    return new Date(`${value.length === 10 ? `${value}T00:00` : value}Z`).toISOString();
  }
  const instant = Date.parse(value);
  return new Date(instant + offsetAt(instant, zone)).toISOString();
}
