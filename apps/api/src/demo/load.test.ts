import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idBlocks } from '@kehu/database/id-blocks';
import { migrate } from '@kehu/database/migrations';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '../access/passwords.js';
import { migrations } from '../migrations/register.js';
import { createCodec } from '../records/codec.js';
import { openSecrets } from '../secrets.js';
import type { Services } from '../services.js';
import { type LoadedDemo, loadDemo } from './load.js';

const today = new Date('2026-11-24T06:00:00.000Z');

describe('loading the demo', () => {
  let test: TestDatabase;
  let home: string;
  let services: Pick<Services, 'database' | 'ids' | 'codec'>;
  let loaded: LoadedDemo;
  let seconds: number;
  const count = async (sql: string): Promise<number> =>
    Number((await services.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${sql}`))[0]?.n);

  beforeAll(async () => {
    test = await testDatabase();
    home = mkdtempSync(join(tmpdir(), 'kehu-demo-'));
    await migrate(test.database, migrations);
    const { fieldEncryption, fieldHashing } = openSecrets(home);
    services = {
      database: test.database,
      ids: idBlocks(test.database),
      codec: createCodec({ encryption: fieldEncryption, hashing: fieldHashing }),
    };
    const began = performance.now();
    loaded = await loadDemo(services, { today, password: 'kehu-demo' });
    seconds = (performance.now() - began) / 1000;
  }, 120_000);
  afterAll(async () => {
    await test?.drop();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  it('writes everything, in well under a quarter of a minute on a quiet machine', async () => {
    expect(loaded.loaded).toBe(true);
    expect(loaded.rows).toBeGreaterThan(60_000);
    expect(await count('staff')).toBe(60);
    expect(await count('customer')).toBe(3000);
    expect(await count('sales_order')).toBeGreaterThan(11_000);
    // Four times the goal, since other tests run on the same cores.
    expect(seconds).toBeLessThan(48);
  });

  it('lets the twenty sign in, and nobody else', async () => {
    expect(loaded.logins).toHaveLength(20);
    const rows = await services.database.query<{ login: string; password_hash: string; must_change: number }>(
      'SELECT s.login, c.password_hash, c.must_change FROM credential c JOIN staff s ON s.id = c.staff_id ORDER BY s.login',
    );
    expect(rows.map((row) => row.login)).toEqual([...loaded.logins].sort());
    expect(rows.every((row) => Number(row.must_change) === 0)).toBe(true);
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(20);
    for (const row of rows.slice(0, 3))
      expect(await verifyPassword(row.password_hash, 'kehu-demo')).toBe(true);
    expect(await verifyPassword(rows[0]?.password_hash ?? null, 'kehu-demO')).toBe(false);
  });

  it('stores phones encrypted, findable by their hash, names foldable and sortable', async () => {
    const [row] = await services.database.query<{
      phone_cipher: Buffer;
      phone_hash: Buffer;
      phone_mask: string;
      name_folded: string;
      name_sort: string;
    }>(
      "SELECT phone_cipher, phone_hash, phone_mask, name_folded, name_sort FROM customer WHERE type = 'CONSUMER' ORDER BY id LIMIT 1",
    );
    if (!row) throw new Error('There is no consumer.');
    const phone = services.codec.decrypt(row.phone_cipher);
    expect(phone).toMatch(/^1\d\d0000\d{4}$/);
    expect(row.phone_mask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect(services.codec.hash('mobile', phone).equals(row.phone_hash)).toBe(true);
    expect(row.name_sort).toMatch(/^[a-z]+\d/);
    expect(row.name_folded).not.toBe('');
  });

  it('lets new customers continue the numbers', async () => {
    const [row] = await services.database.query<{ last_number: string }>(
      "SELECT last_number FROM number_sequence WHERE name = 'customer'",
    );
    expect(Number(row?.last_number)).toBe(3000);
    expect(await count("customer WHERE customer_no = 'KH-003000'")).toBe(1);
  });

  it('leaves a house that has people as it is', async () => {
    const before = await count('staff');
    expect(await loadDemo(services, { today, password: 'other-password' })).toEqual({
      loaded: false,
      rows: 0,
      logins: [],
    });
    expect(await count('staff')).toBe(before);
  });
});
