import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signIn } from '../access/sign-in.js';
import { type House, testHouse } from '../access/testing/house.js';
import { perform } from '../commands/run.js';
import { grantRole } from '../departments/administration/commands/role-grants.js';
import { databaseChecks, type Machine, machineChecks } from '../doctor/checks.js';
import { readSettings } from '../settings.js';
import { problemOf } from './terminal.js';
import { approve, create, reset } from './user.js';

let house: House;
let printed = '';

beforeAll(async () => {
  vi.stubEnv('LANG', 'en_US.UTF-8');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  house = await testHouse();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await house?.close();
});

const passwordIn = (text: string) => /at the first sign-in: (\S+)/.exec(text)?.[1] ?? '';
async function told(work: Promise<unknown>): Promise<string> {
  printed = '';
  try {
    await work;
  } catch (error) {
    printed += problemOf(error) ?? String(error);
  }
  return printed;
}
const enter = (login: string, password: string) =>
  signIn(house.services, { login, password, ip: null, requestId: null });

describe('kehu user', () => {
  it('makes the first administrator of an empty organisation, whose role holds at once', async () => {
    const text = await told(create(house.services, { login: 'admin', role: ['SYS_ADMIN'] }));
    expect(text).toContain('The user admin is created.');
    expect(text).toContain('Role SYS_ADMIN: holds.');
    const { staffId } = await enter('admin', passwordIn(text));
    expect((await house.actor(staffId)).roles).toEqual(['SYS_ADMIN']);
    const [organisation] = await house.services.database.query('SELECT name, demo FROM organisation');
    expect(organisation).toMatchObject({ demo: 0 });
  });

  it('makes further users whose roles wait for a second person, and the tool that gave them is not one', async () => {
    expect(await told(create(house.services, { login: 'boss', role: ['gm'] }))).toContain(
      'Role gm: waits for a second person.',
    );
    expect(await told(approve(house.services, 'boss', undefined))).toContain('Another person must approve');
  });

  it('is the second person for what an administrator gave, and audited as operator', async () => {
    const [admin] = await house.services.database.query<{ id: string }>(
      "SELECT id FROM staff WHERE login = 'admin'",
    );
    await told(create(house.services, { login: 'clerk', role: [] }));
    const [clerk] = await house.services.database.query<{ id: string }>(
      "SELECT id FROM staff WHERE login = 'clerk'",
    );
    const second = await house.person('second-admin', ['SYS_ADMIN']);
    const grant = await perform(
      grantRole,
      { staffId: String(clerk?.id), role: 'OPS' },
      await house.as(second),
    );
    expect(grant.waits).toBe(true);
    expect(String(admin?.id)).not.toBe(second);
    expect(await told(approve(house.services, 'clerk', 'ops'))).toContain('Role OPS: approved.');
    expect((await house.actor(String(clerk?.id))).roles).toEqual(['OPS']);
    const [entry] = await house.services.database.query(
      "SELECT actor_via, actor_id FROM audit_entry WHERE action = 'approveRoleGrant' AND entity_id = ?",
      [grant.id],
    );
    expect(entry).toEqual({ actor_via: 'operator', actor_id: null });
  });

  it('gives a new password, with which the old one ends', async () => {
    const text = await told(reset(house.services, 'clerk'));
    await enter('clerk', passwordIn(text));
    const again = await told(reset(house.services, 'clerk'));
    await expect(enter('clerk', passwordIn(text))).rejects.toThrow();
    await enter('clerk', passwordIn(again));
  });

  it('says in words what is wrong', async () => {
    expect(await told(reset(house.services, 'nobody'))).toContain('Nobody has the login nobody.');
    expect(await told(create(house.services, { login: 'a b', role: [] }))).toContain(
      'login: A login has 2 to 60',
    );
    expect(await told(create(house.services, { login: 'fine', role: ['KING'] }))).toContain(
      'role: This must be one of',
    );
    expect(await told(create(house.services, { login: 'other', role: [], department: 'XX' }))).toContain(
      'no department with the code XX',
    );
  });
});

describe('kehu doctor', () => {
  const machine: Machine = { nodeVersion: 'v20.19.0', databaseProgram: '/usr/sbin/mariadbd', browser: null };
  const states = (findings: readonly { name: { en: string }; state: string }[]) =>
    Object.fromEntries(findings.map((finding) => [finding.name.en, finding.state]));

  it('finds a healthy house healthy', async () => {
    const found = states([
      ...(await machineChecks(house.services.settings, machine)),
      ...(await databaseChecks(house.services.settings)),
    ]);
    expect(found).toMatchObject({
      Node: 'good',
      'Data folder KEHU_HOME': 'good',
      Secrets: 'good',
      'Database connection': 'good',
      Migrations: 'good',
      Clocks: 'good',
      'Browser, for tests only': 'note',
    });
  });

  it('says what to do about what is missing, and makes nothing itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kehu-doctor-'));
    const settings = readSettings({ KEHU_HOME: join(folder, 'none') });
    const old = await machineChecks(settings, {
      nodeVersion: 'v18.20.0',
      databaseProgram: null,
      browser: null,
    });
    expect(states(old)).toMatchObject({
      Node: 'bad',
      'Database program': 'bad',
      'Data folder KEHU_HOME': 'note',
    });
    expect(old.filter((finding) => finding.state !== 'good').every((finding) => finding.advice)).toBe(true);
    expect(states(await databaseChecks(settings))).toEqual({ 'Database connection': 'note' });
    const away = readSettings({ KEHU_HOME: folder, DATABASE_URL: 'mysql://nobody:secret@127.0.0.1:1/kehu' });
    const [connection] = await databaseChecks(away);
    expect(connection?.state).toBe('bad');
    expect(connection?.detail).not.toContain('secret');
    rmSync(folder, { recursive: true });
  });
});
