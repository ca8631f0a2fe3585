import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { insertRows, tableColumns } from './bulk.js';
import { withinTransaction } from './data-source.js';
import { type DriverRow, decodeRow } from './decode.js';
import { columnDefinitions } from './schema-sql.js';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house?.close());

const codec = () => house.services.codec;
const stored = async (table: string, id: string) =>
  (await house.services.database.query<DriverRow>(`SELECT * FROM ${table} WHERE id = ?`, [id]))[0] ?? {};

describe('stored rows', () => {
  it('have the columns of the schema, in every kind', () => {
    for (const kind of catalogue) expect(tableColumns(kind)).toEqual([...columnDefinitions(kind).keys()]);
  });

  it('come back as they went in: text of any script, numbers, times, encrypted numbers, JSON', async () => {
    const customer = kindNamed('Customer');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
        fc.stringMatching(/^1[3-9]\d{9}$/),
        async (name, at, phone) => {
          const id = await house.plant('Customer', { name, lastContactAt: at, phone, remark: name });
          const row = decodeRow(customer, await stored('customer', id), codec());
          expect(row).toMatchObject({
            id,
            name,
            remark: name,
            phone,
            lastContactAt: at.toISOString(),
            version: 1,
            ownerId: null,
          });
        },
      ),
      { numRuns: 40 },
    );
    const id = await house.plant('SavedView', {
      staffId: await house.person('viewer', []),
      list: 'customers',
      name: 'x',
      content: { a: [1, { b: '二' }] },
      shared: true,
    });
    const view = decodeRow(kindNamed('SavedView'), await stored('saved_view', id), codec());
    expect(view).toMatchObject({ content: { a: [1, { b: '二' }] }, shared: true });
  });

  it('are inserted by the thousand, in their order', async () => {
    const kind = kindNamed('CustomerTag');
    const customerId = await house.plant('Customer', { name: '多标签' });
    const ids = await house.services.ids.take(2500);
    const rows = ids.map((id, at) => ({ id, customerId, tag: `t${at}` }));
    expect(await insertRows(house.services.database, kind, rows, codec())).toBe(2500);
    const [row] = await house.services.database.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM customer_tag WHERE customer_id = ?',
      [customerId],
    );
    expect(Number(row?.n)).toBe(2500);
  });

  it('without an id, or with a field that the kind does not have, are refused', async () => {
    const kind = kindNamed('CustomerTag');
    await expect(insertRows(house.services.database, kind, [{ tag: 'x' }], codec())).rejects.toThrow('no id');
    await expect(
      insertRows(house.services.database, kind, [{ id: '1', colour: 'x' }], codec()),
    ).rejects.toThrow('colour');
  });
});

describe('TypeORM', () => {
  const manager = () => house.services.dataSource.manager;

  it('refuses a condition that has vanished, in every method (typeorm #2500, #12578)', async () => {
    for (const value of [undefined, null] as unknown as string[]) {
      const where = { id: value };
      await expect(manager().find('Customer', { where })).rejects.toThrow();
      await expect(manager().findOne('Customer', { where })).rejects.toThrow();
      await expect(manager().findBy('Customer', where)).rejects.toThrow();
      await expect(manager().count('Customer', { where })).rejects.toThrow();
      await expect(manager().update('Customer', where, { name: 'x' })).rejects.toThrow();
      await expect(manager().delete('Customer', where)).rejects.toThrow();
    }
  });

  it('writes on the act’s own connection: what is rolled back was never there', async () => {
    const id = await house.plant('Region', { code: 'TX', name: '事务区' });
    const { database } = house.services;
    const work = database.transaction((transaction) =>
      withinTransaction(transaction, async () => {
        await manager().update('Region', { id }, { name: '改了' });
        const [inside] = await transaction.query<{ name: string }>('SELECT name FROM region WHERE id = ?', [
          id,
        ]);
        expect(inside?.name).toBe('改了');
        throw new Error('stop');
      }),
    );
    await expect(work).rejects.toThrow('stop');
    expect((await stored('region', id)).name).toBe('事务区');
  });

  it('says how many rows an update met, so that a version that moved on is noticed', async () => {
    const id = await house.plant('Region', { code: 'V', name: '版本区' });
    expect((await manager().update('Region', { id, version: 1 }, { name: '甲', version: 2 })).affected).toBe(
      1,
    );
    expect((await manager().update('Region', { id, version: 1 }, { name: '乙', version: 2 })).affected).toBe(
      0,
    );
    // Meeting a row counts, also when nothing of it changes.
    expect((await manager().update('Region', { id, version: 2 }, { name: '甲' })).affected).toBe(1);
  });

  it('takes values as values, never as SQL', async () => {
    const id = await house.plant('Region', { code: 'Q', name: '引号区' });
    const name = "'; DROP TABLE region; --";
    await manager().update('Region', { id }, { name });
    expect((await stored('region', id)).name).toBe(name);
    await manager()
      .update('Region', { id: { toString: () => '1 OR 1=1' } as never }, { name: 'x' })
      .catch(() => {});
    expect((await stored('region', id)).name).toBe(name);
  });
});
