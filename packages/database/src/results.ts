import type { Change } from './connection.js';

/** What the driver says of a statement that changes rows. */
export function asChange(result: unknown): Change {
  if (typeof result === 'object' && result !== null && 'affectedRows' in result) {
    const { affectedRows, insertId } = result as { affectedRows: number; insertId: number | string };
    return { affectedRows, insertId: String(insertId) };
  }
  throw new Error('the statement answered rows; use query for it');
}
