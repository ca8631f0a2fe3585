import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseStaff } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

/** A mutation with its input, as the dashboard sends it. */
const act = (name: string, returns: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${returns} } }`;

const data = async (login: string, document: string, variables: Record<string, unknown> = {}) =>
  (await server.as(login)).data(document, variables);
const error = async (login: string, document: string, variables: Record<string, unknown> = {}) =>
  (await server.as(login)).error(document, { variables });

describe('API tokens', () => {
  it('are shown once, listed by their beginning, and end when revoked', async () => {
    const expiresAt = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
    const create =
      'mutation ($name: String!, $expiresAt: DateTime!) { createApiToken(name: $name, expiresAt: $expiresAt) { id token } }';
    const { createApiToken } = await data('analyst', create, { name: '月报', expiresAt });
    expect(createApiToken.token).toMatch(/^kehu_[\w-]{43}$/);
    const own = { authorization: `Bearer ${createApiToken.token}` };
    expect((await server.anonymous.query('{ me { login } }', { headers: own })).data.me.login).toBe(
      'analyst',
    );
    const more = await server.anonymous.query(create, { variables: { name: 'x', expiresAt }, headers: own });
    expect(more.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { apiTokens } = await data('analyst', '{ apiTokens { items { id prefix version } } }');
    expect(apiTokens.items[0].prefix).toBe(createApiToken.token.slice(0, 9));
    const { id, version } = apiTokens.items[0];
    await data('analyst', act('revokeApiToken', 'apiToken { revokedAt }'), {
      input: { id, expectedVersion: version },
    });
    await new Promise((later) => setTimeout(later, 1100));
    expect(
      (await server.anonymous.query('{ me { login } }', { headers: own })).errors[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });

  it('expire within a year and a day', async () => {
    const create =
      'mutation ($expiresAt: DateTime!) { createApiToken(name: "x", expiresAt: $expiresAt) { id } }';
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      expect((await error('analyst', create, { expiresAt })).extensions.fields?.[0]?.path).toBe('expiresAt');
    }
  });
});

describe('access explained', () => {
  const explain =
    'query ($id: ID!, $action: String!) { explainAccess(entity: "Customer", id: $id, action: $action) { allowed because grants } }';

  it('names the rule that grants, in the reader’s language', async () => {
    const client = await server.as('store-staff');
    const { data: answer } = await client.query(explain, {
      variables: { id: '1001', action: 'READ' },
      headers: { 'accept-language': 'zh-Hans' },
    });
    expect(answer.explainAccess.allowed).toBe(true);
    expect(answer.explainAccess.because[0]).toBe(
      '可以：门店员工 对“客户档案”有“查看”权限，范围为本门店（依据 客户与服务）。',
    );
    expect(answer.explainAccess.grants).toContain('STORE_STAFF.customerFile.READ.STORE');
  });

  it('names the rule that refuses, and does not admit that a hidden record exists', async () => {
    const approve = await data('store-staff', explain, { id: '1001', action: 'APPROVE' });
    expect(approve.explainAccess.allowed).toBe(false);
    const hidden = await data('store-staff', explain, { id: '1004', action: 'READ' });
    const absent = await data('store-staff', explain, { id: '999999', action: 'READ' });
    expect(hidden).toEqual(absent);
    expect(hidden.explainAccess.allowed).toBe(false);
    const closed = await data('sys-admin', explain, { id: '1004', action: 'READ' });
    expect(closed.explainAccess.because).toEqual([
      'No: none of the roles held (System administrator) may Read Customer file.',
    ]);
    expect(await data('sys-admin', explain, { id: '999999', action: 'READ' })).toEqual(closed);
  });

  it('answers the reverse: who can see this record', async () => {
    const who = 'query ($id: ID!) { whoCanSee(entity: "Customer", id: $id) { staff { id } because } }';
    const { whoCanSee } = await data('privacy-officer', who, { id: '1004' });
    const ids = whoCanSee.map((viewer: { staff: { id: string } }) => viewer.staff.id);
    expect(ids).toContain(houseStaff['store-staff-b']);
    expect(ids).toContain(houseStaff.gm);
    expect(ids).not.toContain(houseStaff['store-staff']);
    expect(ids).not.toContain(houseStaff['sys-admin']);
    expect((await error('store-staff', who, { id: '1004' })).extensions.code).toBe('FORBIDDEN');
  });

  it('agrees with what each person really sees', async () => {
    const { whoCanSee } = await data(
      'gm',
      'query { whoCanSee(entity: "Customer", id: "1001") { staff { id } } }',
    );
    const said = new Set(whoCanSee.map((viewer: { staff: { id: string } }) => viewer.staff.id));
    for (const [login, id] of Object.entries(houseStaff)) {
      if (login === 'tech') continue;
      const { data: answer } = await (await server.as(login)).query('{ customer(id: "1001") { id } }');
      expect([login, said.has(id)]).toEqual([login, answer?.customer != null]);
    }
  });

  it('shows the matrix to everybody and a person’s rights to those who review access', async () => {
    const { permissionMatrix } = await data(
      'kam',
      '{ permissionMatrix { role subject action scope basisLabel } }',
    );
    expect(permissionMatrix.length).toBeGreaterThan(300);
    const rights = 'query ($id: ID!) { permissionsOfStaff(staffId: $id) { role subject action grantId } }';
    const { permissionsOfStaff } = await data('hr-admin', rights, { id: houseStaff.kam });
    expect(
      permissionsOfStaff.every((row: { role: string; grantId: string }) => row.role === 'KAM' && row.grantId),
    ).toBe(true);
    expect((await error('kam', rights, { id: houseStaff.gm })).extensions.code).toBe('FORBIDDEN');
  });
});
