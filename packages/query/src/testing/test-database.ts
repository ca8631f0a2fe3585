import { createPool, type Pool } from 'mysql2/promise';
import { mysqlRunner } from '../mysql-runner.js';
import type { Runner, SqlRow } from '../runner.js';

/** A database of its own on the test server, with a runner that notes the statements. */
export interface TestDatabase {
  readonly pool: Pool;
  readonly runner: Runner;
  /** Statements run since the list was last emptied. */
  readonly statements: string[];
  close(): Promise<void>;
}

/**
 * Makes an empty database `<name in KEHU_TEST_DATABASE_URL>_<suffix>` on that server, so that test
 * files do not meet.
 */
export async function openTestDatabase(suffix: string): Promise<TestDatabase> {
  const address = process.env.KEHU_TEST_DATABASE_URL;
  if (!address) throw new Error('KEHU_TEST_DATABASE_URL must name a MariaDB or MySQL server and a database.');
  const url = new URL(address);
  const name = `${url.pathname.slice(1) || 'kehu_query_test'}_${suffix}`;
  url.pathname = '';
  const server = createPool({ uri: url.href, connectionLimit: 1 });
  await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
  await server.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  url.pathname = `/${name}`;
  const pool = createPool({ uri: url.href, connectionLimit: 4, timezone: 'Z', charset: 'utf8mb4_bin' });
  const inner = mysqlRunner({ pool, dialect: 'mariadb' });
  const statements: string[] = [];
  const runner: Runner = {
    query(sql, values, options): Promise<readonly SqlRow[]> {
      statements.push(sql);
      return inner.query(sql, values, options);
    },
  };
  return {
    pool,
    runner,
    statements,
    async close() {
      await pool.end();
      await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
      await server.end();
    },
  };
}
