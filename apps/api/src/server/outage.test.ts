import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let gm: Client;
beforeAll(async () => {
  server = await startTestServer();
  gm = await server.as('gm');
});
afterEach(() => server.line.set('whole'));
afterAll(() => server?.stop());

const ask = '{ customers { totalCount items { id } } }';

async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  const until = performance.now() + milliseconds;
  do {
    if (await holds()) return true;
    await sleep(100);
  } while (performance.now() < until);
  return false;
}

describe('while the database is away', () => {
  it('requests are told so instead of being left waiting', async () => {
    await gm.data(ask);
    server.line.set('cut');
    const { status, errors } = await gm.query(ask);
    expect([status, errors[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
  });

  it('a question that nobody answers ends soon after its time limit', async () => {
    const clerk = await server.as('store-staff');
    await clerk.data(ask);
    server.line.set('silent');
    const { status, errors } = await clerk.query(ask);
    server.line.set('cut');
    expect([status, errors[0]?.extensions.code]).toEqual([504, 'TIMEOUT']);
  });

  it('health says so, and the process lives', async () => {
    server.line.set('cut');
    const ready = await server.anonymous.get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, database: false, migrated: false },
    ]);
    expect((await server.anonymous.get('/health/live')).status).toBe(200);
  });

  it('gives nothing away of where it is', async () => {
    server.line.set('cut');
    const { text } = await gm.query(ask);
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN|socket|mysql|SELECT/i);
  });
});

describe('once the database is back', () => {
  it('requests are answered again within five seconds, without a restart', async () => {
    server.line.set('cut');
    await gm.query(ask);
    await sleep(1200);
    server.line.set('whole');
    const answered = await within(5000, async () => (await gm.query(ask)).status === 200);
    expect(answered).toBe(true);
    expect((await server.anonymous.get('/health/ready')).status).toBe(200);
  });
});
