import { readInstant } from '../values.js';
import type { Span } from './buckets.js';

const tenYears = 10 * 366 * 86_400_000;

/**
 * The span that a filter leaves to a field: its bounds where everything is ANDed. Without a bound it
 * begins in 1970 and ends ten years from now; times outside keep the nearest known offset.
 */
export function spanOf(where: unknown, path: readonly string[], zone: string, now: Date): Span {
  let from = 0;
  let to = now.getTime() + tenYears;
  for (const bound of bounds(where, path, zone)) {
    if (bound.end === 'from') from = Math.max(from, bound.at);
    else to = Math.min(to, bound.at);
  }
  return from <= to ? { from, to } : { from, to: from };
}

interface Bound {
  readonly end: 'from' | 'to';
  readonly at: number;
}

function bounds(where: unknown, path: readonly string[], zone: string): Bound[] {
  if (where === null || typeof where !== 'object') return [];
  const [name = '', ...rest] = path;
  const { [name]: inner, and } = where as Record<string, unknown>;
  const here = rest.length === 0 ? operatorBounds(inner, zone) : bounds(inner, rest, zone);
  return [...here, ...(Array.isArray(and) ? and.flatMap((w) => bounds(w, path, zone)) : [])];
}

function operatorBounds(operators: unknown, zone: string): Bound[] {
  if (operators === null || typeof operators !== 'object') return [];
  const found: Bound[] = [];
  const add = (end: Bound['end'], value: unknown) => {
    if (typeof value === 'string' || value instanceof Date)
      found.push({ end, at: readInstant(value, '', zone) });
  };
  const { eq, gt, gte, lt, lte, between } = operators as Record<string, unknown>;
  for (const value of [eq, gt, gte]) add('from', value);
  for (const value of [eq, lt, lte]) add('to', value);
  const ends = between as { from?: unknown; to?: unknown } | null | undefined;
  add('from', ends?.from);
  add('to', ends?.to);
  return found;
}
