import type { Declarations, FieldSpecs } from './declare.js';
import { isComparable, type SchemaField, type SchemaKind } from './kinds.js';
import { texts } from './texts.js';

export const timeBuckets = [
  'DAY',
  'WEEK',
  'MONTH',
  'QUARTER',
  'YEAR',
  'HOUR_OF_DAY',
  'WEEKDAY',
  'MONTH_OF_YEAR',
] as const;

/** The enums that orders, groups and paths share. */
export function declareSharedEnums(to: Declarations): void {
  to.enum('Direction', ['ASC', 'DESC']);
  to.enum('Plain', ['VALUE']);
  to.enum('TimeBucket', timeBuckets);
  to.enum(
    'DateBucket',
    timeBuckets.filter((bucket) => bucket !== 'HOUR_OF_DAY'),
  );
  to.enum('TimeZoneChoice', ['ORGANISATION'], texts.zone);
  to.enum('ComparePeriod', ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'], texts.compareTo);
}

/** `OrderOrderBy`: one field each, nested through to-one relations and children as numbers. */
export function declareOrderBy(to: Declarations, kind: SchemaKind): void {
  const fields: Record<string, FieldSpecs[string]> = {};
  for (const { read, text } of kind.fields.filter(isComparable)) {
    fields[read.name] = { type: to.ref('Direction'), label: text };
  }
  for (const { read, text } of kind.toOne) {
    fields[read.name] = { type: to.ref(`${read.target}OrderBy`), label: text };
  }
  for (const { read, text } of kind.toMany) {
    fields[`${read.name}Aggregate`] = { type: to.ref(`${read.target}ChildrenOrderBy`), label: text };
  }
  to.input(`${kind.name}OrderBy`, fields, texts.orderBy);
}

function bucketsOf(field: SchemaField): string {
  if (field.read.type === 'dateTime') return 'TimeBucket';
  return field.read.type === 'date' ? 'DateBucket' : 'Plain';
}

/** `OrderGroupBy`: one field each; a plain field by VALUE, a time by a bucket. */
export function declareGroupBy(to: Declarations, kind: SchemaKind): void {
  const fields: Record<string, FieldSpecs[string]> = {};
  for (const field of kind.fields.filter(isComparable)) {
    fields[field.read.name] = { type: to.ref(bucketsOf(field)), label: field.text };
  }
  for (const { read, text } of kind.toOne) {
    fields[read.name] = { type: to.ref(`${read.target}GroupBy`), label: text };
  }
  to.input(`${kind.name}GroupBy`, fields, texts.groupBy);
}
