import type { Database } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perform } from '../commands/run.js';
import { insertRows } from '../records/bulk.js';
import { instantOf } from '../records/decode.js';
import type { Services } from '../services.js';
import { houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { systemContext } from '../timers/system-context.js';
import { openChannels } from './channels/register.js';
import { type MessageSettings, readMessageSettings } from './channels/settings.js';
import { finishToDos } from './commands.js';
import { leaseSeconds, mostTries, pauseAfter } from './deliveries.js';
import { type NotifyRequest, notify } from './notify.js';
import { giveUp } from './outbox-job.js';
import { type Sent, sendDue } from './send.js';
import { type FakePlatform, fakePlatform } from './testing/fake-platform.js';

let server: TestServer;
let platform: FakePlatform;
let messages: MessageSettings;
/** A time of 9 March 2026, a Monday, in the organisation's zone. */
const at = (time: string, day = 9) => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`);
let now = at('10:00');

const accepting: FakePlatform['answer'] = ({ path }) => ({
  body: path.includes('token')
    ? { code: 0, tenant_access_token: 't', expire: 7200 }
    : { code: 0, errcode: 0 },
});

beforeAll(async () => {
  platform = await fakePlatform(accepting);
  messages = readMessageSettings({
    KEHU_PUBLIC_URL: 'https://kehu.example.com',
    KEHU_FEISHU_APP_ID: 'cli_1',
    KEHU_FEISHU_APP_SECRET: 'app-secret',
    KEHU_FEISHU_API: platform.url,
    KEHU_WECOM_ROBOT_URL: `${platform.url}/robot?key=group-key`,
    KEHU_SMS_URL: `${platform.url}/sms`,
  });
  server = await startTestServer({ settings: { messages }, clock: { now: () => now } });
});
afterAll(async () => {
  await server?.stop();
  await platform?.stop();
});
beforeEach(async () => {
  now = at('10:00');
  const { database, codec } = server.services;
  for (const login of ['gm', 'handler', 'ops-cs'])
    await insertRows(
      database,
      kindNamed('PersonalChannel'),
      [
        {
          id: await server.services.ids.next(),
          staffId: houseStaff[login],
          channel: 'FEISHU_APP',
          level: 'ALL',
          address: `ou_${login}`,
          language: login === 'ops-cs' ? 'en' : null,
        },
      ],
      codec,
      now,
    );
});
afterEach(async () => {
  platform.received.length = 0;
  platform.answer = accepting;
  for (const table of ['message_part', 'message_delivery', 'notification', 'personal_channel'])
    await server.services.database.change(`DELETE FROM ${table}`);
});

const staff = (login: string): string => houseStaff[login] ?? '';

function tell(more: Partial<NotifyRequest> & { readonly to: readonly string[] }): Promise<unknown> {
  return act(async (work) => {
    await notify(work, {
      message: 'clock.atRisk',
      content: { no: 'TS-2026-0001' },
      weight: 'WARNING',
      kind: 'Complaint',
      recordId: '77',
      recordNo: 'TS-2026-0001',
      dueAt: at('16:00', 11),
      ...more,
      to: more.to.map(staff),
    });
  });
}

function act(run: (work: Parameters<typeof notify>[0]) => Promise<void>): Promise<unknown> {
  const command = {
    name: 'tell',
    permission: null,
    run: async (work: Parameters<typeof notify>[0]) => {
      await run(work);
      return null;
    },
  };
  return perform(command, {}, systemContext(server.services));
}

interface Row {
  readonly id: string;
  readonly message_id: string;
  readonly to_id: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly not_before: string;
  readonly problem: string | null;
}

async function deliveries(channel = 'FEISHU_APP'): Promise<Row[]> {
  const rows = await server.services.database.query<Row>(
    'SELECT * FROM message_delivery WHERE channel = ? ORDER BY message_id',
    [channel],
  );
  return rows.map((row) => ({
    ...row,
    attempts: Number(row.attempts),
    not_before: instantOf(row.not_before),
  }));
}

async function send(services: Services = server.services, channel = 'FEISHU_APP'): Promise<readonly Sent[]> {
  const found = openChannels(messages, () => now).find(({ name }) => name === channel);
  if (!found) throw new Error(`${channel} is not set up.`);
  return sendDue(services, found);
}

/** What a person was sent by the application, as text. */
const textsTo = (login: string): string[] =>
  platform.received
    .filter(({ body }) => body?.receive_id === `ou_${login}`)
    .map(({ body }) => String(JSON.parse(body.content).text));

describe('the outbox', () => {
  it('gathers a person’s messages into one delivery for each channel and digest', async () => {
    await tell({ to: ['gm', 'handler'] });
    await tell({ to: ['gm'], recordId: '78', recordNo: 'TS-2026-0002', content: { no: 'TS-2026-0002' } });
    const slot = '20260309T0550';
    expect((await deliveries()).map(({ message_id }) => message_id)).toEqual(
      [`digest-${staff('gm')}-FEISHU_APP-${slot}`, `digest-${staff('handler')}-FEISHU_APP-${slot}`].sort(),
    );
    expect(await send()).toEqual([]);
    now = at('13:50');
    expect(await send()).toEqual(['SENT', 'SENT']);
    expect(textsTo('gm')).toEqual([
      [
        '客户之声 03-09 13:50：2 项待看',
        '【提醒】TS-2026-0001 临近结案期限，请抓紧办理。 期限 03-11 16:00',
        'https://kehu.example.com/#/complaints/77/show',
        '【提醒】TS-2026-0002 临近结案期限，请抓紧办理。 期限 03-11 16:00',
        'https://kehu.example.com/#/complaints/78/show',
      ].join('\n'),
    ]);
    expect(platform.received.at(-1)?.body.uuid).toMatch(/^digest-\d+-FEISHU_APP-20260309T0550$/);
  });

  it('writes nothing when the act comes to nothing', async () => {
    await expect(
      act(async (work) => {
        await notify(work, {
          to: [staff('gm')],
          message: 'clock.atRisk',
          weight: 'URGENT',
          kind: null,
          recordId: null,
          recordNo: null,
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await deliveries()).toEqual([]);
  });

  it('speaks each person’s language', async () => {
    await tell({ to: ['ops-cs'] });
    now = at('13:50');
    await send();
    expect(textsTo('ops-cs')[0]).toContain('[Warning] TS-2026-0001 comes near its deadline. due 03-11 16:00');
  });

  it('lets urgent messages through at once, in the quiet hours too, each by itself', async () => {
    now = at('23:00');
    await tell({ to: ['gm'], weight: 'URGENT', message: 'case.severe' });
    await tell({ to: ['gm'] });
    expect(await send()).toEqual(['SENT']);
    expect(textsTo('gm')[0]).toContain('客户之声 03-09 23:00：紧急\n【紧急】');
    const [digest] = (await deliveries()).filter(({ state }) => state === 'WAITING');
    expect(digest?.not_before).toBe(at('08:50', 10).toISOString());
  });

  it('follows the times that the organisation has set, from when they hold', async () => {
    const put = (key: string, value: string, from: Date) =>
      act(async (work) => {
        await work.insert('ComplaintSetting', { key, value, effectiveFrom: from.toISOString() });
      });
    await put('messages.digestNoon', '11:30', at('09:00'));
    await put('messages.digestEvening', '10:10', at('12:00'));
    await tell({ to: ['gm'] });
    expect((await deliveries())[0]?.not_before).toBe(at('11:30').toISOString());
    await server.services.database.change('DELETE FROM complaint_setting');
  });

  it('leaves out what was read or settled meanwhile, and sends no empty digest', async () => {
    await tell({ to: ['gm', 'handler'] });
    await tell({ to: ['gm'], kind: 'Complaint', recordId: '78', recordNo: 'TS-2', content: { no: 'TS-2' } });
    await act((work) => finishToDos(work, 'Complaint', '77'));
    now = at('13:50');
    expect([...(await send())].sort()).toEqual(['NOT_NEEDED', 'SENT']);
    expect(textsTo('handler')).toEqual([]);
    expect(textsTo('gm')[0]).not.toContain('TS-2026-0001');
    expect((await deliveries()).map(({ state }) => state).sort()).toEqual(['NOT_NEEDED', 'SENT']);
  });

  it('takes nothing more into a digest that is being sent: it goes with the next', async () => {
    await tell({ to: ['gm'] });
    now = at('13:50');
    platform.answer = () => ({ body: { code: 5, msg: 'busy' } });
    await send();
    now = at('13:49');
    await tell({ to: ['gm'], recordNo: 'TS-2', content: { no: 'TS-2' } });
    expect((await deliveries()).map(({ not_before }) => not_before)).toContain(at('17:20').toISOString());
    platform.answer = accepting;
    now = at('17:20');
    await send();
    expect(textsTo('gm').at(-1)).toContain('TS-2 ');
  });

  it('goes by no way that a person does not want, or where nobody knows the address', async () => {
    const set = (changes: string) =>
      server.services.database.change(`UPDATE personal_channel SET ${changes} WHERE staff_id = ?`, [
        staff('gm'),
      ]);
    await set("level = 'URGENT'");
    await tell({ to: ['gm'] });
    expect(await deliveries()).toEqual([]);
    await tell({ to: ['gm'], weight: 'URGENT' });
    expect(await deliveries()).toHaveLength(1);
    await set("level = 'NONE'");
    await tell({ to: ['gm', 'kam'], weight: 'URGENT' });
    expect(await deliveries()).toHaveLength(1);
    expect(await send()).toEqual(['NOT_NEEDED']);
  });

  it('sends an SMS only for what is urgent unless a person wants more', async () => {
    const { database, codec } = server.services;
    const phone = codec.encrypt('13900001111');
    await database.change('UPDATE staff SET phone_cipher = ? WHERE id = ?', [phone, staff('gm')]);
    await tell({ to: ['gm'] });
    expect(await deliveries('SMS')).toEqual([]);
    await tell({ to: ['gm'], weight: 'URGENT', message: 'case.severe' });
    expect(await send(server.services, 'SMS')).toEqual(['SENT']);
    expect(platform.received.at(-1)?.body.to).toBe('13900001111');
    await database.change('UPDATE staff SET phone_cipher = NULL WHERE id = ?', [staff('gm')]);
  });

  it('tells a group once what several people are told, and nothing that only informs', async () => {
    await tell({ to: ['gm', 'handler', 'kam'] });
    await tell({ to: ['gm'], weight: 'INFO', recordNo: 'TS-9', content: { no: 'TS-9' } });
    now = at('13:50');
    expect(await send(server.services, 'WECOM_ROBOT')).toEqual(['SENT']);
    const text = String(platform.received.at(-1)?.body.text.content);
    expect(text.match(/TS-2026-0001/g)).toHaveLength(1);
    expect(text).not.toContain('TS-9');
    expect(platform.received.at(-1)?.headers['x-kehu-message-id']).toBe(
      'digest-group-WECOM_ROBOT-20260309T0550',
    );
  });
});

describe('sending', () => {
  it('is tried again after a growing pause with the same id, and has failed after eight tries', async () => {
    platform.answer = ({ path }) =>
      path.includes('token')
        ? { body: { code: 0, tenant_access_token: 't', expire: 7200 } }
        : { body: { code: 230013, msg: 'ou_gm has no availability, app-secret' } };
    await tell({ to: ['gm'], weight: 'URGENT' });
    const pauses: number[] = [];
    for (let tries = 1; tries <= mostTries; tries += 1) {
      expect(await send()).toEqual([tries < mostTries ? 'POSTPONED' : 'FAILED']);
      expect(await send()).toEqual([]);
      const [row] = await deliveries();
      expect(row?.attempts).toBe(tries);
      if (tries === mostTries) break;
      pauses.push((Date.parse(row?.not_before ?? '') - now.getTime()) / 1000);
      now = new Date(row?.not_before ?? '');
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920]);
    expect(pauseAfter(12)).toBe(3600);
    const [row] = await deliveries();
    expect(row).toMatchObject({ state: 'FAILED', problem: 'code 230013: *** has no availability, ***' });
    const ids = platform.received.flatMap(({ body }) => (body?.uuid ? [body.uuid] : []));
    expect(ids).toEqual(Array(mostTries).fill(row?.message_id));
  });

  it('loses nothing when a server ends between sending and marking: the same id goes out again', async () => {
    await tell({ to: ['gm'], weight: 'URGENT' });
    await expect(send(dyingAtTheMark(server.services))).rejects.toThrow('the server is gone');
    expect(textsTo('gm')).toHaveLength(1);
    expect(await send()).toEqual([]);
    now = new Date(now.getTime() + leaseSeconds * 1000);
    expect(await send()).toEqual(['SENT']);
    expect(textsTo('gm')).toHaveLength(2);
    const sent = platform.received.filter(({ body }) => body?.uuid);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    now = new Date(now.getTime() + 86_400_000);
    expect(await send()).toEqual([]);
  });

  it('is done once by however many servers', async () => {
    for (let n = 0; n < 12; n += 1)
      await tell({
        to: ['gm', 'handler'],
        weight: 'URGENT',
        recordNo: `TS-${n}`,
        content: { no: `TS-${n}` },
      });
    const rounds = await Promise.all([send(), send(), send()]);
    await send();
    expect(rounds.flat().filter((sent) => sent === 'SENT')).toHaveLength(24);
    const ids = platform.received.flatMap(({ body }) => (body?.uuid ? [String(body.uuid)] : []));
    expect(ids).toHaveLength(24);
    expect(new Set(ids).size).toBe(24);
  });

  it('never loses a message that is written while its digest is being sent', async () => {
    const { database } = server.services;
    now = new Date(at('13:49').getTime());
    const slot = at('13:50');
    const acts = Array.from({ length: 20 }, (_, n) =>
      tell({ to: ['gm'], recordId: String(100 + n), recordNo: `TS-${n}`, content: { no: `TS-${n}` } }),
    );
    // The sender's clock is past the slot while the acts' clock is not: they meet on the same delivery.
    const ahead: Services = { ...server.services, clock: { now: () => slot } };
    const sending = (async () => {
      for (let n = 0; n < 40; n += 1) await send(ahead);
    })();
    await Promise.all([...acts, sending]);
    now = at('17:20');
    await send();
    const text = textsTo('gm').join('\n');
    for (let n = 0; n < 20; n += 1) expect(text).toContain(`TS-${n} `);
    const [left] = await database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM message_delivery WHERE state = 'WAITING' AND channel = 'FEISHU_APP'",
    );
    expect(Number(left?.n)).toBe(0);
  });

  it('keeps of a message what it was about, and nothing that it said', async () => {
    await tell({ to: ['gm'], weight: 'URGENT' });
    await send();
    const admin = await server.as('sys-admin');
    const { messageDeliveries } = await admin.data(
      '{ messageDeliveries(where: { channel: { eq: FEISHU_APP } }) { items { state content attempts sentAt to { id } } } }',
    );
    expect(messageDeliveries.items).toEqual([
      {
        state: 'SENT',
        attempts: 1,
        sentAt: now.toISOString(),
        to: { id: staff('gm') },
        content: {
          at: now.toISOString(),
          lines: [{ no: 'TS-2026-0001', message: 'clock.atRisk', dueAt: at('16:00', 11).toISOString() }],
        },
      },
    ]);
    const refused = await (await server.as('handler')).query('{ messageDeliveries { items { id } } }');
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('gives up after a day when a channel is no longer set up', async () => {
    await tell({ to: ['gm'], weight: 'URGENT' });
    const without: Services = {
      ...server.services,
      settings: { ...server.services.settings, messages: { ...messages, feishuApp: null } },
    };
    now = new Date(now.getTime() + 23 * 3_600_000);
    await giveUp(without);
    expect((await deliveries())[0]?.state).toBe('WAITING');
    now = new Date(now.getTime() + 2 * 3_600_000);
    await giveUp(without);
    expect((await deliveries())[0]).toMatchObject({ state: 'FAILED', problem: 'the channel is not set up' });
    expect((await deliveries('SMS')).every(({ state }) => state !== 'FAILED')).toBe(true);
  });
});

/** Services whose server ends before it can write what came of a try. */
function dyingAtTheMark(services: Services): Services {
  const database = new Proxy(services.database, {
    get(target, name) {
      if (name === 'transaction') return () => Promise.reject(new Error('the server is gone'));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as Database;
  return { ...services, database };
}
