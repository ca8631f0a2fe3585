import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import { openProfile } from './profiles.js';
import { importTargets } from './targets.js';
import { writeTemplate } from './template.js';
import { importInto, startDataServer } from './testing/real-data.js';

describe('the staff directory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-directory-'));
  const file = join(folder, '通讯录.xlsx');
  let server: TestServer;

  beforeAll(async () => {
    server = await startDataServer();
    await writeTemplate(openProfile('directory', importTargets()), file);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is tried without writing anything', async () => {
    const outcome = await importInto(server.services, { profile: 'directory', files: [file], dryRun: true });
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsBad: 0 } });
    expect(Object.fromEntries(outcome.counts)).toEqual({
      Region: { created: 2, changed: 0, unchanged: 0 },
      Department: { created: 3, changed: 0, unchanged: 0 },
      Staff: { created: 3, changed: 0, unchanged: 0 },
      RoleGrant: { created: 3, changed: 0, unchanged: 0 },
    });
    const rows = await server.services.database.query("SELECT id FROM staff WHERE source = 'directory'");
    expect(rows).toEqual([]);
  });

  it('brings people with their department, leader and store', async () => {
    await importInto(server.services, { profile: 'directory', files: [file] });
    const admin = await server.as('sys-admin');
    const data = await admin.data(`{
      staffMembers(where: { source: { eq: "directory" } }, orderBy: [{ login: ASC }]) { items {
        displayName login jobTitle status department { code kind region { code manager { displayName } } } supervisor { displayName }
      } }
      departments(where: { source: { eq: "directory" }, code: { eq: "MD01" } }) { items { name ownership parent { code parent { code } } head { displayName } } }
    }`);
    expect(data.staffMembers.items[2]).toEqual({
      displayName: '周可心',
      login: 'zhou.kexin',
      jobTitle: '店长',
      status: 'ACTIVE',
      department: { code: 'MD01', kind: 'STORE', region: { code: 'HD', manager: { displayName: '沈若川' } } },
      supervisor: { displayName: '沈若川' },
    });
    expect(data.departments.items).toEqual([
      {
        name: '静安店',
        ownership: 'DIRECT',
        parent: { code: 'YY', parent: { code: 'ZB' } },
        head: { displayName: '周可心' },
      },
    ]);
  });

  it('leaves every role waiting for a second person, and gives nobody a password', async () => {
    const { database } = server.services;
    const grants = await database.query<Record<string, unknown>>(
      "SELECT g.role, g.state, g.granted_via, g.approved_at, s.login FROM role_grant g JOIN staff s ON s.id = g.staff_id WHERE g.source = 'directory' ORDER BY s.login",
    );
    const waiting = { state: 'PENDING', granted_via: 'import', approved_at: null };
    expect(grants.map((row) => ({ ...row }))).toEqual([
      { role: 'GM', login: 'lin.yinuo', ...waiting },
      { role: 'AREA_MANAGER', login: 'shen.ruochuan', ...waiting },
      { role: 'STORE_SUP', login: 'zhou.kexin', ...waiting },
    ]);
    const passwords = await database.query(
      "SELECT c.staff_id FROM credential c JOIN staff s ON s.id = c.staff_id WHERE s.source = 'directory'",
    );
    expect(passwords).toEqual([]);
  });

  it('changes nothing when it comes again, also after a role was approved', async () => {
    const { database } = server.services;
    await database.change(
      "UPDATE role_grant SET state = 'ACTIVE' WHERE source = 'directory' AND role = 'STORE_SUP'",
    );
    const again = await importInto(server.services, { profile: 'directory', files: [file] });
    for (const [kind, counts] of again.counts)
      expect({ kind, ...counts }).toMatchObject({ created: 0, changed: 0 });
    const [grant] = await database.query<{ state: string }>(
      "SELECT state FROM role_grant WHERE source = 'directory' AND role = 'STORE_SUP'",
    );
    expect(grant?.state).toBe('ACTIVE');
  });

  it('says which person has an impossible login, department or role', async () => {
    const bad = join(folder, '员工.csv');
    writeFileSync(
      bad,
      '工号,姓名,登录名,职务,手机,邮箱,所在部门代码,上级工号,在职状态\n2001,甲,Li Lei,店员,,,MD01,,在职\n2002,乙,li.lei,店员,,,MD99,,在职\n2003,丙,li.mei,店员,12,,MD01,,休眠\n',
    );
    const departments = join(folder, '部门.csv');
    writeFileSync(
      departments,
      '部门代码,部门名称,部门类别,上级部门代码,所属区域代码,负责人工号,门店性质,部门地址\nMD01,静安店,门店,,,,直营,\n',
    );
    const roles = join(folder, '角色.csv');
    writeFileSync(roles, '员工工号,角色名称\n1001,皇帝\n');
    const outcome = await importInto(server.services, {
      profile: 'directory',
      files: [bad, departments, roles],
    });
    expect(outcome.state).toBe('REFUSED');
    const found = outcome.check.bad.map(({ rowNo, column, problem }) => [rowNo, column, problem.message]);
    expect(found).toEqual(
      expect.arrayContaining([
        [2, '登录名', 'import.login'],
        [4, '手机', 'import.phone'],
        [4, '在职状态', 'import.notOneOf'],
        [2, '角色名称', 'import.notOneOf'],
        [3, '所在部门代码', 'import.refMissing'],
      ]),
    );
  });
});
