import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseAddress } from './address.js';
import { type Database, openDatabase, type Queryable } from './connection.js';
import { isDuplicateKey, OutcomeUnknownError } from './errors.js';
import { type CuttingProxy, cuttingProxy } from './test-proxy.js';
import { type TestDatabase, testDatabase } from './testing.js';

/** The statement itself, as it stands in its packet; the session's isolation level names it too. */
const COMMIT = '\u0003COMMIT';

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
  await database.query(
    'CREATE TABLE account (id INT PRIMARY KEY, amount INT NOT NULL, version INT NOT NULL) ENGINE=InnoDB',
  );
  await database.query('CREATE TABLE operation (op VARCHAR(40) PRIMARY KEY) ENGINE=InnoDB');
});
beforeEach(async () => {
  await database.change('DELETE FROM account');
  await database.change('DELETE FROM operation');
  await database.change('INSERT INTO account VALUES (1, 0, 1), (2, 0, 1)');
});
afterAll(async () => {
  await throughProxy?.close();
  await proxy?.close();
  await test?.drop();
});

const amount = async (id: number) =>
  Number((await database.rows('SELECT amount FROM account WHERE id = ?', [id]))[0]?.[0]);
const add = (to: number) => (tx: Queryable) =>
  tx.change('UPDATE account SET amount = amount + 1 WHERE id = ?', [to]);

describe('a transaction', () => {
  it('commits everything, or nothing when it throws', async () => {
    await database.transaction(async (tx) => {
      await add(1)(tx);
      await add(2)(tx);
    });
    const failing = database.transaction(async (tx) => {
      await add(1)(tx);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect([await amount(1), await amount(2)]).toEqual([1, 1]);
  });

  it('is rolled back when a statement failed, though its work caught the error', async () => {
    const swallowing = database.transaction(async (tx) => {
      await add(1)(tx);
      await tx.change('INSERT INTO account VALUES (1, 0, 1)').catch(() => {});
      return 'all well';
    });
    await expect(swallowing).rejects.toSatisfy(isDuplicateKey);
    expect(await amount(1)).toBe(0);
  });

  it('takes no statement after its end', async () => {
    let kept: Queryable | undefined;
    await database.transaction(async (tx) => {
      kept = tx;
    });
    await expect(kept?.query('SELECT 1')).rejects.toThrow('has ended');
  });

  it('runs again as a whole after a deadlock', async () => {
    let runs = 0;
    const crosswise = (first: number, second: number) =>
      database.transaction(async (tx) => {
        runs += 1;
        await add(first)(tx);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await add(second)(tx);
      });
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect(runs).toBeGreaterThan(2);
    expect([await amount(1), await amount(2)]).toEqual([2, 2]);
  });

  it('loses no update of 16 writers who check the version', async () => {
    const one = () =>
      database.transaction(async (tx) => {
        const [row] = await tx.query<{ amount: number; version: number }>(
          'SELECT amount, version FROM account WHERE id = 1',
        );
        if (!row) throw new Error('no row');
        const { affectedRows } = await tx.change(
          'UPDATE account SET amount = ?, version = version + 1 WHERE id = 1 AND version = ?',
          [row.amount + 1, row.version],
        );
        return affectedRows;
      });
    const writer = async () => {
      let done = 0;
      for (let i = 0; i < 25; i += 1) done += await one();
      return done;
    };
    const acknowledged = await Promise.all(Array.from({ length: 16 }, writer));
    const total = acknowledged.reduce((sum, n) => sum + n, 0);
    expect(await amount(1)).toBe(total);
    expect(total).toBeGreaterThan(16);
  });

  it('gives up after the retries that it was allowed', async () => {
    let runs = 0;
    const conflict = Object.assign(new Error('deadlock'), { errno: 1213 });
    const hopeless = database.transaction(
      async () => {
        runs += 1;
        throw conflict;
      },
      { retries: 2 },
    );
    await expect(hopeless).rejects.toBe(conflict);
    expect(runs).toBe(3);
  });

  it('runs again when the connection broke before COMMIT was sent', async () => {
    proxy.cutAt('amount = amount + 1', 'after');
    await throughProxy.transaction(add(1));
    expect(await amount(1)).toBe(1);
  });
});

describe('a COMMIT whose answer is lost', () => {
  const act = async (tx: Queryable) => {
    await tx.change("INSERT INTO operation VALUES ('key-1')");
    await add(1)(tx);
    return 'done';
  };
  const outcome = async (db: Queryable) => {
    const rows = await db.query("SELECT op FROM operation WHERE op = 'key-1'");
    return rows.length > 0 ? { value: 'found done' } : undefined;
  };

  it('that took effect is found by its operation key and not done twice', async () => {
    proxy.cutAt(COMMIT, 'after');
    expect(await throughProxy.transaction(act, { outcome })).toBe('found done');
    expect(await amount(1)).toBe(1);
  });

  it('that took no effect is done again', async () => {
    proxy.cutAt(COMMIT, 'before');
    expect(await throughProxy.transaction(act, { outcome })).toBe('done');
    expect(await amount(1)).toBe(1);
  });

  it('is told as unknown when there is no key to ask by', async () => {
    proxy.cutAt(COMMIT, 'after');
    await expect(throughProxy.transaction(add(1))).rejects.toThrow(OutcomeUnknownError);
    expect(await amount(1)).toBe(1);
  });

  it('is asked for until the server is back', async () => {
    proxy.cutAt(COMMIT, 'after');
    let asked = 0;
    const result = throughProxy.transaction(act, {
      outcome: async (db) => {
        asked += 1;
        if (asked === 1) {
          proxy.refuse(true);
          setTimeout(() => proxy.refuse(false), 300);
        }
        return outcome(db);
      },
    });
    expect(await result).toBe('found done');
    expect(asked).toBeGreaterThan(1);
    expect(await amount(1)).toBe(1);
  });
});
