import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

describe('the server beside GraphQL', () => {
  it('says that it lives and that it can serve', async () => {
    expect(await (await server.anonymous.get('/health/live')).json()).toEqual({ live: true });
    const ready = await server.anonymous.get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, database: true, migrated: true },
    ]);
  });

  it('measures requests by operation name', async () => {
    const gm = await server.as('gm');
    await gm.query('query Measured { customers { totalCount } }');
    await gm.query('query Refused { nothing }');
    const text = await (await server.anonymous.get('/metrics')).text();
    expect(text).toMatch(/kehu_graphql_seconds_count\{operation="Measured"\} 1/);
    expect(text).toMatch(/kehu_graphql_answers_total\{operation="Refused",code="BAD_USER_INPUT"\} 1/);
    expect(text).toMatch(/kehu_graphql_seconds_bucket\{operation="Measured",le="\+Inf"\} 1/);
  });

  it('measures the wait for connections and the audit entries that are not sealed yet', async () => {
    const text = await (await server.anonymous.get('/metrics')).text();
    expect(text).toMatch(/^kehu_pool_acquired_total [1-9]\d*$/m);
    expect(text).toMatch(/^kehu_pool_wait_seconds_total \d/m);
    expect(text).toMatch(/^kehu_audit_unsealed 0$/m);
  });

  it('lets nothing of another origin into its pages and nobody frame them', async () => {
    const { headers } = await server.anonymous.get('/', { accept: 'text/html' });
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  it('says in JSON that there is no such path', async () => {
    const response = await server.anonymous.get('/nothing/here.json');
    expect([response.status, await response.json()]).toEqual([404, { error: 'NOT_FOUND' }]);
    expect((await server.anonymous.get('/../../etc/passwd')).status).toBe(404);
    expect((await server.anonymous.get('/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('answers a malformed request with 400 and closes', async () => {
    const { port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });
});
