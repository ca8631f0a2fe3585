import { cleanText } from '@kehu/domain/text/clean';
import { badInput } from './errors.js';

const longestReason = 500;

/** A reason that must be given: clean text of at most 500 characters; BAD_USER_INPUT at `path` otherwise. */
export function cleanReason(given: unknown, path: string): string {
  const reason = typeof given === 'string' ? cleanText(given).text : '';
  if (reason === '') throw badInput({ path, message: 'input.required' });
  if ([...reason].length > longestReason)
    throw badInput({ path, message: 'input.tooLong', values: { max: longestReason } });
  return reason;
}

/** A reason that may be given; one that says nothing is none. */
export function optionalReason(given: unknown, path: string): string | null {
  const silent = given == null || (typeof given === 'string' && cleanText(given).text === '');
  return silent ? null : cleanReason(given, path);
}
