import { Decimal } from 'decimal.js';
import type { ReadFieldType, ReadKind } from '../model.js';
import { type Comparable, comparable, compare, type Value } from './values.js';
import type { Row, View } from './world.js';

/** A number or value computed over rows; `Decimal` when it is a number. */
export interface Measured {
  readonly type: ReadFieldType;
  readonly value: Value | Decimal;
}

/** Sums and averages of decimals and integers are exact here: twenty digits more than anything stored. */
const Exact = Decimal.clone({ precision: 60 });

/** `sum`, `avg`, `min`, `max`, `median`, `countDistinct` of a field (or, to be counted, a to-one relation). */
export function aggregateValue(
  view: View,
  kind: ReadKind,
  rows: readonly Row[],
  measure: string,
  name: string,
): Measured {
  if (measure === 'countDistinct') return { type: 'integer', value: distinct(view, kind, rows, name) };
  const field = view.field(kind, name);
  const values = rows
    .map((row) => view.value(row, field))
    .filter((v): v is Exclude<Value, null> => v !== null);
  if (measure === 'min' || measure === 'max') {
    const sign = measure === 'min' ? 1 : -1;
    const keyed = values.map((value) => ({ value, key: comparable(field.type, value, view.zone) }));
    keyed.sort((a, b) => sign * compare(a.key, b.key));
    return { type: field.type, value: keyed[0]?.value ?? null };
  }
  const numbers = values.map((v) => new Exact(String(v)));
  return { type: 'decimal', value: numberOf(measure, numbers) };
}

function numberOf(measure: string, numbers: readonly Decimal[]): Decimal | null {
  if (numbers.length === 0) return null;
  switch (measure) {
    case 'sum':
      return total(numbers);
    case 'avg':
      return total(numbers).div(numbers.length);
    case 'median':
      return percentile(numbers, 0.5);
    default:
      throw new Error(`no measure ${measure}`);
  }
}

function total(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((sum, n) => sum.plus(n), new Exact(0));
}

/** Linear interpolation between the two nearest ranks, p from 0 to 1. */
export function percentile(numbers: readonly Decimal[], p: number): Decimal | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a.comparedTo(b));
  const rank = new Exact(p).times(sorted.length - 1);
  const below = Math.floor(rank.toNumber());
  const low = new Exact(sorted[below] ?? 0);
  const high = new Exact(sorted[Math.min(below + 1, sorted.length - 1)] ?? 0);
  return low.plus(high.minus(low).times(rank.minus(below)));
}

/** The numbers of a field, for percentiles. */
export function numbersOf(view: View, kind: ReadKind, rows: readonly Row[], name: string): Decimal[] {
  const field = view.field(kind, name);
  return rows
    .map((row) => view.value(row, field))
    .filter((v) => v !== null)
    .map((v) => new Exact(String(v)));
}

function distinct(view: View, kind: ReadKind, rows: readonly Row[], name: string): number {
  const seen = new Set<string>();
  const relation = kind.relations.get(name);
  for (const row of rows) {
    if (relation?.is === 'one') {
      const other = view.toOne(row, relation);
      if (other) seen.add(other.id);
      continue;
    }
    const field = view.field(kind, name);
    const key: Comparable | null = comparable(field.type, view.value(row, field), view.zone);
    if (key !== null) seen.add(key instanceof Decimal ? key.toFixed() : String(key));
  }
  return seen.size;
}
