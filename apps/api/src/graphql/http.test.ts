import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let gm: Client;
beforeAll(async () => {
  server = await startTestServer();
  gm = await server.as('gm');
});
afterAll(() => server?.stop());

const good = JSON.stringify({ query: '{ customers { totalCount } }' });

describe('GraphQL over HTTP', () => {
  it('answers in the media type that is asked for', async () => {
    const types = async (accept: string) => (await gm.post(good, { accept })).headers.get('content-type');
    expect(await types('application/json')).toBe('application/json; charset=utf-8');
    expect(await types('*/*')).toBe('application/json; charset=utf-8');
    expect(await types('application/graphql-response+json')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await types('application/graphql-response+json, application/json;q=0.9')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
  });

  it('answers a repeated question in the same form and with the same bytes, whatever came before', async () => {
    const ask = JSON.stringify({
      query: 'query Again($n: Int!) { customers(limit: $n) { items { id } } }',
      variables: { n: 2 },
    });
    const broken = JSON.stringify({
      query: 'query Again($n: Int!) { customers(limit: $n) { items { id } } }',
      variables: {},
    });
    const accepts = ['application/json', 'application/graphql-response+json'];
    const form = async (body: string, accept: string) => {
      const { status, headers, text } = await gm.post(body, { accept });
      return { status, type: headers.get('content-type'), text };
    };
    const first = await Promise.all(accepts.map((accept) => form(ask, accept)));
    for (const [at, accept] of accepts.entries()) {
      const refused = await form(broken, accept);
      expect(refused.status, accept).toBe(400);
      expect(await form(ask, accept)).toEqual(first[at]);
      expect(await form(ask, accept)).toEqual(first[at]);
    }
  });

  it('refuses a media type that it does not speak', async () => {
    expect((await gm.post(good, { accept: 'text/html' })).status).toBe(406);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['several parts', 'multipart/form-data; boundary=x'],
    ['nothing', ''],
    ['UTF-16', 'application/json; charset=utf-16'],
    ['UTF-7', 'application/json;charset="utf-7"'],
    ['JSON in disguise', 'text/plain; application/json'],
  ])('takes no body of %s', async (_, type) => {
    const { status, errors } = await gm.post(good, { 'content-type': type });
    expect([status, errors[0]?.extensions.code]).toEqual([415, 'BAD_USER_INPUT']);
  });

  it('takes UTF-8 by whatever spelling, and nothing that is not UTF-8', async () => {
    expect((await gm.post(good, { 'content-type': 'application/json; charset=UTF-8' })).data).toBeTruthy();
    expect((await gm.post(Buffer.from(good.replace('customers', 'customérs'), 'latin1'))).status).toBe(415);
    expect((await gm.post(good, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it.each([
    ['no JSON', '{"query": "{ customers'],
    ['a batch', `[${good},${good}]`],
    ['nothing', ''],
    ['no query', '{"variables":{}}'],
    ['an empty query', '{"query":""}'],
    ['a query that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['variables in a text', '{"query":"{ __typename }","variables":"{}"}'],
    ['a persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}'],
  ])('refuses %s', async (_, body) => {
    const { status, errors } = await gm.post(body);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('reads only POST', async () => {
    for (const query of ['{ customers { totalCount } }', 'mutation { signOut }']) {
      const response = await gm.get(`/graphql?query=${encodeURIComponent(query)}`);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    }
  });

  it('refuses a body of more than 256 KB, announced or not', async () => {
    const body = JSON.stringify({ query: `{ customers { totalCount } } #${'x'.repeat(256 * 1024)}` });
    expect((await gm.post(body)).status).toBe(413);
    const status = await new Promise((resolve, reject) => {
      const sent = request(
        `${server.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode),
      );
      sent.on('error', reject);
      sent.end(body);
    });
    expect(status).toBe(413);
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('refuses what comes from %s', async (_, headers) => {
    const { status, errors } = await gm.post(good, headers);
    expect([status, errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('takes what comes from its own pages', async () => {
    const { data } = await gm.post(good, { origin: server.url, 'sec-fetch-site': 'same-origin' });
    expect(data.customers.totalCount).toBe(6);
  });

  it('names every answer, by the caller’s own name when it is harmless', async () => {
    const named = await gm.post(good, { 'x-request-id': 'night-run-0001' });
    expect(named.headers.get('x-request-id')).toBe('night-run-0001');
    const other = await gm.post(good, { 'x-request-id': '"; DROP TABLE' });
    expect(other.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(other.headers.get('cache-control')).toBe('no-store');
  });
});

describe('whoever has not signed in', () => {
  it('is told so, in every language, before anything is looked at', async () => {
    const said = async (language: string) => {
      const { status, errors } = await server.anonymous.post(good, { 'accept-language': language });
      return [status, errors[0]?.extensions.code, errors[0]?.message];
    };
    expect(await said('zh-CN,zh;q=0.9')).toEqual([401, 'UNAUTHENTICATED', '请先登录。']);
    expect(await said('zh-TW')).toEqual([401, 'UNAUTHENTICATED', '請先登入。']);
    expect(await said('zh-Hant-HK')).toEqual([401, 'UNAUTHENTICATED', '請先登入。']);
    expect(await said('en-US,en;q=0.8,zh;q=0.2')).toEqual([401, 'UNAUTHENTICATED', 'Sign in first.']);
    expect(await said('fr, de;q=0.5')).toEqual([401, 'UNAUTHENTICATED', '请先登录。']);
  });

  it('learns nothing of the schema', async () => {
    for (const query of ['{ nothing }', '{ __schema { types { name } } }', '{ customers { nothing } }']) {
      const { status, text } = await server.anonymous.query(query);
      expect(status).toBe(401);
      expect(text).toContain('UNAUTHENTICATED');
    }
  });
});

describe('a bad document', () => {
  it('is answered with the place and the reader’s words', async () => {
    const { status, errors } = await gm.query('{ customers(where: { grad: { eq: A } }) { items { nam } } }', {
      headers: { 'accept-language': 'zh-Hans' },
    });
    expect(status).toBe(400);
    expect(errors.map(({ message, extensions }) => [message, extensions.fields?.[0]?.path])).toEqual([
      ['“CustomerWhere”没有“grad”这一项。', 'customers.where.grad'],
      ['“Customer”没有“nam”这一项。', 'customers.items.nam'],
    ]);
  });

  it('names a wrong value in a variable by its path', async () => {
    const error = await gm.error('query($w: OrderWhere) { orders(where: $w) { totalCount } }', {
      variables: { w: { and: [{ total: { gt: '1' } }, { orderedAt: { gte: '2026-02-30' } }] } },
    });
    expect(error.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        { path: 'variables.w.and.1.orderedAt.gte', message: 'The value is not right; expected DateTime.' },
      ],
    });
  });

  it.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-01-01T24:00', false],
    ['2026-01-01T08:30', true],
    ['2026-01-01T08:30:15.123+08:00', true],
    ['2026-01-01 08:30', false],
    ["'; DROP TABLE staff; --", false],
    ['', false],
  ])('takes %s as a time: %s', async (value, good) => {
    const { errors } = await gm.query(
      'query($t: DateTime) { orders(where: { orderedAt: { gte: $t } }) { totalCount } }',
      {
        variables: { t: value },
      },
    );
    expect(errors.length === 0).toBe(good);
  });

  it('takes decimals as text or number, and only exact ones', async () => {
    const count = async (value: unknown) =>
      (
        await gm.query('query($v: Decimal) { orders(where: { total: { gt: $v } }) { totalCount } }', {
          variables: { v: value },
        })
      ).data?.orders.totalCount;
    expect(await count('250.4999')).toBe(2);
    expect(await count(250.5)).toBe(1);
    expect(await count('1e3')).toBeUndefined();
    expect(await count('NaN')).toBeUndefined();
  });

  it('lists at most ten errors', async () => {
    const { errors } = await gm.query(`{ ${Array.from({ length: 9 }, (_, i) => `x${i} y${i}`).join(' ')} }`);
    expect(errors.length).toBeLessThanOrEqual(10);
    expect(errors.length).toBeGreaterThan(5);
  });
});

const explained = (extensions: unknown) =>
  (extensions as { explain: { statements: { sql?: string; rows: number }[]; cost: number } }).explain;

describe('explain', () => {
  const ask = (client: Client) =>
    client.query('{ customers { items { orders { lines { lineNo } } } totalCount } }', {
      headers: { 'x-kehu-explain': '1' },
    });

  it('tells the statements, their times and rows, and the cost', async () => {
    const { extensions } = await ask(gm);
    const { statements, cost } = explained(extensions);
    // One for the page, one for each level of lists, perhaps one for the count.
    expect([3, 4]).toContain(statements.length);
    expect(statements[0]).toMatchObject({
      sql: expect.stringMatching(/SELECT/),
      milliseconds: expect.any(Number),
    });
    expect(cost).toBeGreaterThan(0);
  });

  it('keeps the text of the statements from whoever may not ask ad hoc', async () => {
    const { extensions } = await ask(await server.as('store-staff'));
    const { statements } = explained(extensions);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.every((statement) => !('sql' in statement))).toBe(true);
  });

  it('is silent unless asked', async () => {
    expect((await gm.post(good)).extensions).toBeUndefined();
  });
});
