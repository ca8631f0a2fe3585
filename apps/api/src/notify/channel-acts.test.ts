import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseStaff } from '../testing/small-house.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { openChannels } from './channels/register.js';
import { readMessageSettings } from './channels/settings.js';
import { sendDue } from './send.js';
import { type FakePlatform, fakePlatform } from './testing/fake-platform.js';

let server: TestServer;
let platform: FakePlatform;
beforeAll(async () => {
  platform = await fakePlatform(() => ({
    body: { errcode: 0, code: 0, tenant_access_token: 't', expire: 7200 },
  }));
  server = await startTestServer({
    settings: {
      messages: readMessageSettings({
        KEHU_FEISHU_APP_ID: 'cli_1',
        KEHU_FEISHU_APP_SECRET: 'app-secret',
        KEHU_FEISHU_API: platform.url,
        KEHU_WECOM_ROBOT_URL: `${platform.url}/robot?key=group-key`,
      }),
    },
  });
});
afterAll(async () => {
  await server?.stop();
  await platform?.stop();
});

type Input = Readonly<Record<string, unknown>>;

async function act(login: string, name: string, input: Input, back: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await (await server.as(login)).query(
    `mutation M($input: ${type}!) { ${name}(input: $input) { ${back} } }`,
    { variables: { input } },
  );
  return { answer: data?.[name], error: errors?.[0]?.extensions };
}
const save = (login: string, input: Input) =>
  act(login, 'saveMessageChannel', input, 'personalChannel { id channel level address language version }');

async function mine(login: string) {
  const { myMessageChannels } = await (await server.as(login)).data(
    '{ myMessageChannels { channel label available group level address addressInUse language } }',
  );
  return new Map(
    (myMessageChannels as { channel: string }[]).map((row) => [row.channel, row as Record<string, unknown>]),
  );
}

async function sendNow(channel: string): Promise<readonly string[]> {
  const { settings, clock } = server.services;
  const found = openChannels(settings.messages, () => clock.now()).find(({ name }) => name === channel);
  return found ? sendDue(server.services, found) : [];
}

describe('one’s own channels', () => {
  it('say what is set up here, and what holds before anybody chose', async () => {
    await server.services.database.change("UPDATE staff SET email = 'gm@example.com' WHERE id = ?", [
      houseStaff.gm ?? '',
    ]);
    const channels = await mine('gm');
    expect(channels.get('FEISHU_APP')).toEqual({
      channel: 'FEISHU_APP',
      label: 'Feishu app',
      available: true,
      group: false,
      level: 'ALL',
      address: null,
      addressInUse: null,
      language: null,
    });
    expect(channels.get('SMS')).toMatchObject({ available: false, level: 'URGENT' });
    expect(channels.get('EMAIL')).toMatchObject({ available: false, addressInUse: 'gm@example.com' });
    expect(channels.get('WECOM_ROBOT')).toMatchObject({ available: true, group: true });
    expect(channels.size).toBe(8);
  });

  it('are saved and changed; the list shows the account masked, its owner sees it', async () => {
    const first = await save('gm', {
      channel: 'FEISHU_APP',
      level: 'ALL',
      address: 'ou_1234567',
      language: 'en',
    });
    expect(first.answer.personalChannel).toMatchObject({ level: 'ALL', address: 'o*********' });
    const second = await save('gm', { channel: 'FEISHU_APP', level: 'URGENT' });
    expect(second.answer.personalChannel).toMatchObject({
      id: first.answer.personalChannel.id,
      level: 'URGENT',
      language: 'en',
    });
    expect((await mine('gm')).get('FEISHU_APP')).toMatchObject({ level: 'URGENT', address: 'ou_1234567' });
    expect((await mine('hr-admin')).get('FEISHU_APP')).toMatchObject({ level: 'ALL', address: null });
    const [stored] = await server.services.database.query<{ address_cipher: Buffer }>(
      'SELECT address_cipher FROM personal_channel WHERE staff_id = ?',
      [houseStaff.gm ?? ''],
    );
    expect(stored?.address_cipher.toString('latin1')).not.toContain('ou_1234567');
  });

  it('are refused with a bad address, a language that we do not have, or for a group', async () => {
    const bad = async (input: Input) => (await save('gm', { level: 'ALL', ...input })).error;
    for (const [input, path] of [
      [{ channel: 'EMAIL', address: 'a@example.com, b@example.com' }, 'address'],
      [{ channel: 'EMAIL', address: 'gm' }, 'address'],
      [{ channel: 'SMS', address: '139 0000 1111;' }, 'address'],
      [{ channel: 'WECOM_APP', address: 'wang|li' }, 'address'],
      [{ channel: 'DINGTALK_APP', address: 'wang,li' }, 'address'],
      [{ channel: 'EMAIL', language: 'fr' }, 'language'],
      [{ channel: 'FEISHU_ROBOT' }, 'channel'],
    ] as const) {
      const error = await bad(input);
      expect([error?.code, error?.fields?.[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
    }
  });

  it('of others are seen and saved by administrators alone', async () => {
    const { gm: gmId, kam: kamId } = houseStaff;
    const input = { channel: 'WECOM_APP', level: 'ALL', address: 'kam', staffId: kamId };
    expect((await save('gm', input)).error?.code).toBe('FORBIDDEN');
    expect((await save('sys-admin', input)).answer.personalChannel.level).toBe('ALL');
    const list = async (login: string) => {
      const { personalChannels } = await (await server.as(login)).data(
        '{ personalChannels { items { staff { id } } } }',
      );
      return personalChannels.items.map((row: { staff: { id: string } }) => row.staff.id).sort();
    };
    expect(await list('sys-admin')).toEqual([gmId, kamId].sort());
    expect(await list('kam')).toEqual([kamId]);
    expect(await list('hr-admin')).toEqual([]);
  });
});

describe('a test message', () => {
  const test = (login: string, channel: string) =>
    act(login, 'sendTestMessage', { channel }, 'messageDelivery { id state channel to { id } }');

  it('goes to the administrator himself, or into the group of a robot', async () => {
    await save('sys-admin', { channel: 'FEISHU_APP', level: 'NONE', address: 'ou_admin' });
    const own = await test('sys-admin', 'FEISHU_APP');
    expect(own.answer.messageDelivery).toMatchObject({
      state: 'WAITING',
      to: { id: houseStaff['sys-admin'] },
    });
    const group = await test('sys-admin', 'WECOM_ROBOT');
    expect(group.answer.messageDelivery).toMatchObject({ state: 'WAITING', to: null });
    expect([await sendNow('FEISHU_APP'), await sendNow('WECOM_ROBOT')]).toEqual([['SENT'], ['SENT']]);
    const bodies = platform.received.map(({ body }) => body);
    expect(bodies.find((body) => body.receive_id === 'ou_admin')?.content).toContain('这是一条测试消息。');
    expect(bodies.at(-1)?.text.content).toContain('这是一条测试消息。');
  });

  it('needs a channel that is set up, an address, and the right', async () => {
    expect((await test('sys-admin', 'EMAIL')).error?.code).toBe('RULE_VIOLATION');
    await save('sys-admin', { channel: 'FEISHU_APP', level: 'ALL', address: null });
    expect((await test('sys-admin', 'FEISHU_APP')).error?.code).toBe('RULE_VIOLATION');
    expect((await test('gm', 'WECOM_ROBOT')).error?.code).toBe('FORBIDDEN');
  });
});

describe('a message that has failed', () => {
  const state = async (id: string) =>
    (
      await (
        await server.as('sys-admin')
      ).data(
        `{ messageDelivery(id: "${id}") { state attempts problem version allowedActions { action enabled reason } } }`,
      )
    ).messageDelivery;

  it('is sent again by administrators with the same id; one that has not failed is not', async () => {
    platform.answer = () => ({ body: { errcode: 45009, errmsg: 'out of limit' } });
    const { answer } = await act(
      'sys-admin',
      'sendTestMessage',
      { channel: 'WECOM_ROBOT' },
      'messageDelivery { id version }',
    );
    const { id, version } = answer.messageDelivery;
    const early = await act(
      'sys-admin',
      'retryDelivery',
      { id, expectedVersion: version },
      'messageDelivery { id }',
    );
    expect(early.error?.code).toBe('RULE_VIOLATION');
    await server.services.database.change('UPDATE message_delivery SET attempts = 7 WHERE id = ?', [id]);
    expect(await sendNow('WECOM_ROBOT')).toEqual(['FAILED']);
    const failed = await state(id);
    expect(failed).toMatchObject({
      state: 'FAILED',
      attempts: 8,
      problem: 'errcode 45009: out of limit',
      allowedActions: [{ action: 'retryDelivery', enabled: true, reason: null }],
    });
    const input = { id, expectedVersion: failed.version };
    expect((await act('gm', 'retryDelivery', input, 'messageDelivery { id }')).error?.code).toBe('FORBIDDEN');
    expect((await act('hr-admin', 'retryDelivery', input, 'messageDelivery { id }')).error?.code).toBe(
      'FORBIDDEN',
    );
    const again = await act(
      'sys-admin',
      'retryDelivery',
      input,
      'messageDelivery { state attempts problem }',
    );
    expect(again.answer.messageDelivery).toEqual({ state: 'WAITING', attempts: 0, problem: null });
    platform.answer = () => ({ body: { errcode: 0 } });
    expect(await sendNow('WECOM_ROBOT')).toEqual(['SENT']);
    const ids = platform.received.slice(-2).map(({ headers }) => headers['x-kehu-message-id']);
    expect(ids[0]).toBe(ids[1]);
  });
});
