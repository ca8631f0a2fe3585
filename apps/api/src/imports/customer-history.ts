import type { Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import { sqlTime } from './bulk-update.js';

/** Attributes that are kept with from and to, with the column that holds them in both tables. */
const kept = [
  { attribute: 'OWNER', column: 'owner_id' },
  { attribute: 'GRADE', column: 'grade' },
  { attribute: 'REGION', column: 'region_id' },
  { attribute: 'STORE', column: 'store_id' },
] as const;

/**
 * Brings the history of customers up to what their files say now: a value that ended is closed, a new
 * one opened, from the time of the import (when it began in the world outside, no file says).
 */
export async function keepCustomerHistory(
  connection: Queryable,
  ids: IdBlocks,
  customerIds: readonly string[],
  now: Date,
): Promise<void> {
  if (customerIds.length === 0) return;
  const at = sqlTime(now);
  for (const { attribute, column } of kept) {
    await connection.change(
      `UPDATE customer_history h JOIN customer c ON c.id = h.customer_id
       SET h.valid_to = ?, h.version = h.version + 1, h.updated_at = ?
       WHERE h.customer_id IN (?) AND h.attribute = ? AND h.valid_to IS NULL AND NOT (h.${column} <=> c.${column})`,
      [at, at, customerIds, attribute],
    );
    const open = await connection.query<{ id: string; value: string }>(
      `SELECT c.id, c.${column} AS value FROM customer c
       WHERE c.id IN (?) AND c.${column} IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM customer_history h
         WHERE h.customer_id = c.id AND h.attribute = ? AND h.valid_to IS NULL)`,
      [customerIds, attribute],
    );
    if (open.length === 0) continue;
    const newIds = await ids.take(open.length);
    const rows = open.map(({ id, value }, index) => [
      newIds[index] ?? '',
      id,
      attribute,
      value,
      at,
      at,
      at,
      1,
    ]);
    await connection.query(
      `INSERT INTO customer_history (id, customer_id, attribute, ${column}, valid_from, created_at, updated_at, version) VALUES ?`,
      [rows],
    );
  }
}
