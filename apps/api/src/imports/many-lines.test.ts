import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The long form: `KEHU_LONG_TESTS=1 pnpm --filter @kehu/api exec vitest run src/imports/many-lines.test.ts`. */
const long = process.env.KEHU_LONG_TESTS === '1';
const lines = long ? 1_000_000 : 20_000;
const mostMegabytes = 512;
const limit = long ? 3_600_000 : 120_000;
const script = fileURLToPath(new URL('../../dist/imports/testing/many-lines-process.js', import.meta.url));

describe(`${lines} order lines`, () => {
  let database: TestDatabase;
  const home = mkdtempSync(join(tmpdir(), 'kehu-many-home-'));

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  async function run(act: string, argument: string) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, act, argument], {
      env: { ...process.env, DATABASE_URL: database.url, KEHU_HOME: home, NODE_OPTIONS: '' },
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  }

  it(
    'are imported in under 512 MB',
    async () => {
      const outcome = await run('import', String(lines));
      expect(outcome.state).toBe('DONE');
      expect(outcome.counts.OrderLine).toEqual({ created: lines, changed: 0, unchanged: 0 });
      expect(outcome.counts.Order.created).toBe(lines / 4);
      expect(outcome.megabytes).toBeLessThan(mostMegabytes);
    },
    limit,
  );

  it.each(['CSV', 'XLSX'])(
    'are exported as %s within a minute and with 64 MB more',
    async (format) => {
      const { rows, seconds, grewBy } = await run('export', format);
      expect(rows).toBe(lines);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(grewBy).toBeLessThanOrEqual(64);
    },
    limit,
  );
});
