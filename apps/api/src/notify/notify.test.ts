import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../commands/run.js';
import { insertRows } from '../records/bulk.js';
import { houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { systemContext } from '../timers/system-context.js';
import { finishToDos } from './commands.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

const staff = (login: string): string => houseStaff[login] ?? '';

async function plant(to: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { services } = server;
  const id = await services.ids.next();
  const row = {
    id,
    toId: staff(to),
    message: 'clock.atRisk',
    content: { no: 'TS-2026-0001' },
    weight: 'WARNING',
    kind: 'Complaint',
    recordId: '77',
    recordNo: 'TS-2026-0001',
    at: '2026-01-06T02:00:00.000Z',
    ...more,
  };
  await insertRows(services.database, kindNamed('Notification'), [row], services.codec, services.clock.now());
  return id;
}

const stateOf = async (to: string, id: string) => {
  const { notification } = await (await server.as(to)).data(
    `{ notification(id: "${id}") { readAt doneAt messageText } }`,
  );
  return notification as { readAt: string | null; doneAt: string | null; messageText: string } | null;
};

describe('a message to a person', () => {
  it('is said in the language of whoever reads it', async () => {
    const id = await plant('gm');
    const ask = async (language: string) =>
      (
        await (
          await server.as('gm')
        ).query(`{ notification(id: "${id}") { messageText } }`, {
          headers: { 'accept-language': language },
        })
      ).data.notification.messageText;
    expect(await ask('en')).toBe('TS-2026-0001 comes near its deadline.');
    expect(await ask('zh-Hans')).toBe('TS-2026-0001 临近结案期限，请抓紧办理。');
    expect(await ask('zh-Hant')).toBe('TS-2026-0001 臨近結案期限，請抓緊辦理。');
  });

  it('is marked as read by its own reader alone, once, and stays to be done', async () => {
    const own = await plant('gm');
    const other = await plant('hr-admin');
    const gm = await server.as('gm');
    const mark = (ids: string[]) =>
      gm.query(
        'mutation M($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { count } }',
        {
          variables: { input: { ids } },
        },
      );
    expect((await mark([own, other])).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await stateOf('gm', own))?.readAt).toBeNull();
    expect((await mark([own])).data.markNotificationsRead.count).toBe(1);
    expect((await mark([own])).data.markNotificationsRead.count).toBe(0);
    const after = await stateOf('gm', own);
    expect(after?.readAt).not.toBeNull();
    expect(after?.doneAt).toBeNull();
  });

  it('is read with all others of its reader, and of nobody else', async () => {
    const own = [await plant('handler'), await plant('handler')];
    const other = await plant('hr-admin');
    const { markAllNotificationsRead } = await (await server.as('handler')).data(
      'mutation { markAllNotificationsRead(input: {}) { count } }',
    );
    expect(markAllNotificationsRead.count).toBe(2);
    for (const id of own) expect((await stateOf('handler', id))?.readAt).not.toBeNull();
    expect((await stateOf('hr-admin', other))?.readAt).toBeNull();
  });

  it('is left unread when it came after the person looked', async () => {
    const seen = await plant('ops-cs');
    const later = await plant('ops-cs', { at: '2026-01-06T03:00:00.000Z' });
    await (await server.as('ops-cs')).data(
      'mutation { markAllNotificationsRead(input: { until: "2026-01-06T02:30:00Z" }) { count } }',
    );
    expect((await stateOf('ops-cs', seen))?.readAt).not.toBeNull();
    expect((await stateOf('ops-cs', later))?.readAt).toBeNull();
  });

  it('is done when its record moves on, unless it only informed', async () => {
    const toDo = await plant('gm', { recordId: '88', weight: 'TODO' });
    const info = await plant('gm', { recordId: '88', weight: 'INFO' });
    const elsewhere = await plant('gm', { recordId: '89', weight: 'TODO' });
    await perform(
      {
        name: 'moveOn',
        permission: null,
        run: async (work) => {
          await finishToDos(work, 'Complaint', '88');
          return null;
        },
      },
      {},
      systemContext(server.services),
    );
    expect((await stateOf('gm', toDo))?.doneAt).not.toBeNull();
    expect((await stateOf('gm', info))?.doneAt).toBeNull();
    expect((await stateOf('gm', elsewhere))?.doneAt).toBeNull();
  });
});
