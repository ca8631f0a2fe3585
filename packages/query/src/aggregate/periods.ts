import { badInput } from '../problems.js';
import { lastWindow, readInstant } from '../values.js';
import { instantOf, localText } from '../zone.js';
import { type BucketUnit } from './buckets.js';
import { type GroupKey, pathOf } from './keys.js';

export type CompareTo = 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR';

const periods: readonly BucketUnit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
const day = 86_400_000;

/** The key whose period is compared: the one bucket of time among the keys. */
export function comparedKey(keys: readonly GroupKey[]): number {
  const found = keys.flatMap((key, i) => (key.unit && periods.includes(key.unit) ? [i] : []));
  if (found.length !== 1 || found[0] === undefined) throw badInput('compareNeedsPeriod', 'compareTo');
  return found[0];
}

/** The period before, of the same length, or a year before; null when there is no such period (29 February, week 53). */
export function periodBefore(unit: BucketUnit, text: string, compareTo: CompareTo): string | null {
  const year = Number(text.slice(0, 4));
  const rest = Number(text.replace(/^\d+-?[QW]?/, '').slice(0, 2));
  const lastYear = compareTo === 'SAME_PERIOD_LAST_YEAR';
  const four = (y: number) => String(y).padStart(4, '0');
  const two = (n: number) => String(n).padStart(2, '0');
  switch (unit) {
    case 'YEAR':
      return four(year - 1);
    case 'QUARTER':
      return lastYear || rest > 1
        ? `${four(lastYear ? year - 1 : year)}-Q${lastYear ? rest : rest - 1}`
        : `${four(year - 1)}-Q4`;
    case 'MONTH':
      return lastYear || rest > 1
        ? `${four(lastYear ? year - 1 : year)}-${two(lastYear ? rest : rest - 1)}`
        : `${four(year - 1)}-12`;
    case 'WEEK':
      if (!lastYear) return weekText(mondayOf(year, rest) - 7 * day);
      return rest <= weeksOf(year - 1) ? `${four(year - 1)}-W${two(rest)}` : null;
    default: {
      const date = new Date(`${text}T00:00:00Z`);
      if (!lastYear) return new Date(date.getTime() - day).toISOString().slice(0, 10);
      const before = new Date(Date.UTC(year - 1, date.getUTCMonth(), date.getUTCDate()));
      return before.getUTCMonth() === date.getUTCMonth() ? before.toISOString().slice(0, 10) : null;
    }
  }
}

/** Midnight (UTC milliseconds) of the Monday of an ISO week. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * day + (week - 1) * 7 * day;
}

function weeksOf(year: number): number {
  return Math.round((mondayOf(year + 1, 1) - mondayOf(year, 1)) / (7 * day));
}

function isoWeek(at: number): { year: number; week: number; sinceMonday: number } {
  const midnight = Math.floor(at / day) * day;
  const monday = midnight - ((new Date(midnight).getUTCDay() || 7) - 1) * day;
  const year = new Date(monday + 3 * day).getUTCFullYear();
  return { year, week: Math.round((monday - mondayOf(year, 1)) / (7 * day)) + 1, sinceMonday: at - monday };
}

function weekText(monday: number): string {
  const { year, week } = isoWeek(monday);
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** A wall clock one period earlier; a day that the earlier month lacks becomes its last. */
function wallBefore(wall: number, unit: BucketUnit, compareTo: CompareTo): number {
  if (unit === 'WEEK' && compareTo === 'SAME_PERIOD_LAST_YEAR') {
    const { year, week, sinceMonday } = isoWeek(wall);
    return mondayOf(year - 1, week) + sinceMonday;
  }
  if (compareTo === 'PREVIOUS_PERIOD' && unit === 'DAY') return wall - day;
  if (compareTo === 'PREVIOUS_PERIOD' && unit === 'WEEK') return wall - 7 * day;
  const months = compareTo === 'SAME_PERIOD_LAST_YEAR' || unit === 'YEAR' ? 12 : unit === 'QUARTER' ? 3 : 1;
  const at = new Date(wall);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate();
  return first + (Math.min(at.getUTCDate(), last) - 1) * day + (((wall % day) + day) % day);
}

export interface Shift {
  readonly key: GroupKey;
  readonly compareTo: CompareTo;
  readonly zone: string;
  readonly now: Date;
}

/** The filter with every condition on the compared time moved one period back: the same question, earlier. */
export function shiftedWhere(where: unknown, shift: Shift): unknown {
  return shiftedAt(where, pathOf(shift.key).split('.'), shift);
}

function shiftedAt(where: unknown, path: readonly string[], shift: Shift): unknown {
  if (where === null || typeof where !== 'object') return where;
  if (Array.isArray(where)) return where.map((w) => shiftedAt(w, path, shift));
  const [name = '', ...rest] = path;
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(where)) {
    if (key === 'and' || key === 'or' || key === 'not') moved[key] = shiftedAt(value, path, shift);
    else if (key !== name) moved[key] = value;
    else moved[key] = rest.length === 0 ? shiftedOperators(value, shift) : shiftedAt(value, rest, shift);
  }
  return moved;
}

function shiftedOperators(operators: unknown, shift: Shift): unknown {
  if (operators === null || typeof operators !== 'object') return operators;
  const moved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(operators)) {
    if (name === 'isNull' || name.endsWith('Field')) moved[name] = value;
    else if (name === 'inLast') {
      const type = shift.key.field.type === 'date' ? 'date' : 'dateTime';
      const window = lastWindow(type, value, 'where', shift.now, shift.zone);
      const utc = (text: string) => (type === 'date' ? text : `${text.replace(' ', 'T')}Z`);
      moved.between = {
        from: shiftedValue(utc(window.from), shift),
        to: shiftedValue(utc(window.to), shift),
      };
    } else if (Array.isArray(value)) moved[name] = value.map((v) => shiftedValue(v, shift));
    else if (name === 'between' && value !== null && typeof value === 'object') {
      moved[name] = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shiftedValue(v, shift)]));
    } else moved[name] = shiftedValue(value, shift);
  }
  return moved;
}

function shiftedValue(value: unknown, { key, compareTo, zone }: Shift): unknown {
  if (value === null || value === undefined) return value;
  const unit = key.unit ?? 'DAY';
  if (key.field.type === 'date') {
    const wall = Date.parse(`${String(value)}T00:00:00Z`);
    if (Number.isNaN(wall)) return value;
    return new Date(wallBefore(wall, unit, compareTo)).toISOString().slice(0, 10);
  }
  const local = localText(readInstant(value, 'where', zone), zone);
  const wall = Date.parse(`${local.slice(0, 23)}Z`);
  return new Date(instantOf(wallBefore(wall, unit, compareTo), zone)).toISOString();
}
