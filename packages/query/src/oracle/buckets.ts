import type { ReadFieldType } from '../model.js';
import { addDays, localTime, two } from './values.js';

/** The units of time that a group may be made by. */
export const bucketUnits = [
  'DAY',
  'WEEK',
  'MONTH',
  'QUARTER',
  'YEAR',
  'HOUR_OF_DAY',
  'WEEKDAY',
  'MONTH_OF_YEAR',
] as const;
export type BucketUnit = (typeof bucketUnits)[number];

/** The bucket of a time (in the zone) or date, as the text that `key` shows; null for null. */
export function bucketOf(
  type: ReadFieldType,
  value: string | null,
  unit: BucketUnit,
  zone: string,
): string | null {
  if (value === null) return null;
  if (type === 'date') return named(value, 0, unit);
  const t = localTime(Date.parse(value), zone);
  return named(`${t.year}-${two(t.month)}-${two(t.day)}`, t.hour, unit);
}

function named(date: string, hour: number, unit: BucketUnit): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  switch (unit) {
    case 'DAY':
      return date;
    case 'WEEK':
      return isoWeek(date);
    case 'MONTH':
      return `${year}-${month}`;
    case 'QUARTER':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'YEAR':
      return year;
    case 'HOUR_OF_DAY':
      return two(hour);
    case 'WEEKDAY':
      return String(weekday(date));
    case 'MONTH_OF_YEAR':
      return month;
  }
}

/** Monday 1 … Sunday 7. */
function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - weekday(date));
  const firstOfYear = `${thursday.slice(0, 4)}-01-01`;
  const days = (Date.parse(thursday) - Date.parse(firstOfYear)) / 86_400_000;
  return `${thursday.slice(0, 4)}-W${two(Math.floor(days / 7) + 1)}`;
}
