import { Decimal } from 'decimal.js';

/**
 * Where an answer differs from what was expected, as one sentence; null when it does not. Numbers
 * that the evaluator computed (a `Decimal`) may be answered as a number or text: exactly when they
 * end within the digits that a database keeps, else to its last digit. Everything else is equal or
 * it is not.
 */
export function difference(expected: unknown, actual: unknown, path = 'answer'): string | null {
  if (expected instanceof Decimal) return numberDifference(expected, actual, path);
  if (typeof expected === 'number' && typeof actual === 'number') {
    return numberDifference(new Decimal(expected), actual, path);
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return listDifference(expected, actual, path);
  if (isObject(expected) && isObject(actual)) return objectDifference(expected, actual, path);
  return Object.is(expected, actual) ? null : told(path, expected, actual);
}

/** Averages come with four to eight digits after the point, doubles with about fifteen in all. */
const absolute = new Decimal('0.00006');
const relative = new Decimal('1e-12');

function numberDifference(expected: Decimal, actual: unknown, path: string): string | null {
  if (
    (typeof actual !== 'string' && typeof actual !== 'number') ||
    !/^-?[\d.]+(e-?\d+)?$/i.test(String(actual))
  ) {
    return told(path, expected.toString(), actual);
  }
  const off = expected.minus(String(actual)).abs();
  const exact = expected.decimalPlaces() <= 4;
  const allowed = exact ? expected.abs().times(relative) : absolute;
  return off.lessThanOrEqualTo(allowed) ? null : told(path, expected.toString(), actual);
}

function listDifference(
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): string | null {
  if (expected.length !== actual.length) {
    return `${path}: expected ${expected.length} entries, got ${actual.length}`;
  }
  return first(expected.map((_, i) => () => difference(expected[i], actual[i], `${path}[${i}]`)));
}

function objectDifference(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  path: string,
): string | null {
  const surplus = Object.keys(actual).find((key) => !(key in expected));
  if (surplus !== undefined)
    return `${path}: ${surplus} was not asked for, got ${JSON.stringify(actual[surplus])}`;
  return first(
    Object.keys(expected).map((key) => () => difference(expected[key], actual[key], `${path}.${key}`)),
  );
}

function first(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const found = check();
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
