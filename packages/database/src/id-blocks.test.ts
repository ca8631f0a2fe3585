import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './connection.js';
import { ID_BLOCK_ROW, ID_BLOCK_TABLE, idBlocks } from './id-blocks.js';
import { type TestDatabase, testDatabase } from './testing.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.database.query(ID_BLOCK_TABLE);
  await test.database.change(ID_BLOCK_ROW);
});
afterAll(() => test?.drop());

const leased = async () => Number((await test.database.rows('SELECT next FROM id_block'))[0]?.[0]);

describe('ids', () => {
  it('are never given twice, by one process or by several at once', async () => {
    const second = await openDatabase({ url: test.url });
    const takers = [idBlocks(test.database), idBlocks(test.database), idBlocks(second)];
    const taken = await Promise.all(
      takers.flatMap((ids) => [ids.take(1500), ids.next().then((id) => [id]), ids.take(1), ids.take(7)]),
    );
    await second.close();
    const all = taken.flat();
    expect(all).toHaveLength(3 * 1509);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => /^[1-9]\d*$/.test(id))).toBe(true);
  });

  it('ascend within one take, and are none for none', async () => {
    const ids = idBlocks(test.database);
    const taken = (await ids.take(350)).map(Number);
    expect(taken).toEqual([...taken].sort((a, b) => a - b));
    expect(await ids.take(0)).toEqual([]);
    expect(() => ids.take(-1)).toThrow(RangeError);
  });

  it('come in larger blocks while many are needed and in smaller ones later', async () => {
    let now = 0;
    const ids = idBlocks(test.database, () => now);
    const block = async () => {
      const before = await leased();
      do await ids.next();
      while ((await leased()) === before);
      return (await leased()) - before;
    };
    expect(await block()).toBe(100);
    expect(await block()).toBe(200);
    expect(await block()).toBe(400);
    now += 120_000;
    expect(await block()).toBe(200);
  });

  it('stop before they would no longer fit a number', async () => {
    await test.database.change('UPDATE id_block SET next = 9007199254740990');
    await expect(idBlocks(test.database).next()).rejects.toThrow(/used up/);
    await test.database.change('DELETE FROM id_block');
    await expect(idBlocks(test.database).next()).rejects.toThrow(/run the migrations/);
  });
});
