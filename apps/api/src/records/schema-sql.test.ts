import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../migrations/migrate.js';
import { columnDefinitions, createTable } from './schema-sql.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await migrateDatabase(database.database);
});
afterAll(() => database?.drop());

async function columnsOf(table: string) {
  const rows = await database.database.query(
    `SELECT column_name AS name, column_type AS type, is_nullable AS nullable FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
    [table],
  );
  return rows as { name: string; type: string; nullable: string }[];
}

/** The catalogue's definition as the database describes it, by making a table of it. */
async function expectedColumns(kind: Kind) {
  const scratch = `scratch_${kind.table}`;
  const sql = createTable({ ...kind, table: scratch })
    .replace(/FOREIGN KEY[^\n]*\n/g, '')
    .replace(/,\s*\) ENGINE/, '\n) ENGINE');
  await database.database.query(`${sql} DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  const columns = await columnsOf(scratch);
  await database.database.query(`DROP TABLE ${scratch}`);
  return columns;
}

describe('the tables that the migrations make', () => {
  it.each(catalogue.map((kind) => [kind.name, kind] as const))(
    'hold every field of %s, of its type',
    async (_, kind) => {
      const sorted = (columns: { name: string }[]) =>
        [...columns].sort((a, b) => a.name.localeCompare(b.name));
      const actual = await columnsOf(kind.table);
      const catalogued = new Set(columnDefinitions(kind).keys());
      expect(sorted(actual.filter((c) => catalogued.has(c.name)))).toEqual(
        sorted(await expectedColumns(kind)),
      );
      expect(actual.filter((c) => !catalogued.has(c.name)).map((c) => c.name)).toEqual([]);
    },
  );
});
