import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { departments } from '../departments/register.js';
import type { Client } from '../testing/client.js';
import { done, failing } from '../testing/failing-department.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const logged: unknown[] = [];
let server: TestServer;
let gm: Client;
beforeAll(async () => {
  server = await startTestServer({
    departments: [...departments, failing],
    log: { error: (...line) => logged.push(line), info: () => {}, debug: () => {} },
  });
  gm = await server.as('gm');
});
beforeEach(() => {
  logged.length = 0;
  done.length = 0;
});
afterAll(() => server?.stop());

const fail = (how: string, language = 'en') =>
  gm.query(`{ fails(how: "${how}") }`, { headers: { 'accept-language': language } });

describe('what nobody foresaw', () => {
  it.each(['unforeseen', 'duplicate', 'nothing'])(
    'is INTERNAL with a reference and nothing else: %s',
    async (how) => {
      const { status, errors, text: body, headers } = await fail(how);
      const reference = headers.get('x-request-id');
      expect(status).toBe(500);
      expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL', reference });
      expect(errors[0]?.message).toBe(
        `Something went wrong; tell your administrator the number ${reference}.`,
      );
      expect(body).not.toMatch(/SELECT|staff|\/srv|13800138000|stack|Duplicate/i);
      expect(logged).toHaveLength(1);
      expect(JSON.stringify(logged[0])).toContain(String(reference));
    },
  );
});

describe('what was refused', () => {
  it('names the article of a broken rule', async () => {
    expect((await fail('rule')).errors[0]?.extensions).toEqual({ code: 'RULE_VIOLATION', article: 'R4.9' });
  });

  it('names the version that stands now', async () => {
    expect((await fail('stale')).errors[0]?.extensions).toEqual({ code: 'CONFLICT', currentVersion: 7 });
  });

  it('names each bad field by its path, in the reader’s language', async () => {
    const said = async (language: string) => (await fail('bad', language)).errors[0]?.extensions.fields;
    expect(await said('zh')).toEqual([{ path: 'contacts.0.phone', message: '不是有效的电话号码。' }]);
    expect(await said('zh-HK')).toEqual([{ path: 'contacts.0.phone', message: '不是有效的電話號碼。' }]);
    expect(await said('en')).toEqual([{ path: 'contacts.0.phone', message: 'This is not a phone number.' }]);
  });

  it('says when to try again', async () => {
    expect((await fail('throttled')).errors[0]?.extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 4,
    });
  });

  it('says the cost, the limit and the part that costs most', async () => {
    const [error] = (await fail('dear')).errors;
    expect(error?.extensions).toEqual({
      code: 'QUERY_TOO_EXPENSIVE',
      cost: 9000,
      limit: 5000,
      part: 'customers.orders',
    });
    expect(error?.message).toMatch(/9000.*5000.*customers\.orders/);
  });

  it('is 503 while the database is away', async () => {
    const { status, errors, text: body } = await fail('away');
    expect([status, errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(body).not.toContain('10.0.0.5');
  });

  it('logs nothing of what people did wrong', async () => {
    await fail('bad');
    await fail('rule');
    expect(logged).toEqual([]);
  });
});

describe('several root fields', () => {
  it('tell of every failure, whichever comes first', async () => {
    for (const [first, second] of [
      [60, 0],
      [0, 60],
    ]) {
      // Compiled from the second run on.
      for (let run = 0; run < 3; run++) {
        const { data, errors } = await gm.query(
          `{ a: fails(how: "rule", after: ${first}) b: fails(how: "stale", after: ${second}) c: fails(how: "") }`,
        );
        expect(data).toBeNull();
        expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
          [['a'], 'RULE_VIOLATION'],
          [['b'], 'CONFLICT'],
        ]);
      }
    }
  });

  it('that act stop at the first failure', async () => {
    for (let run = 0; run < 3; run++) {
      const { errors } = await gm.query(
        'mutation { a: doThing(name: "one") b: doThing(name: "bad") c: doThing(name: "three") }',
      );
      expect(errors.map(({ path }) => path)).toEqual([['b']]);
    }
    expect(done).toEqual(['one', 'one', 'one']);
  });
});

describe('an answer', () => {
  it('of more than 10 MB is refused, counted in bytes', async () => {
    expect((await gm.query('{ longText(length: 3000000) }')).status).toBe(200);
    const { status, errors } = await gm.query('{ longText(length: 3600000) }');
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_EXPENSIVE']);
  });
});
