import type { ReadFieldType } from '../model.js';
import { badInput } from '../problems.js';
import { type Sql, sql } from '../sql.js';
import { sqlTime } from '../values.js';
import { zoneChanges } from '../zone.js';

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

export function isBucketUnit(unit: string): unit is BucketUnit {
  return (bucketUnits as readonly string[]).includes(unit);
}

/** Instants (milliseconds) between which the times of a statement lie. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The wall clock of a UTC column: the zone's offset as a number, or, where it changes inside the
 * span, a CASE over the changes, the latest first since most rows are young.
 */
function localSql(value: Sql, zone: string, { from, to }: Span): Sql {
  const changes = zoneChanges(zone, from, to);
  const [latest, ...earlier] = changes;
  if (!latest) throw new Error(`The zone ${zone} has no offset.`);
  if (earlier.length === 0) return sql`(${value} + INTERVAL ${latest.offset} SECOND)`;
  const cases = changes
    .slice(0, -1)
    .map(({ at, offset }) => sql`WHEN ${value} >= ${`'${sqlTime(at)}'`} THEN ${offset}`);
  const text = cases.map((c) => c.text).join(' ');
  const offset: Sql = {
    text: `CASE ${text} ELSE ${changes.at(-1)?.offset ?? 0} END`,
    binds: cases.flatMap((c) => c.binds),
  };
  return sql`(${value} + INTERVAL ${offset} SECOND)`;
}

/** The bucket of a time or date as a value that groups and sorts rightly; `bucketText` shows it. */
export function bucketSql(
  value: Sql,
  type: ReadFieldType,
  unit: BucketUnit,
  zone: string,
  span: Span,
  path: string,
): Sql {
  if (type !== 'dateTime' && type !== 'date') throw badInput('bucketUnknown', path, { bucket: unit });
  if (type === 'date' && unit === 'HOUR_OF_DAY') throw badInput('bucketUnknown', path, { bucket: unit });
  const local = type === 'date' ? value : localSql(value, zone, span);
  switch (unit) {
    case 'DAY':
      return sql`DATE(${local})`;
    case 'WEEK':
      return sql`YEARWEEK(${local}, 3)`;
    case 'MONTH':
      return sql`EXTRACT(YEAR_MONTH FROM ${local})`;
    case 'QUARTER':
      return sql`(YEAR(${local}) * 10 + QUARTER(${local}))`;
    case 'YEAR':
      return sql`YEAR(${local})`;
    case 'HOUR_OF_DAY':
      return sql`HOUR(${local})`;
    case 'WEEKDAY':
      return sql`(WEEKDAY(${local}) + 1)`;
    case 'MONTH_OF_YEAR':
      return sql`MONTH(${local})`;
  }
}

/** The text of a bucket: `2026-W10`, `2026-Q1`, `07`. */
export function bucketText(unit: BucketUnit, value: unknown): string {
  const text = String(value);
  switch (unit) {
    case 'DAY':
      return text.slice(0, 10);
    case 'WEEK':
      return `${text.slice(0, 4)}-W${text.slice(4)}`;
    case 'MONTH':
      return `${text.slice(0, 4)}-${text.slice(4)}`;
    case 'QUARTER':
      return `${text.slice(0, 4)}-Q${text.slice(4)}`;
    case 'YEAR':
      return text.padStart(4, '0');
    case 'WEEKDAY':
      return text;
    case 'HOUR_OF_DAY':
    case 'MONTH_OF_YEAR':
      return text.padStart(2, '0');
  }
}
