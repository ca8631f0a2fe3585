import { createHash } from 'node:crypto';

/** What the database keeps of a key. */
const longestKey = 190;

/**
 * The parts of a key as one text: joined by `|`, with `|` and `\` inside a part escaped, so that two
 * different keys never become one. Too long a key keeps its beginning and a digest of the whole.
 */
export function joinKey(parts: readonly string[]): string {
  const joined = parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join('|');
  if ([...joined].length <= longestKey) return joined;
  const digest = createHash('sha256').update(joined).digest('hex').slice(0, 32);
  return `${[...joined].slice(0, longestKey - 33).join('')}#${digest}`;
}
