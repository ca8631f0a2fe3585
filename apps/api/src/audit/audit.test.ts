import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../access/testing/house.js';
import { writeAudit } from '../commands/audit.js';
import { auditSealer } from '../jobs/audit-sealer.js';
import { storedInstant } from '../records/decode.js';
import { createLog } from '../server/log.js';
import { appendHead, headOf, readHeads } from './chain.js';
import { sealOnce } from './seal.js';
import { verifyAudit } from './verify.js';

let house: House;
const later = new Date('2026-03-08T00:00:00Z');

beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.services.database.change('DELETE FROM audit_seal');
  await house.services.database.change('DELETE FROM audit_entry');
});
afterAll(() => house?.close());

const secret = () => house.services.secrets.auditChain;
const change = (sql: string, values: (string | number | null)[] = []) =>
  house.services.database.change(sql, values);

async function write(count: number, entityId = '1'): Promise<string[]> {
  const ids = await house.services.ids.take(count);
  for (const [at, id] of ids.entries()) {
    await writeAudit(house.services.database, secret(), id, {
      at: house.clock.now(),
      actorId: '7',
      via: 'session',
      action: 'updateCustomer',
      entity: 'Customer',
      entityId,
      before: { name: '甲', grade: null, n: at },
      after: { name: '乙 “引号” 😀', total: '1.50' },
      ip: '::1',
      reason: '理由',
      requestId: `r-${at}`,
    });
  }
  return ids;
}
const seal = () => sealOnce(house.services.database, secret(), house.clock.now(), null);
const verify = (heads: { chainNo: number; hash: string }[] = []) =>
  verifyAudit(house.services.database, secret(), { heads, unsealedBefore: storedInstant(later) });
const found = async (heads?: { chainNo: number; hash: string }[]) =>
  (await verify(heads)).problems.map((p) => p.problem);

describe('the audit trail', () => {
  it('is linked in its order, and untouched it has no problem', async () => {
    await write(5);
    expect(await seal()).toMatchObject({ sealed: 5, full: false });
    await write(3, '2');
    expect(await seal()).toMatchObject({ sealed: 3 });
    const report = await verify([await headOf(house.services.database)]);
    expect(report).toMatchObject({ links: 8, unsealed: 0, problems: [] });
  });

  it('numbers each record’s entries from one', async () => {
    await write(3);
    await write(2, '2');
    const rows = await house.services.database.query(
      'SELECT entity_id, sequence FROM audit_entry ORDER BY id',
    );
    expect(rows.map((row) => [String(row.entity_id), Number(row.sequence)])).toEqual([
      ['1', 1],
      ['1', 2],
      ['1', 3],
      ['2', 1],
      ['2', 2],
    ]);
  });

  it.each([
    ['the time', "UPDATE audit_entry SET at = '2020-01-01 00:00:00.000' WHERE id = ?"],
    ['who', 'UPDATE audit_entry SET actor_id = 8 WHERE id = ?'],
    ['the act', "UPDATE audit_entry SET action = 'x' WHERE id = ?"],
    ['the record', "UPDATE audit_entry SET entity_id = '99', sequence = 1 WHERE id = ?"],
    ['what was before', `UPDATE audit_entry SET \`before\` = '{"name":"丙"}' WHERE id = ?`],
    ['what came after', 'UPDATE audit_entry SET `after` = NULL WHERE id = ?'],
    ['the reason', "UPDATE audit_entry SET reason = '别的' WHERE id = ?"],
    ['the address', 'UPDATE audit_entry SET ip = NULL WHERE id = ?'],
    ['the check value', "UPDATE audit_entry SET mac = REPEAT('a', 64) WHERE id = ?"],
    ['the sequence', 'UPDATE audit_entry SET sequence = 900 WHERE id = ?'],
  ])('shows a change of %s', async (_, sql) => {
    const ids = await write(4);
    await seal();
    await change(sql, [ids[2] ?? '']);
    expect((await found()).length).toBeGreaterThan(0);
  });

  it('shows an entry that was taken away, sealed or not', async () => {
    const ids = await write(4);
    await seal();
    await change('DELETE FROM audit_entry WHERE id = ?', [ids[1] ?? '']);
    expect(await found()).toEqual(['entryMissing', 'sequenceGap']);
  });

  it('shows an entry that was taken away before it was sealed', async () => {
    const ids = await write(3);
    await change('DELETE FROM audit_entry WHERE id = ?', [ids[1] ?? '']);
    await seal();
    expect(await found()).toEqual(['sequenceGap']);
  });

  it('shows a link that was taken away', async () => {
    await write(4);
    await seal();
    await change('DELETE FROM audit_seal WHERE chain_no = 2');
    expect(await found()).toEqual(expect.arrayContaining(['linkMissing']));
  });

  it('shows two entries that changed places', async () => {
    const [a = '', b = ''] = await write(3);
    await seal();
    await change('UPDATE audit_seal SET entry_id = 1 WHERE entry_id = ?', [a]);
    await change('UPDATE audit_seal SET entry_id = ? WHERE entry_id = ?', [a, b]);
    await change('UPDATE audit_seal SET entry_id = ? WHERE entry_id = 1', [b]);
    expect(await found()).toEqual(expect.arrayContaining(['linkChanged']));
  });

  it('shows an entry that somebody made without the server, also before it is sealed', async () => {
    const ids = await write(2);
    await seal();
    const copy = (id: string) =>
      change(
        `INSERT INTO audit_entry SELECT ${id}, at, actor_id, actor_via, on_behalf_of_id, 'forged', entity, entity_id, whole_entity,
         whole_id, 3, \`before\`, \`after\`, ip, reason, request_id, mac, created_at, updated_at, version FROM audit_entry WHERE id = ?`,
        [ids[1] ?? ''],
      );
    await copy('987654');
    expect(await found()).toContain('unsealedForged');
    await seal();
    expect(await found()).toContain('entryChanged');
  });

  it('shows that its end was cut off, by the head kept outside the database', async () => {
    await write(4);
    const { head } = await seal();
    await change('DELETE FROM audit_entry WHERE sequence > 2');
    await change('DELETE FROM audit_seal WHERE chain_no > 2');
    expect(await found()).toEqual([]);
    expect(await found([head])).toEqual(['headMissing']);
  });

  it('shows that it was made anew, by a head that differs', async () => {
    await write(2);
    const { head } = await seal();
    await change('DELETE FROM audit_seal');
    await change('DELETE FROM audit_entry');
    await write(2);
    await seal();
    expect(await found([head])).toEqual(['headDiffers']);
  });

  it('shows entries that have waited too long for their link', async () => {
    await write(2);
    expect(await verify()).toMatchObject({ unsealed: 2 });
    expect(await found()).toEqual(['unsealedOld', 'unsealedOld']);
  });

  it('shows any single tampering, whatever entry and column', async () => {
    const ids = await write(12);
    await seal();
    const columns = [
      'at',
      'actor_via',
      'action',
      'entity',
      'entity_id',
      'whole_id',
      'reason',
      'request_id',
      'mac',
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(11), fc.constantFrom(...columns), async (at, column) => {
        const id = ids[at] ?? '';
        const [row] = await house.services.database.query<Record<string, string>>(
          `SELECT \`${column}\` AS value FROM audit_entry WHERE id = ?`,
          [id],
        );
        await change(`UPDATE audit_entry SET \`${column}\` = ? WHERE id = ?`, [
          column === 'at' ? '2001-01-01 00:00:00.000' : 'other',
          id,
        ]);
        expect((await verify()).problems.length).toBeGreaterThan(0);
        await change(`UPDATE audit_entry SET \`${column}\` = ? WHERE id = ?`, [row?.value ?? null, id]);
        expect(await found()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the sealer', () => {
  it('links what is committed within two seconds, leaves the head outside, and is one of many', async () => {
    const home = mkdtempSync(join(tmpdir(), 'kehu-heads-'));
    const services = { ...house.services, settings: { ...house.services.settings, home } };
    const log = createLog('silent');
    const running = [auditSealer(services, log), auditSealer(services, log)];
    try {
      await write(20);
      await new Promise((wait) => setTimeout(wait, 2000));
      expect(await verify()).toMatchObject({ links: 20, unsealed: 0, problems: [] });
    } finally {
      await Promise.all(running.map((job) => job.stop()));
    }
    expect(readHeads(home).at(-1)).toEqual(await headOf(house.services.database));
    rmSync(home, { recursive: true });
  });

  it('links at least 500 entries a second', async () => {
    await house.services.database.change(
      `INSERT INTO audit_entry (id, at, actor_via, action, entity, entity_id, whole_entity, whole_id, sequence, mac, created_at, updated_at, version)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
       SELECT 5000000 + i, '2026-03-07 02:00:00.000', 'session', 'a', 'Customer', '5', 'Customer', '5', i, REPEAT('0', 64), '2026-03-07', '2026-03-07', 1 FROM n`,
    );
    const began = performance.now();
    expect((await seal()).sealed).toBe(900);
    expect(900 / ((performance.now() - began) / 1000)).toBeGreaterThan(500);
  });
});

it('heads that are damaged are left out', () => {
  const home = mkdtempSync(join(tmpdir(), 'kehu-heads-'));
  appendHead(home, { chainNo: 3, hash: 'a'.repeat(64) }, later);
  appendHead(home, { chainNo: 4, hash: 'short' }, later);
  expect(readHeads(home)).toEqual([{ chainNo: 3, hash: 'a'.repeat(64) }]);
  rmSync(home, { recursive: true });
});
