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
const script = fileURLToPath(new URL('../../dist/imports/testing/import-many.js', import.meta.url));

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

  it(
    'are imported in under 512 MB and exported again',
    async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [script, String(lines)], {
        env: { ...process.env, DATABASE_URL: database.url, KEHU_HOME: home, NODE_OPTIONS: '' },
      });
      const outcome = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      expect(outcome.state).toBe('DONE');
      expect(outcome.counts.OrderLine).toEqual({ created: lines, changed: 0, unchanged: 0 });
      expect(outcome.counts.Order.created).toBe(lines / 4);
      expect(outcome.megabytes).toBeLessThan(mostMegabytes);
      for (const format of ['CSV', 'XLSX']) {
        const { rows, seconds, grewBy } = outcome.exported[format];
        expect(rows).toBe(lines);
        // A short run says nothing about speed and growth.
        if (long)
          expect({ format, quick: seconds <= 60, small: grewBy <= 64 }).toEqual({
            format,
            quick: true,
            small: true,
          });
      }
    },
    long ? 3_600_000 : 120_000,
  );
});
