import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAddress } from './address.js';
import { type Database, openDatabase } from './connection.js';
import { DatabaseTimeoutError, DatabaseUnavailableError, isDuplicateKey } from './errors.js';
import { type CuttingProxy, cuttingProxy } from './test-proxy.js';
import { type TestDatabase, testDatabase } from './testing.js';

let test: TestDatabase;
let database: Database;
let proxy: CuttingProxy;
let throughProxy: Database;

beforeAll(async () => {
  test = await testDatabase();
  database = test.database;
  const address = parseAddress(test.url);
  proxy = await cuttingProxy(
    address.socketPath
      ? { socketPath: address.socketPath }
      : { host: address.host ?? '', port: address.port ?? 0 },
  );
  const url = new URL(test.url);
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  url.searchParams.delete('socketPath');
  throughProxy = await openDatabase({ url: url.toString(), connections: 3 });
  await database.query(`CREATE TABLE exact (id BIGINT PRIMARY KEY, amount DECIMAL(18,4), rate DOUBLE, day DATE,
    at DATETIME(3), name VARCHAR(100)) ENGINE=InnoDB`);
});
afterAll(async () => {
  await throughProxy?.close();
  await proxy?.close();
  await test?.drop();
});

describe('values', () => {
  it('come back exactly: large ids, decimals, dates without a zone, emoji', async () => {
    const row = [
      '9007199254740993',
      '12345678901234.5678',
      0.1,
      '2026-02-28',
      '2026-03-29 02:30:00.123',
      '客戶😀',
    ];
    await database.change('INSERT INTO exact VALUES (?, ?, ?, ?, ?, ?)', row as string[]);
    expect(await database.rows('SELECT * FROM exact')).toEqual([row]);
    await database.change('DELETE FROM exact');
  });

  it('never become part of the statement, objects included', async () => {
    const evil = { toString: () => "x' OR 1=1 -- ", id: 1 } as unknown as string;
    await database.change('INSERT INTO exact (id, name) VALUES (1, ?)', ['plain']);
    for (const value of ["' OR 1=1 -- ", "\\' OR 1=1 -- ", '\u00bf\u0027 OR 1=1 -- ', evil]) {
      expect(await database.rows('SELECT id FROM exact WHERE name = ?', [value])).toEqual([]);
    }
    await database.change('DELETE FROM exact');
  });

  it('that are lists become lists', async () => {
    expect(
      await database.rows('SELECT 2 IN (?), 4 IN (?)', [
        [1, 2],
        [1, 2],
      ]),
    ).toEqual([[1, 0]]);
  });

  it('that are impossible are refused, not mended', async () => {
    await expect(database.change("INSERT INTO exact (id, day) VALUES (5, '2026-02-30')")).rejects.toThrow(
      /date/i,
    );
    await expect(
      database.change('INSERT INTO exact (id, name) VALUES (5, ?)', ['x'.repeat(101)]),
    ).rejects.toThrow(/long/);
  });

  it('in one statement only: a second one behind a semicolon is an error', async () => {
    await expect(database.query('SELECT 1; SELECT 2')).rejects.toThrow(/syntax/);
  });
});

describe('changes', () => {
  it('count the rows that matched', async () => {
    await database.change("INSERT INTO exact (id, name) VALUES (1, 'a'), (2, 'b')");
    expect(await database.change("UPDATE exact SET name = 'a' WHERE id IN (1, 3)")).toMatchObject({
      affectedRows: 1,
    });
    const again = database.change('INSERT INTO exact (id) VALUES (1)');
    await expect(again).rejects.toSatisfy(isDuplicateKey);
    await database.change('DELETE FROM exact');
  });
});

describe('time limits', () => {
  it('end the statement on the server and leave the connection usable', async () => {
    const slow =
      'SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c';
    await expect(database.rows(slow, [], { timeoutSeconds: 0.3 })).rejects.toThrow(DatabaseTimeoutError);
    const [[running]] = (await database.rows(
      "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%columns c%' AND id <> CONNECTION_ID()",
    )) as [[string]];
    expect(Number(running)).toBe(0);
  });

  it('hold for statements that begin with WITH, and with a request id before them', async () => {
    const sql =
      'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT COUNT(*) FROM n, n b, n c, n d';
    const limits = { timeoutSeconds: 0.3, requestId: 'abc-1 */ DROP' };
    await expect(database.rows(sql, [], limits)).rejects.toThrow(DatabaseTimeoutError);
  });
});

describe('streams', () => {
  // a server's limit for recursion may be as low as 1000
  const many = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
    SELECT a.i * 100 + b.i + 1 AS number FROM n a, n b WHERE a.i < 50 ORDER BY number`;

  it('hand out every row once, in order', async () => {
    const seen: number[] = [];
    for await (const [i] of database.stream(many)) seen.push(Number(i));
    expect(seen).toEqual(Array.from({ length: 5000 }, (_, i) => i + 1));
  });

  it('may be left early without spoiling what comes after, as often as there are connections', async () => {
    for (let i = 0; i < 25; i += 1) {
      for await (const row of database.stream(many)) {
        expect(row).toHaveLength(1);
        break;
      }
    }
    expect(await database.rows('SELECT 42')).toEqual([[42]]);
  });

  it('throw what the server says', async () => {
    const read = async () => {
      for await (const row of database.stream('SELECT nothing')) expect(row).toBeUndefined();
    };
    await expect(read()).rejects.toThrow(/nothing/);
  });
});

describe('a lost connection', () => {
  it('is not noticed by a read: it is asked again on another one', async () => {
    proxy.cutAt('SELECT 4711', 'after');
    expect(await throughProxy.rows('SELECT 4711')).toEqual([[4711]]);
  });

  it('does not go back into the pool', async () => {
    for (let i = 0; i < 6; i += 1) {
      proxy.cutAt('SELECT 4712', 'before');
      await expect(throughProxy.query('SELECT 4712')).rejects.toThrow();
    }
    expect(await Promise.all([1, 2, 3].map((i) => throughProxy.rows('SELECT ?', [i])))).toEqual([
      [[1]],
      [[2]],
      [[3]],
    ]);
  });

  it('of all at once is told, and over as soon as the server is back', async () => {
    proxy.refuse(true);
    await expect(throughProxy.rows('SELECT 1')).rejects.toThrow(DatabaseUnavailableError);
    expect(await throughProxy.health()).toMatchObject({ ok: false, problem: expect.any(String) });
    proxy.refuse(false);
    expect(await throughProxy.health()).toMatchObject({ ok: true });
  });
});

describe('an address', () => {
  it('that makes no sense is refused without repeating the password', async () => {
    for (const url of [
      'nonsense',
      'postgres://u:geheim@h/db',
      'mysql://u:geheim@h/',
      'mysql://u:geheim@h/db?x=1',
    ]) {
      const error = await openDatabase({ url }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain('geheim');
    }
  });

  it('may hold any password', () => {
    const password = "p@ss:/?#[]% '客";
    expect(parseAddress(`mysql://me:${encodeURIComponent(password)}@db.example:3307/kehu`)).toEqual({
      host: 'db.example',
      port: 3307,
      user: 'me',
      password,
      database: 'kehu',
    });
  });
});
