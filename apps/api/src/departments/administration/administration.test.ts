import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { housePassword, houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const signIn = `mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) {
  token expiresAt user { id login displayName roles mustChangePassword department { name kind } permissions { subject action scope masked fields } } } }`;
/** A mutation with its input, as the dashboard sends it. */
const act = (name: string, returns: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${returns} } }`;

const data = async (login: string, document: string, variables: Record<string, unknown> = {}) =>
  (await server.as(login)).data(document, variables);
const error = async (login: string, document: string, variables: Record<string, unknown> = {}) =>
  (await server.as(login)).error(document, { variables });

describe('signing in', () => {
  it('gives a program a token and says who it is and what it may do', async () => {
    const { signIn: session } = await server.anonymous.data(signIn, {
      login: 'kam',
      password: housePassword,
    });
    expect(session.user).toMatchObject({
      id: houseStaff.kam,
      roles: ['KAM'],
      department: { name: '销售部', kind: 'SALES' },
    });
    expect(session.user.permissions).toContainEqual({
      subject: 'order',
      action: 'READ',
      scope: 'OWN',
      masked: true,
      fields: null,
    });
    const answer = await server.anonymous.post(JSON.stringify({ query: '{ me { login } }' }), {
      authorization: `Bearer ${session.token}`,
    });
    expect(answer.data.me.login).toBe('kam');
  });

  it('gives a browser a cookie out of reach of scripts, and no token', async () => {
    const answer = await server.anonymous.query(signIn, {
      variables: { login: 'gm', password: housePassword },
      headers: { origin: server.url, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.data.signIn.token).toBeNull();
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^kehu_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const browser = { cookie: cookie.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' };
    expect((await server.anonymous.query('{ me { login } }', { headers: browser })).data.me.login).toBe('gm');
    const out = await server.anonymous.query('mutation { signOut }', { headers: browser });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    const after = await server.anonymous.query('{ me { login } }', { headers: browser });
    expect(after.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('says which fields a right really opens: business secrets and the grade stand under rights of their own', async () => {
    const { me } = await data('store-staff', '{ me { permissions { subject action fields } } }');
    const right = me.permissions.find(
      (p: { subject: string; action: string }) => p.subject === 'customerFile' && p.action === 'READ',
    );
    expect(right.fields).toContain('Customer.grade');
    expect(right.fields).toContain('OrganisationProfile.legalName');
    expect(right.fields).not.toContain('OrganisationProfile.annualSales');
    const operations = (await data('ops', '{ me { permissions { subject action fields } } }')).me.permissions;
    expect(
      operations.find(
        (p: { subject: string; action: string }) => p.subject === 'customerFile' && p.action === 'READ',
      ).fields,
    ).not.toContain('Customer.grade');
  });

  it('answers a wrong password in the reader’s language, without a hint', async () => {
    const answer = await server.anonymous.query(signIn, {
      variables: { login: 'kam', password: 'nope' },
      headers: { 'accept-language': 'zh-Hant' },
    });
    expect(answer.errors[0]).toMatchObject({
      message: '登入名稱或密碼不正確。',
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('changing the password', () => {
  it('lets nobody guess the current one at leisure', async () => {
    const input = { currentPassword: 'wrong', newPassword: 'seven-green-kettles' };
    for (let i = 0; i < 5; i += 1) {
      const bad = await error('finance', act('changePassword', '__typename'), { input });
      expect(bad.extensions.fields?.[0]?.path).toBe('currentPassword');
    }
    const throttled = await error('finance', act('changePassword', '__typename'), { input });
    expect(throttled.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1 });
  });
});

describe('people', () => {
  it('are created with an account whose first password must be changed', async () => {
    const input = { displayName: '新同事', login: 'New.Person', departmentId: '24', phone: '13900000001' };
    const { createStaff } = await data(
      'sys-admin',
      act('createStaff', 'staff { id login displayName phone } initialPassword'),
      { input },
    );
    expect(createStaff.staff).toMatchObject({
      login: 'new.person',
      displayName: '新同事',
      phone: '139****0001',
    });
    const first = await server.anonymous.data(signIn, {
      login: 'new.person',
      password: createStaff.initialPassword,
    });
    expect(first.signIn.user.mustChangePassword).toBe(true);
    const own = { authorization: `Bearer ${first.signIn.token}` };
    const closed = await server.anonymous.query('{ departments { items { id } } }', { headers: own });
    expect(closed.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const bad = await server.anonymous.query(act('changePassword', '__typename'), {
      variables: { input: { currentPassword: createStaff.initialPassword, newPassword: 'password1234' } },
      headers: own,
    });
    expect(bad.errors[0]?.extensions.fields).toEqual([
      { path: 'newPassword', message: 'This password is too common.' },
    ]);
    const changed = await server.anonymous.query(act('changePassword', '__typename'), {
      variables: {
        input: { currentPassword: createStaff.initialPassword, newPassword: 'seven-green-kettles' },
      },
      headers: own,
    });
    expect(changed.errors).toEqual([]);
    await server.anonymous.data(signIn, { login: 'new.person', password: 'seven-green-kettles' });
  });

  it('have logins that nobody else has, in a form that can be typed', async () => {
    const taken = await error('sys-admin', act('createStaff', '__typename'), {
      input: { displayName: '甲', login: 'gm' },
    });
    expect(taken.extensions.fields).toEqual([{ path: 'login', message: 'This value is already taken.' }]);
    const odd = await error('sys-admin', act('createStaff', '__typename'), {
      input: { displayName: '甲', login: 'a b' },
    });
    expect(odd.extensions.fields?.[0]?.path).toBe('login');
  });

  it('leave only after their customers are handed over, and are out at once', async () => {
    const { staff } = await data('sys-admin', 'query ($id: ID!) { staff(id: $id) { version } }', {
      id: houseStaff.kam,
    });
    const input = { id: houseStaff.kam, expectedVersion: staff.version, status: 'LEFT' };
    const refused = await error('sys-admin', act('setStaffStatus', '__typename'), { input });
    expect(refused.extensions).toMatchObject({ code: 'RULE_VIOLATION', article: 'C1' });
    const leaving = houseStaff.tech;
    const tech = await server.as('tech');
    expect((await tech.data('{ me { login } }')).me.login).toBe('tech');
    await data('sys-admin', act('setStaffStatus', 'staff { status leftOn }'), {
      input: { id: leaving, expectedVersion: 1, status: 'LEFT' },
    });
    await new Promise((later) => setTimeout(later, 1100));
    expect((await tech.error('{ me { login } }')).extensions.code).toBe('UNAUTHENTICATED');
  });

  it('never become their own superior, also not by a detour', async () => {
    const boss = houseStaff['store-sup'];
    const { staff } = await data('sys-admin', 'query ($id: ID!) { staff(id: $id) { version } }', {
      id: boss,
    });
    const input = { id: boss, expectedVersion: staff.version, supervisorId: houseStaff['store-staff'] };
    expect((await error('sys-admin', act('updateStaff', '__typename'), { input })).extensions.code).toBe(
      'RULE_VIOLATION',
    );
  });

  it('are not changed by those without the right', async () => {
    const input = { displayName: '乙' };
    expect((await error('gm', act('createStaff', '__typename'), { input })).extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('roles', () => {
  const grant = async (login: string, staffId: string | undefined, role: string) =>
    (
      await data(login, act('grantRole', 'roleGrant { id state version } next { action by }'), {
        input: { staffId, role, reason: '轮岗' },
      })
    ).grantRole;

  it('hold only when a second person has approved them', async () => {
    const { roleGrant, next } = await grant('sys-admin', houseStaff.ops, 'LOGISTICS');
    expect(roleGrant.state).toBe('PENDING');
    expect(next.action).toBe('approveRoleGrant');
    const roles = async () => (await data('ops', '{ me { roles } }')).me.roles;
    expect(await roles()).toEqual(['OPS']);
    const input = { id: roleGrant.id, expectedVersion: roleGrant.version };
    const own = await error('sys-admin', act('approveRoleGrant', '__typename'), { input });
    expect(own.extensions).toMatchObject({ code: 'RULE_VIOLATION', article: 'B7.5' });
    await data('gm', act('approveRoleGrant', 'roleGrant { state approvedBy { login } }'), { input });
    await new Promise((later) => setTimeout(later, 1100));
    expect(await roles()).toEqual(['OPS', 'LOGISTICS']);
  });

  it('are not granted to oneself, nor approved by who receives them', async () => {
    const self = await error('sys-admin', act('grantRole', '__typename'), {
      input: { staffId: houseStaff['sys-admin'], role: 'GM' },
    });
    expect(self.extensions).toMatchObject({ code: 'RULE_VIOLATION', article: 'B7.5' });
    const { roleGrant } = await grant('sys-admin', houseStaff['hr-admin'], 'FINANCE');
    const input = { id: roleGrant.id, expectedVersion: roleGrant.version };
    const receiving = await error('hr-admin', act('approveRoleGrant', '__typename'), { input });
    expect(receiving.extensions.code).toBe('RULE_VIOLATION');
    await data('gm', act('refuseRoleGrant', 'roleGrant { state }'), {
      input: { ...input, reason: '不相容' },
    });
  });

  it('are revoked, but never the last administrator’s', async () => {
    const { roleGrants } = await data(
      'sys-admin',
      '{ roleGrants(where: { role: { eq: "SYS_ADMIN" } }) { items { id version } } }',
    );
    const [last] = roleGrants.items;
    const input = { id: last.id, expectedVersion: last.version, reason: '试试' };
    const refused = await error('sys-admin', act('revokeRoleGrant', '__typename'), { input });
    expect(refused.extensions.code).toBe('RULE_VIOLATION');
  });

  it('that do not exist are named as bad input', async () => {
    const bad = await error('sys-admin', act('grantRole', '__typename'), {
      input: { staffId: houseStaff.ops, role: 'EMPEROR', expiresOn: '2020-01-01' },
    });
    expect(bad.extensions.fields?.map((f) => f.path).sort()).toEqual(['expiresOn', 'role']);
  });
});

describe('the house', () => {
  it('takes new departments and regions, and no circles among them', async () => {
    const { createRegion } = await data('sys-admin', act('createRegion', 'region { id version }'), {
      input: { code: 'SOUTH', name: '华南' },
    });
    const { createRegion: below } = await data('sys-admin', act('createRegion', 'region { id version }'), {
      input: { code: 'GD', name: '广东', parentId: createRegion.region.id },
    });
    const circle = { id: createRegion.region.id, expectedVersion: 1, parentId: below.region.id };
    expect(
      (await error('sys-admin', act('updateRegion', '__typename'), { input: circle })).extensions.code,
    ).toBe('RULE_VIOLATION');
    const store = {
      code: 'C',
      name: '丙门店',
      kind: 'STORE',
      ownership: 'FRANCHISE',
      regionId: below.region.id,
    };
    const { createDepartment } = await data(
      'sys-admin',
      act('createDepartment', 'department { name kind active region { code } }'),
      { input: store },
    );
    expect(createDepartment.department).toEqual({
      name: '丙门店',
      kind: 'STORE',
      active: true,
      region: { code: 'GD' },
    });
    const office = await error('sys-admin', act('createDepartment', '__typename'), {
      input: { ...store, code: 'D', kind: 'OTHER' },
    });
    expect(office.extensions.fields?.[0]?.path).toBe('ownership');
  });

  it('keeps a department open while people work there', async () => {
    const input = { id: '24', expectedVersion: 1, active: false };
    expect((await error('sys-admin', act('updateDepartment', '__typename'), { input })).extensions.code).toBe(
      'RULE_VIOLATION',
    );
  });

  it('has its own words, code lists and settings', async () => {
    await data('sys-admin', act('saveLabelOverride', 'labelOverride { key }'), {
      input: { key: 'Role.GM', labelHans: '支行行长' },
    });
    const again = await data('sys-admin', act('saveLabelOverride', 'labelOverride { key labelHans }'), {
      input: { key: 'Role.GM', labelHans: '行长' },
    });
    expect(again.saveLabelOverride.labelOverride).toEqual({ key: 'Role.GM', labelHans: '行长' });
    const bad = await error('sys-admin', act('saveLabelOverride', '__typename'), {
      input: { key: 'Role.KING', labelHans: '王' },
    });
    expect(bad.extensions.fields?.[0]?.path).toBe('key');
    const zone = await error('sys-admin', act('updateOrganisation', '__typename'), {
      input: { id: '1', expectedVersion: 1, timeZone: 'Mars/Base', currency: 'yuan' },
    });
    expect(zone.extensions.fields?.map((f) => f.path).sort()).toEqual(['currency', 'timeZone']);
    const entry = { list: 'segment', code: 'VIP', labelHans: '贵宾', position: 1 };
    const { saveCodeListEntry } = await data(
      'sys-admin',
      act('saveCodeListEntry', 'codeListEntry { id version active }'),
      { input: entry },
    );
    expect(saveCodeListEntry.codeListEntry.active).toBe(true);
  });
});

describe('saved views', () => {
  it('are everybody’s own; shared ones are read by others and changed by nobody else', async () => {
    const input = {
      list: 'customers',
      name: '我的A级',
      content: { where: { grade: { eq: 'A' } } },
      shared: true,
    };
    const { saveView } = await data('kam', act('saveView', 'savedView { id version }'), { input });
    const others = await data('ops', '{ savedViews { items { id name } } }');
    expect(others.savedViews.items).toEqual([{ id: saveView.savedView.id, name: '我的A级' }]);
    const foreign = { id: saveView.savedView.id, expectedVersion: 1 };
    expect((await error('ops', act('deleteView', '__typename'), { input: foreign })).extensions.code).toBe(
      'FORBIDDEN',
    );
    await data('kam', act('deleteView', '__typename'), { input: foreign });
  });
});
