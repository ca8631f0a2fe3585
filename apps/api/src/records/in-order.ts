import type { RecordRow } from './encode.js';

/** Rows in the order of an id that they hold, lowest first: the one order in which records are locked. */
export function inOrderOf(rows: readonly RecordRow[], property: string): RecordRow[] {
  return [...rows].sort((a, b) => (BigInt(String(a[property])) < BigInt(String(b[property])) ? -1 : 1));
}
