import { parseAddress } from '@kehu/database/address';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { createPool, type Pool } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mysqlRunner } from './mysql-runner.js';
import { SqlNumber } from './runner.js';

let test: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  test = await testDatabase();
  pool = createPool({ ...parseAddress(test.url), connectionLimit: 2 });
}, 120_000);
afterAll(async () => {
  await pool.end();
  await test.drop();
}, 60_000);

const options = { primary: false, timeoutSeconds: 5 };

it('answers rows as arrays, decimals and times as text', async () => {
  const runner = mysqlRunner({ pool, dialect: 'mariadb' });
  const sql = "SELECT ?, CAST(? AS DECIMAL(30,4)), TIMESTAMP('2026-01-01 10:00:00'), ? IN (?)";
  const rows = await runner.query(
    sql,
    ["it's", new SqlNumber('12345678901234567890.1234'), 2, [1, 2]],
    options,
  );
  expect(rows).toEqual([["it's", '12345678901234567890.1234', '2026-01-01 10:00:00', 1]]);
});

it('ends a statement that runs too long', async () => {
  const runner = mysqlRunner({ pool, dialect: 'mariadb' });
  const slow = 'SELECT SLEEP(5) FROM (SELECT 1 UNION SELECT 2) x';
  await expect(runner.query(slow, [], { primary: true, timeoutSeconds: 0.2 })).rejects.toMatchObject({
    code: 'TIMEOUT',
  });
});

it('writes the request’s id into the statement, harmlessly', async () => {
  const seen: string[] = [];
  const noting = {
    query: (q: { sql: string }) => {
      seen.push(q.sql);
      return pool.query(q.sql);
    },
  } as unknown as Pool;
  const runner = mysqlRunner({ pool: noting, dialect: 'mysql' });
  await runner.query('SELECT 1', [], { ...options, requestId: 'ab-1 */ DROP' });
  expect(seen).toEqual(['SELECT /*+ MAX_EXECUTION_TIME(5000) */ 1 /* ab-1DROP */']);
});

it('reads from the replica unless the primary is asked for', async () => {
  const asked: string[] = [];
  const named = (name: string) => {
    const query = async () => {
      asked.push(name);
      return [[]];
    };
    return { query } as unknown as Pool;
  };
  const runner = mysqlRunner({ pool: named('primary'), replica: named('replica'), dialect: 'mariadb' });
  await runner.query('SELECT 1', [], { primary: false, timeoutSeconds: 1 });
  await runner.query('SELECT 1', [], { primary: true, timeoutSeconds: 1 });
  expect(asked).toEqual(['replica', 'primary']);
});

it('says UNAVAILABLE when nobody answers', async () => {
  const nobody = createPool({ host: '127.0.0.1', port: 1, connectionLimit: 1 });
  const runner = mysqlRunner({ pool: nobody, dialect: 'mariadb' });
  await expect(runner.query('SELECT 1', [], options)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await nobody.end();
});

it('lets nothing but a number be a number literal', () => {
  for (const text of ['1; DROP TABLE x', '', '1e5', 'NaN', '--1'])
    expect(() => new SqlNumber(text)).toThrow();
  expect(SqlNumber.double(0.1).toSqlString()).toBe('1e-1');
});
