import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './connection.js';
import { type TestDatabase, testDatabase } from './testing.js';
import { Turns } from './turns.js';

const late = () => new Error('late');

describe('turns', () => {
  it('are taken in the order of asking, never more at once than allowed', async () => {
    const turns = new Turns(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = async (name: number) => {
      await turns.take(1000, late);
      order.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 1));
      running -= 1;
      turns.end();
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(work));
    expect(order).toEqual([1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
  });

  it('end for whoever has waited too long, and are not lost by that', async () => {
    const turns = new Turns(1);
    await turns.take(1000, late);
    await expect(turns.take(5, late)).rejects.toThrow('late');
    turns.end();
    await turns.take(5, late);
  });
});

describe('more transactions than connections', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test?.drop());

  it('that ask outside of themselves do not wait for each other', async () => {
    const database = await openDatabase({ url: test.url, connections: 4 });
    const began = Date.now();
    await Promise.all(
      Array.from({ length: 40 }, () =>
        database.transaction(async (transaction) => {
          await transaction.query('SELECT 1');
          await database.query('SELECT 2');
        }),
      ),
    );
    expect(Date.now() - began).toBeLessThan(4000);
    await database.close();
  });
});
