import { parseAddress } from '@kehu/database/address';
import { testDatabase } from '@kehu/database/testing';
import { createPool, type Pool } from 'mysql2/promise';
import { mysqlRunner } from '../mysql-runner.js';
import type { Runner, SqlRow } from '../runner.js';

/** A database of its own on the test server, with a runner that notes the statements. */
export interface NotingDatabase {
  readonly pool: Pool;
  readonly runner: Runner;
  /** Statements run since the list was last emptied. */
  readonly statements: string[];
  close(): Promise<void>;
}

/** Makes an empty database, so that test files do not meet. */
export async function openTestDatabase(): Promise<NotingDatabase> {
  const test = await testDatabase();
  const address = parseAddress(test.url);
  const pool = createPool({ ...address, connectionLimit: 4, timezone: 'Z', charset: 'utf8mb4_bin' });
  const inner = mysqlRunner({ pool, dialect: 'mariadb' });
  const statements: string[] = [];
  const runner: Runner = {
    query(sql, values, options): Promise<readonly SqlRow[]> {
      statements.push(sql);
      return inner.query(sql, values, options);
    },
    stream(sql, values, options): AsyncIterable<SqlRow> {
      statements.push(sql);
      if (!inner.stream) throw new Error('The runner does not stream.');
      return inner.stream(sql, values, options);
    },
  };
  return {
    pool,
    runner,
    statements,
    async close() {
      await pool.end();
      await test.drop();
    },
  };
}
