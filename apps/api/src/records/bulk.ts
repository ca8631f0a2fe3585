import type { Queryable } from '@kehu/database/connection';
import type { SqlValue } from '@kehu/database/pool';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { columnName, isStored } from '@kehu/domain/catalogue/kind';
import type { FieldCodec } from './codec.js';
import { encodeRow, type RecordRow, type StoredRow, storedColumns } from './encode.js';

/** Most rows in one statement, and most bytes of values: well below `max_allowed_packet`. */
const mostRows = 1000;
const mostBytes = 4_000_000;

/**
 * Inserts rows of a kind with multi-row statements, in the given order, on the given connection (so
 * inside its transaction). Each row needs its `id`; what a row leaves out is null. `createdAt`,
 * `updatedAt` default to `now`, `version` to 1. No audit: for the demo, the importer, and tests; acts of
 * people go through the command runner.
 */
export async function insertRows(
  connection: Pick<Queryable, 'query'>,
  kind: Kind,
  rows: Iterable<RecordRow>,
  codec: FieldCodec,
  now: Date = new Date(),
): Promise<number> {
  const columns = tableColumns(kind);
  const head = `INSERT INTO ${kind.table} (${columns.map((c) => `\`${c}\``).join(', ')}) VALUES ?`;
  let batch: SqlValue[][] = [];
  let bytes = 0;
  let count = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await connection.query(head, [batch]);
    batch = [];
    bytes = 0;
  };
  const common = { createdAt: now, updatedAt: now, version: 1 };
  for (const row of rows) {
    if (row.id == null) throw new Error(`A row of ${kind.name} has no id.`);
    const stored = encodeRow(kind, { ...common, ...row }, codec);
    batch.push(columns.map((column) => stored[column] ?? null));
    bytes += sizeOf(stored);
    count += 1;
    if (batch.length >= mostRows || bytes >= mostBytes) await flush();
  }
  await flush();
  return count;
}

/** Every SQL column of a kind's table, `id` first. */
export function tableColumns(kind: Kind): string[] {
  const columns = ['id'];
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!isStored(field)) continue;
    columns.push(...(field.is === 'toOne' ? [columnName(name, field)] : storedColumns(name, field)));
  }
  return columns;
}

function sizeOf(row: StoredRow): number {
  let bytes = 0;
  for (const value of Object.values(row)) {
    bytes += typeof value === 'string' ? value.length * 2 : Buffer.isBuffer(value) ? value.length * 2 : 8;
  }
  return bytes;
}
