import { readdir } from 'node:fs/promises';
import { uploadLimits } from '@kehu/importer/limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.js';
import type { TestServer } from '../../testing/test-server.js';
import { startDataServer } from '../testing/real-data.js';
import { safeName, uploadsFolder } from './store-upload.js';

const header = '编号,名称,简称,客户类型,个人或单位,细分,电话,省份,城市,备注,联系人,联系人职务,联系人电话';
const good = `${header}
Z1,云栖家居有限公司,云栖,经销商,单位,,021-55501234,上海,上海,,陈思远,采购经理,13800000011
Z2,何静怡,,终端消费者,个人,,13800000012,江苏,苏州,老客户介绍,,,
`;
const bad = `${good}Z3,错误客户,,没有这种类型,个人,,13800000013,江苏,苏州,,,,\n`;

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly body: any;
}

describe('an import by upload', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startDataServer();
  });
  afterAll(() => server?.stop());

  async function upload(
    client: Client,
    files: Readonly<Record<string, string | Uint8Array>>,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ profile: 'customers', ...fields })) form.append(name, value);
    for (const [name, content] of Object.entries(files))
      form.append('file', new Blob([typeof content === 'string' ? content : Buffer.from(content)]), name);
    const response = await fetch(`${client.url}/imports`, {
      method: 'POST',
      headers: {
        'accept-language': 'zh-CN',
        ...(client.token ? { authorization: `Bearer ${client.token}` } : {}),
        ...headers,
      },
      body: form,
    });
    return { status: response.status, body: await response.json() };
  }

  async function ended(client: Client, id: string) {
    for (let tries = 0; tries < 200; tries++) {
      const { importRun } = await client.data(
        `{ importRun(id: "${id}") { state dryRun profile files message rowsRead rowsCreated rowsBad via staff { login } rowErrors { rowNo columnName reason } } }`,
      );
      if (importRun.state !== 'RUNNING') return importRun;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The import did not end.');
  }

  const imported = async () => {
    const [row] = await server.services.database.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM customer WHERE source = 'customers'",
    );
    return Number(row?.n);
  };

  it('is refused to whoever is not signed in, or has no right to import', async () => {
    expect(await upload(server.anonymous, { 'a.csv': good })).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    for (const login of ['gm', 'store-staff', 'analyst'])
      expect(await upload(await server.as(login), { 'a.csv': good })).toEqual({
        status: 403,
        body: { error: { code: 'FORBIDDEN', message: '您没有导入数据的权限。' } },
      });
    // Products may be imported by operations; customers may not.
    const ops = await upload(await server.as('ops'), { 'a.csv': good });
    expect(ops).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('customers') } },
    });
    expect(await imported()).toBe(0);
  });

  it('is refused when a page of another site sends it with the cookie', async () => {
    const { url, token } = await server.as('ops-cs');
    const cookie = `kehu_session=${token}`;
    const bare = { url, token: null } as Client;
    const across = await upload(
      bare,
      { 'a.csv': good },
      {},
      { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(across).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
    const own = await upload(
      bare,
      { 'a.csv': good },
      { dryRun: 'true' },
      { cookie, origin: url, 'sec-fetch-site': 'same-origin' },
    );
    expect(own.status).toBe(202);
    await ended(await server.as('ops-cs'), own.body.run);
  });

  it('offers each person the profiles that he or she may use, with a template to fill in', async () => {
    const names = async (login: string) => {
      const answer = await (await server.as(login)).get('/imports/profiles');
      return ((await answer.json()) as { profiles: { name: string }[] }).profiles.map(({ name }) => name);
    };
    expect(await names('ops-cs')).toEqual(['complaints-in-hand', 'customers']);
    expect(await names('ops')).toEqual(['products']);
    expect(await names('sys-admin')).toEqual(['directory']);
    expect(await names('gm')).toEqual([]);
    const client = await server.as('ops-cs');
    const template = await client.get('/imports/profiles/customers/template');
    expect(template.status).toBe(200);
    const bytes = new Uint8Array(await template.arrayBuffer());
    const run = await upload(client, { '客户.xlsx': bytes }, { dryRun: 'true' });
    expect(await ended(client, run.body.run)).toMatchObject({ state: 'DONE', rowsRead: 2, rowsBad: 0 });
    expect((await client.get('/imports/profiles/directory/template')).status).toBe(404);
    expect((await client.get('/imports/profiles/..%2f..%2fpackage/template')).status).toBe(404);
  });

  it('changes nothing when it is only tried', async () => {
    const client = await server.as('ops-cs');
    const { status, body } = await upload(client, { '客户名单.csv': good }, { dryRun: 'true' });
    expect(status).toBe(202);
    expect(await ended(client, body.run)).toEqual({
      state: 'DONE',
      dryRun: true,
      profile: 'customers',
      files: ['客户名单.csv'],
      message: null,
      rowsRead: 2,
      rowsCreated: 3,
      rowsBad: 0,
      via: 'session',
      staff: { login: 'ops-cs' },
      rowErrors: [],
    });
    expect(await imported()).toBe(0);
  });

  it('writes nothing while there are bad rows, and says where they are; the good ones only when told to', async () => {
    const client = await server.as('ops-cs');
    const refused = await upload(client, { 'a.csv': bad });
    expect(await ended(client, refused.body.run)).toMatchObject({
      state: 'REFUSED',
      rowsBad: 1,
      rowErrors: [{ rowNo: 4, columnName: '客户类型', reason: 'import.notOneOf' }],
    });
    expect(await imported()).toBe(0);
    const taken = await upload(client, { 'a.csv': bad }, { acceptGoodRows: 'true' });
    expect(await ended(client, taken.body.run)).toMatchObject({ state: 'DONE', rowsCreated: 3, rowsBad: 1 });
    expect(await imported()).toBe(2);
  });

  it('imports in the background, leaves no file behind, and is on record with its person', async () => {
    const client = await server.as('ops-cs');
    const again = await upload(client, { 'a.csv': good });
    expect(await ended(client, again.body.run)).toMatchObject({ state: 'DONE', rowsCreated: 0 });
    const more = await upload(client, {
      'b.tsv': good.replaceAll(',', '\t').replaceAll('Z1', 'Z8').replaceAll('Z2', 'Z9'),
    });
    expect(await ended(client, more.body.run)).toMatchObject({
      state: 'DONE',
      rowsCreated: 3,
      staff: { login: 'ops-cs' },
    });
    expect(await imported()).toBe(4);
    const audited = await server.services.database.query<{ action: string; actor_via: string }>(
      "SELECT action, actor_via FROM audit_entry WHERE entity = 'ImportRun' AND entity_id = ?",
      [more.body.run],
    );
    expect(audited.map((row) => ({ ...row }))).toEqual([{ action: 'import', actor_via: 'session' }]);
    expect(await readdir(uploadsFolder(server.services.settings.home))).toEqual([]);
  });

  it.each([
    ['a file that is no table', { 'a.csv': '%PDF-1.7 …' }, 415, 'PDF'],
    ['an empty file', { 'a.csv': '' }, 422, '空'],
    ['a table without the columns', { 'a.csv': '甲,乙\n1,2\n' }, 422, '编号'],
    ['no file at all', {}, 422, '选择'],
  ])('refuses %s with words that say what is wrong', async (_, files, status, words) => {
    const answer = await upload(await server.as('ops-cs'), files as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(words);
    expect(await readdir(uploadsFolder(server.services.settings.home))).toEqual([]);
  });

  it('refuses more than the limits allow, and a body that is no form', async () => {
    const client = await server.as('ops-cs');
    const large = new Uint8Array(uploadLimits.fileBytes + 1).fill(0x31);
    const answer = await upload(client, { 'a.csv': large });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toContain('10 MB');
    const rows = `${header}\n${`Z,x,,经销商,单位,,,,,,,,\n`.repeat(1)}`;
    const many = `${rows}${',\n'.repeat(uploadLimits.rows)}`.replaceAll('\n,\n', '\n,,,,,,,,,,,,\n');
    expect(many.length).toBeLessThan(uploadLimits.fileBytes);
    const run = await upload(client, { 'a.csv': many });
    const said = run.status === 202 ? (await ended(client, run.body.run)).message : run.body.error.message;
    expect(said).toMatch(/200[, ]?000/);
    const json = await fetch(`${client.url}/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
    const option = await upload(client, { 'a.csv': good }, { option: 'wish=true' });
    expect(option).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('wish') } },
    });
    expect(await readdir(uploadsFolder(server.services.settings.home))).toEqual([]);
  });

  it('takes of a file’s name only what is a name', () => {
    expect(safeName('../../etc/passwd')).toBe('passwd');
    expect(safeName('C:\\data\\客户 名单.xlsx')).toBe('客户 名单.xlsx');
    expect(safeName('..')).toBe('file');
    expect(safeName('.\u0000hidden\n.csv')).toBe('hidden.csv');
    expect(safeName(`${'长'.repeat(300)}.csv`)).toHaveLength(104);
  });
});
