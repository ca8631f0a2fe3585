import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import type { PageArguments, SelectedField } from '@kehu/query/arguments';
import { ReadError } from '@kehu/query/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '../access/actors.js';
import { verifyPassword } from '../access/passwords.js';
import { policyFor } from '../access/policy-for.js';
import { migrateDatabase } from '../migrations/migrate.js';
import { openServices } from '../open-services.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings.js';
import { type LoadedDemo, loadDemo } from './load.js';

const today = new Date('2026-11-24T06:00:00.000Z');
const zone = 'Asia/Shanghai';

function field(name: string, selection: readonly SelectedField[] = []): SelectedField {
  return { name, key: name, arguments: {}, selection };
}

describe('the demo, loaded', () => {
  let test: TestDatabase;
  let home: string;
  let services: Services;
  let loaded: LoadedDemo;

  beforeAll(async () => {
    test = await testDatabase();
    home = mkdtempSync(join(tmpdir(), 'kehu-demo-roles-'));
    await migrateDatabase(test.database);
    services = await openServices(readSettings({ KEHU_HOME: home, KEHU_LOG: 'silent' }), test.database, {
      now: () => today,
    });
    loaded = await loadDemo(services, { today, password: 'kehu-demo' });
  }, 120_000);
  afterAll(async () => {
    await services?.dataSource.destroy();
    await test?.drop();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  async function read(login: string, kind: string, args: PageArguments, items: readonly SelectedField[]) {
    const [person] = await services.database.query<{ id: string }>('SELECT id FROM staff WHERE login = ?', [
      login,
    ]);
    const actor = await loadActor(services.database, String(person?.id), {
      via: 'session',
      mustChangePassword: false,
      now: today,
      zone,
    });
    if (!actor) throw new Error(`Nobody has the login ${login}.`);
    return services.engine.page(kind, args, [field('items', items), field('totalCount')], {
      policy: policyFor(actor),
      now: today,
      zone,
    });
  }

  /** How many records of a kind somebody sees; null when the kind is closed. */
  async function seen(login: string, kind: string): Promise<number | null> {
    try {
      const page = await read(login, kind, { limit: 1 }, [field('id')]);
      return page['@totalCount'] ?? 0;
    } catch (error) {
      if (error instanceof ReadError && error.code === 'FORBIDDEN') return null;
      throw error;
    }
  }

  const count = async (sql: string): Promise<number> =>
    Number((await services.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${sql}`))[0]?.n);
  const storeOf = "(SELECT department_id FROM staff WHERE login = 'store-staff')";
  const regionOf = "(SELECT region_id FROM staff WHERE login = 'area-manager')";

  it('writes everything', async () => {
    expect(loaded.loaded).toBe(true);
    expect(loaded.rows).toBeGreaterThan(60_000);
    expect(await count('staff')).toBe(60);
    expect(await count('customer')).toBe(3000);
    expect(await count('sales_order')).toBeGreaterThan(11_000);
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

  it('has the monthly tables of a year: reviewed, one late, one corrected, the last awaiting its review', async () => {
    const reports = await services.database.query<{
      id: string;
      period: string;
      state: string;
      late: number;
      causes: string;
    }>('SELECT id, period, state, late, causes FROM complaint_monthly_report ORDER BY period');
    expect(reports.map(({ period }) => period).slice(-2)).toEqual(['2026-09', '2026-10']);
    expect(reports).toHaveLength(12);
    expect(reports.filter(({ state }) => state === 'GM_APPROVED')).toHaveLength(11);
    expect(reports.at(-1)).toMatchObject({ state: 'SUBMITTED', late: 0 });
    expect(reports.filter(({ late }) => Number(late) === 1)).toHaveLength(1);
    expect(await count('monthly_report_correction')).toBe(1);
    expect(await count("notification WHERE message = 'notice.monthlySubmitted' AND read_at IS NULL")).toBe(1);
    const received = await count(
      "complaint WHERE received_at >= '2026-09-30 16:00:00' AND received_at < '2026-10-31 16:00:00'",
    );
    // Behind the figure of the frozen table stand as many frozen cases.
    expect(
      await count(
        `monthly_report_case WHERE report_id = ${reports.at(-1)?.id} AND JSON_CONTAINS(cells, '"part1.received"')`,
      ),
    ).toBe(received);
    expect(reports.at(-1)?.causes).toContain(`${received} 件`);
  });

  it('fills nobody’s bell: at most a score of unread messages each', async () => {
    const [most] = await services.database.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM notification WHERE read_at IS NULL GROUP BY to_id ORDER BY n DESC LIMIT 1',
    );
    expect(Number(most?.n)).toBeLessThanOrEqual(20);
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

  it('shows store staff the own store and nothing else', async () => {
    const customers = await count(`customer WHERE store_id = ${storeOf}`);
    expect(customers).toBeGreaterThan(200);
    expect(await seen('store-staff', 'Customer')).toBe(customers);
    expect(await seen('store-sup', 'Customer')).toBe(customers);
    expect(await seen('store-staff', 'Order')).toBe(
      await count(`sales_order o JOIN customer c ON c.id = o.customer_id WHERE c.store_id = ${storeOf}`),
    );
    expect(await seen('store-staff', 'VisitorRegistration')).toBe(
      await count(`visitor_registration WHERE store_id = ${storeOf}`),
    );
  });

  it('shows account managers their own customers, and the area manager the region', async () => {
    for (const login of ['kam', 'rm']) {
      const own = await count(`customer c JOIN staff s ON s.id = c.owner_id WHERE s.login = '${login}'`);
      expect(own).toBeGreaterThan(50);
      expect(await seen(login, 'Customer')).toBe(own);
      expect(await seen(login, 'Order')).toBeGreaterThan(100);
    }
    expect(await seen('area-manager', 'Customer')).toBe(
      await count(`customer WHERE region_id = ${regionOf}`),
    );
    expect(await seen('area-manager', 'Order')).toBeGreaterThan(1000);
  });

  it('gives everybody who works with customers something to work with', async () => {
    for (const login of ['ops-cs', 'hr-admin', 'gm', 'ops', 'finance', 'analyst']) {
      expect(await seen(login, 'Customer'), login).toBe(3000);
      expect(await seen(login, 'Order'), login).toBeGreaterThan(11_000);
    }
    expect(await seen('dept-head', 'Customer')).toBeGreaterThan(300);
    expect(await seen('dept-head', 'VisitorRegistration')).toBeGreaterThan(10);
    expect(await seen('risk-mgr', 'Customer')).toBeGreaterThan(300);
  });

  it('shows the administrator and the privacy officer no customer, but their logs and grants', async () => {
    for (const login of ['sys-admin', 'privacy-officer']) {
      for (const kind of ['Customer', 'Order', 'Product', 'VisitorRegistration']) {
        expect(await seen(login, kind), `${login} ${kind}`).toBeNull();
      }
      expect(await seen(login, 'RoleGrant')).toBeGreaterThan(60);
    }
    expect(await seen('privacy-officer', 'PersonalDataReveal')).toBeGreaterThan(100);
    expect(await seen('privacy-officer', 'ExportRun')).toBeGreaterThan(30);
    expect(await seen('sys-admin', 'PersonalDataReveal')).toBe(0);
  });

  it('masks identifiers for those at work, and names too for the analyst', async () => {
    const person: PageArguments = {
      where: { partyType: { eq: 'PERSON' } },
      orderBy: [{ id: 'ASC' }],
      limit: 1,
    };
    const items = [field('name'), field('phone')];
    const [atWork] = (await read('ops-cs', 'Customer', person, items)).items;
    const [analysed] = (await read('analyst', 'Customer', person, items)).items;
    expect(atWork?.phone).toMatch(/^1\d\d\*{4}\d{4}$/);
    expect(atWork?.name).not.toContain('*');
    expect(analysed?.phone).toBe(atWork?.phone);
    expect(analysed?.name).toMatch(/^.{1,2}\*$/);
  });

  it("shows an account manager the contacts of own companies plainly, and nobody else's", async () => {
    const companies: PageArguments = {
      where: { partyType: { eq: 'ORGANISATION' }, owner: { login: { eq: 'kam' } } },
      orderBy: [{ id: 'ASC' }],
      limit: 3,
    };
    const items = [field('contacts', [field('phone')])];
    const phones = async (login: string): Promise<string> =>
      JSON.stringify((await read(login, 'Customer', companies, items)).items);
    expect(await phones('kam')).toMatch(/"phone":"1\d{10}"/);
    expect(await phones('gm')).not.toMatch(/"phone":"1\d{10}"/);
  });
});
