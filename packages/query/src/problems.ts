import { ReadError } from './errors.js';

/** BAD_USER_INPUT with the place in the input. */
export function badInput(
  message: string,
  path: string,
  values: Readonly<Record<string, string | number>> = {},
): ReadError {
  return new ReadError('BAD_USER_INPUT', [{ message: `read.${message}`, path, values }]);
}

/** QUERY_TOO_EXPENSIVE with the cost, the limit and the most expensive part. */
export function tooExpensive(message: string, values: Readonly<Record<string, string | number>>): ReadError {
  return new ReadError('QUERY_TOO_EXPENSIVE', [{ message: `read.${message}`, values }]);
}
