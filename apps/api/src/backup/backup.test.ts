import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { sealOnce } from '../audit/seal.js';
import { verifyAudit } from '../audit/verify.js';
import { perform } from '../commands/run.js';
import { createCustomer } from '../departments/customers/commands/create-customer.js';
import { storedInstant } from '../records/decode.js';
import { BackupError, checkBackup, readHeader, restoreRows, restoreSecrets } from './read-backup.js';
import { schemaOf, tablesOf, writeBackup } from './write-backup.js';

let house: House;
let empty: House;
let folder: string;
let file: string;

beforeAll(async () => {
  house = await testHouse();
  empty = await testHouse();
  folder = mkdtempSync(join(tmpdir(), 'kehu-backup-'));
  file = join(folder, 'kehu.backup');
  const store = await house.plant('Department', { code: 'S1', name: '一店', kind: 'STORE' });
  const clerk = await house.person('clerk', ['STORE_STAFF'], { departmentId: store });
  await house.plant('Organisation', {
    name: '小屋',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: false,
  });
  for (let i = 0; i < 3; i += 1) {
    const input = { type: 'CONSUMER', partyType: 'PERSON', name: `客户 “${i}” 😀`, phone: '13800138000' };
    await perform(createCustomer, input, await house.as(clerk));
  }
  // More than one page of a table whose key has several columns.
  const effects = Array.from(
    { length: 4100 },
    (_, i) =>
      `('Complaint', ${i % 50}, 'rule${i % 7}', '2026-01-05 02:00:00' + INTERVAL ${i} SECOND, '2026-01-05 02:00:00')`,
  );
  await house.services.database.change(
    `INSERT INTO timer_effect (kind, record_id, rule, due_at, at) VALUES ${effects.join(', ')}`,
    [],
  );
  await sealOnce(house.services.database, house.services.secrets.auditChain, house.clock.now(), null);
  await writeBackup(house.services, { file, withSecrets: true });
});
afterAll(async () => {
  await house?.close();
  await empty?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const content = async (of: House) => {
  const tables = await tablesOf(of.services.database);
  const entries = await Promise.all(
    tables.map(async (table) => [
      table,
      (await of.services.database.query(`SELECT * FROM \`${table}\``))
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
  return Object.fromEntries(entries) as Record<string, unknown[]>;
};
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BackupError);
  return (error as BackupError).key;
}

describe('a backup', () => {
  it('holds no plain identifiers and nothing of sessions', () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    expect(text).not.toContain('13800138000');
    expect(text).not.toContain('"table":"session"');
    expect(text).toContain('客户');
  });

  it('is checked from end to end, and any damage shows', async () => {
    expect((await checkBackup(file)).rows.customer).toBe(3);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    const broken = join(folder, 'broken');
    const variants = [
      lines.slice(0, -1),
      lines.filter((line) => !line.includes('客户 “1”') && !line.includes('客户 \\"1')),
      lines.map((line) => line.replace('一店', '二店')),
      lines.slice(0, 3),
      [...lines, '[]'],
    ].filter((variant) => variant.join() !== lines.join());
    for (const variant of variants) {
      writeFileSync(broken, gzipSync(`${variant.join('\n')}\n`));
      expect(await refusal(checkBackup(broken))).toBe('damaged');
    }
    writeFileSync(broken, readFileSync(file).subarray(0, 500));
    expect(await refusal(checkBackup(broken))).toBe('damaged');
    writeFileSync(broken, gzipSync('{"some":"file"}\n'));
    expect(await refusal(checkBackup(broken))).toBe('notABackup');
    writeFileSync(broken, 'not even zipped');
    expect(await refusal(checkBackup(broken))).toBe('damaged');
  });

  it('comes back whole into an empty database: every row, the ids, the audit chain', async () => {
    const header = await readHeader(file);
    expect(header.schema).toEqual(await schemaOf(house.services.database));
    await restoreRows(empty.services, file);
    expect(await content(empty)).toEqual(await content(house));
    const report = await verifyAudit(empty.services.database, house.services.secrets.auditChain, {
      heads: [],
      unsealedBefore: storedInstant(house.clock.now()),
    });
    expect(report).toMatchObject({ problems: [], unsealed: 0 });
    expect(report.links).toBeGreaterThan(0);
    const [highest] = await house.services.database.query<{ id: string }>(
      'SELECT MAX(id) AS id FROM audit_entry',
    );
    expect(Number(await empty.services.ids.next())).toBeGreaterThan(0);
    const [block] = await empty.services.database.query<{ next: string }>('SELECT next FROM id_block');
    expect(Number(block?.next)).toBeGreaterThan(Number(highest?.id));
  });

  it('does not come back into a database that holds something, or into another release', async () => {
    expect(await refusal(restoreRows(house.services, file))).toBe('notEmpty');
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const header = JSON.parse(lines[0] ?? '') as { schema: string[] };
    const other = join(folder, 'other');
    writeFileSync(
      other,
      gzipSync([JSON.stringify({ ...header, schema: ['9999 future'] }), ...lines.slice(1)].join('\n')),
    );
    expect(await refusal(restoreRows(house.services, other))).toBe('otherRelease');
  });

  it('brings its secrets to a home without any, and does not overwrite other ones', async () => {
    const header = await readHeader(file);
    const home = mkdtempSync(join(folder, 'home-'));
    restoreSecrets(home, header);
    restoreSecrets(home, header);
    expect(readFileSync(join(home, 'secrets', 'audit-chain.1'), 'utf8')).toBe(
      header.secrets?.['audit-chain.1'],
    );
    writeFileSync(join(home, 'secrets', 'audit-chain.1'), 'f'.repeat(64));
    expect(() => restoreSecrets(home, header)).toThrow(BackupError);
  });
});
