import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './connection.js';
import { grantChanges } from './grants.js';
import { idBlocks } from './id-blocks.js';
import { type Migration, migrate, pendingSteps, SchemaTooNewError } from './migrations.js';
import { type TestDatabase, testDatabase } from './testing.js';

let test: TestDatabase;
let database: Database;
beforeEach(async () => {
  test = await testDatabase();
  database = test.database;
});
afterEach(() => test?.drop());

const table = (name: string) => ({
  name,
  sql: `CREATE TABLE IF NOT EXISTS ${name} (id INT PRIMARY KEY) ENGINE=InnoDB`,
});
const first: Migration = { id: '0001-first', steps: [table('a'), table('b')] };
const second: Migration = { id: '0002-second', steps: [table('c')] };
const names = async () => (await database.rows('SHOW TABLES')).map(([name]) => name);

describe('migrating', () => {
  it('does each step once, in order, and makes the id blocks', async () => {
    const done = await migrate(database, [first, second]);
    expect(done.map(({ step }) => step)).toEqual(['a', 'b', 'c']);
    expect(await migrate(database, [first, second])).toEqual([]);
    expect(await idBlocks(database).next()).toBe('1');
  });

  it('does only what is new when a release brings more', async () => {
    await migrate(database, [first]);
    expect(await pendingSteps(database, [first, second])).toEqual([{ migration: '0002-second', step: 'c' }]);
    expect(await migrate(database, [first, second])).toHaveLength(1);
  });

  it('goes on at the step where it failed', async () => {
    let broken = true;
    const runs: string[] = [];
    const work = (name: string) => ({
      name,
      run: async () => {
        runs.push(name);
        if (broken && name === 'two') throw new Error('disk full');
      },
    });
    const migration: Migration = { id: '0001-work', steps: [work('one'), work('two'), work('three')] };
    await expect(migrate(database, [migration])).rejects.toThrow(
      'Migration 0001-work failed at step two: disk full',
    );
    broken = false;
    await migrate(database, [migration]);
    expect(runs).toEqual(['one', 'two', 'two', 'three']);
  });

  it('is done by one process when several start at once', async () => {
    const other = await openDatabase({ url: test.url });
    let runs = 0;
    const slow: Migration = {
      id: '0001-slow',
      steps: [
        {
          name: 'count',
          run: async () => {
            runs += 1;
            await new Promise((resolve) => setTimeout(resolve, 300));
          },
        },
      ],
    };
    const done = await Promise.all([migrate(database, [slow]), migrate(other, [slow])]);
    await other.close();
    expect(runs).toBe(1);
    expect(done.map((steps) => steps.length).sort()).toEqual([0, 1]);
  });

  it('waits for a lease only until it has run out', async () => {
    await migrate(database, [first]);
    await database.change("UPDATE schema_lease SET holder = 'dead', until_at = '2026-01-01 00:00:10'");
    const at = (second: string) => ({
      now: () => new Date(`2026-01-01T00:00:${second}Z`),
      patienceSeconds: 0.5,
    });
    await expect(migrate(database, [first, second], at('05'))).rejects.toThrow(/Another process/);
    expect(await migrate(database, [first, second], at('11'))).toHaveLength(1);
  });

  it('refuses a database that a newer release has migrated, changing nothing', async () => {
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toThrow(SchemaTooNewError);
    await expect(pendingSteps(database, [first])).rejects.toThrow(/0002-second/);
  });

  it('refuses lists that are out of order or name a step twice', async () => {
    await expect(migrate(database, [second, first])).rejects.toThrow('0001-first stands after 0002-second');
    const twice: Migration = { id: '0003-twice', steps: [table('x'), table('x')] };
    await expect(migrate(database, [twice])).rejects.toThrow('two steps named x');
    expect(await names()).toEqual([]);
  });
});

describe('the application’s account', () => {
  it('may change the rows of every table except those that only grow', async () => {
    await migrate(database, [first, second]);
    const name = new URL(test.url).pathname.slice(1);
    const account = `app_${name.slice(-8)}`;
    for (const host of ['localhost', '127.0.0.1']) {
      await database.query(`CREATE USER '${account}'@'${host}' IDENTIFIED BY 'for-this-test'`);
      await database.query(`GRANT SELECT, INSERT ON ${name}.* TO '${account}'@'${host}'`);
    }
    await grantChanges(database, ['a'], account);
    await grantChanges(database, ['a'], account);
    const url = new URL(test.url);
    url.username = account;
    url.password = 'for-this-test';
    const app = await openDatabase({ url: url.toString(), connections: 1 });
    await app.change('INSERT INTO a VALUES (1)');
    await app.change('INSERT INTO b VALUES (1)');
    await app.change('UPDATE b SET id = 2');
    await expect(app.change('UPDATE a SET id = 2')).rejects.toThrow(/denied/);
    await expect(app.change('DELETE FROM a')).rejects.toThrow(/denied/);
    await app.close();
    for (const host of ['localhost', '127.0.0.1']) await database.query(`DROP USER '${account}'@'${host}'`);
  });
});
