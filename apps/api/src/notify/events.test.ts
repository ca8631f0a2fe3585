import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../commands/run.js';
import { houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { systemContext } from '../timers/system-context.js';
import { notify } from './notify.js';

let server: TestServer;
const open: AbortController[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  for (const each of open.splice(0)) each.abort();
});
afterAll(() => server?.stop());

interface Hint {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** Opens the stream of a person; what came of it so far stands in `hints`. */
async function listen(login: string, headers: Readonly<Record<string, string>> = {}) {
  const abort = new AbortController();
  open.push(abort);
  const { token } = await server.as(login);
  const response = await fetch(`${server.url}/events`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: abort.signal,
  });
  const hints: Hint[] = [];
  const reading = (async () => {
    if (response.status !== 200 || !response.body) {
      // An answer that is never read would keep its connection, and the server's end waits for those.
      await response.text();
      return;
    }
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data) hints.push(JSON.parse(data) as Hint);
      }
    }
  })().catch(() => {});
  return { response, hints, reading, abort };
}

/** Tells a person something; answers the id of the message. */
const tell = (login: string) =>
  perform(
    {
      name: 'tell',
      permission: null,
      run: async (work) => {
        await notify(work, {
          to: [houseStaff[login] ?? ''],
          message: 'clock.atRisk',
          content: { no: 'TS-1' },
          weight: 'INFO',
          kind: null,
          recordId: null,
          recordNo: null,
        });
        const [row] = await work.rows<{ id: unknown }>('SELECT MAX(id) AS id FROM notification', []);
        return String(row?.id);
      },
    },
    {},
    systemContext(server.services),
  );

const sleep = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

async function until(holds: () => boolean, milliseconds = 8000): Promise<void> {
  for (let waited = 0; !holds() && waited < milliseconds; waited += 50) await sleep(50);
  expect(holds()).toBe(true);
}

describe('the stream of changes', () => {
  it('hints each change once, and only at what its reader sees', async () => {
    const gm = await listen('gm');
    const handler = await listen('handler');
    expect(gm.response.headers.get('content-type')).toContain('text/event-stream');
    const forGm = await tell('gm');
    const forHandler = await tell('handler');
    await until(() => gm.hints.some(({ id }) => id === forGm));
    await until(() => handler.hints.some(({ id }) => id === forHandler));
    await sleep(2500);
    expect(gm.hints.filter(({ kind, id }) => kind === 'Notification' && id === forGm)).toEqual([
      { kind: 'Notification', id: forGm, version: 1 },
    ]);
    expect(gm.hints.some(({ id }) => id === forHandler)).toBe(false);
    expect(handler.hints.some(({ id }) => id === forGm)).toBe(false);
  });

  it('finds a change that was committed after later ones', async () => {
    const gm = await listen('gm');
    const { database, ids, clock } = server.services;
    const id = await tell('gm');
    await until(() => gm.hints.some((hint) => hint.id === id));
    const at = new Date(clock.now().getTime() - 5000).toISOString().replace('T', ' ').replace('Z', '');
    await database.change(
      "INSERT INTO change_feed (id, kind, record_id, version, at) VALUES (?, 'Notification', ?, 7, ?)",
      [await ids.next(), id, at],
    );
    await until(() => gm.hints.some((hint) => hint.id === id && hint.version === 7));
  });

  it('is not opened by strangers, from other sites, or more often than six times by one person', async () => {
    const anonymous = await fetch(`${server.url}/events`);
    await anonymous.text();
    expect(anonymous.status).toBe(401);
    expect((await listen('gm', { 'sec-fetch-site': 'cross-site' })).response.status).toBe(403);
    const streams = [];
    for (let n = 0; n < 6; n += 1) streams.push(await listen('hr-admin'));
    expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await listen('hr-admin')).response.status).toBe(429);
    streams[0]?.abort.abort();
    await sleep(300);
    expect((await listen('hr-admin')).response.status).toBe(200);
  });

  it('ends by itself when the server stops', async () => {
    const other = await startTestServer();
    const { token } = await other.as('gm');
    const response = await fetch(`${other.url}/events`, { headers: { authorization: `Bearer ${token}` } });
    const reading = response.text();
    const began = performance.now();
    await other.stop();
    expect(await reading).toContain('ready');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
