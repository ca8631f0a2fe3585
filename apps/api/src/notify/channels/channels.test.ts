import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeMailServer, fakeMailServer } from '../testing/fake-mail-server.js';
import { type FakePlatform, fakePlatform, type Received, type Reply } from '../testing/fake-platform.js';
import { type Channel, ChannelError, type Outgoing } from './channel.js';
import { openChannels } from './register.js';
import { withoutSecrets } from './secrets.js';
import { channelsOf, readMessageSettings } from './settings.js';

let platform: FakePlatform;
let now: Date;
beforeEach(async () => {
  platform = await fakePlatform(() => ({ body: {} }));
  now = new Date('2026-03-07T02:00:00.000Z');
});
afterEach(() => platform.stop());

const letter: Outgoing = {
  id: 'digest-101-X-20260307T0050',
  to: 'wang',
  title: '客户之声 03-07 08:50',
  text: (most) => `正文 ${most}`,
  short: '客户之声：2 项 "急"',
  count: 2,
  link: 'http://127.0.0.1/#/',
};

/** The one channel that the environment sets up. */
function open(env: Readonly<Record<string, string>>): Channel {
  const [channel, ...others] = openChannels(readMessageSettings(env), () => now);
  if (!channel || others.length > 0) throw new Error('The environment must set up one channel.');
  return channel;
}

const last = (): Received => platform.received.at(-1) as Received;
const problemOf = (sending: Promise<void>): Promise<string> =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof ChannelError ? error.message : `unexpected: ${String(error)}`),
  );

/** A platform with access tokens that come to an end: `token-1`, `token-2` … of which only the newest counts. */
function withTokens(tokenPath: string, given: (request: Received) => string, refusal: unknown, ok: unknown) {
  let granted = 0;
  let valid = '';
  platform.answer = (request): Reply => {
    if (request.path === tokenPath) {
      granted += 1;
      valid = `token-${granted}`;
      const names = { access_token: valid, tenant_access_token: valid, expires_in: 7200, expire: 7200 };
      return { body: { errcode: 0, code: 0, ...names } };
    }
    return { body: given(request) === valid ? ok : refusal };
  };
  return { granted: () => granted, end: () => (valid = 'none') };
}

describe('the group robot of WeCom', () => {
  it('takes a text by its webhook, with the id as a header', async () => {
    platform.answer = () => ({ body: { errcode: 0, errmsg: 'ok' } });
    await open({ KEHU_WECOM_ROBOT_URL: `${platform.url}/cgi-bin/webhook/send?key=group-key` }).send(letter);
    expect(last()).toMatchObject({
      method: 'POST',
      path: '/cgi-bin/webhook/send',
      query: { key: 'group-key' },
      body: { msgtype: 'text', text: { content: '正文 2048' } },
    });
    expect(last().headers['x-kehu-message-id']).toBe(letter.id);
  });

  it('fails with the platform’s own code', async () => {
    platform.answer = () => ({ body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    const channel = open({ KEHU_WECOM_ROBOT_URL: `${platform.url}/?key=k` });
    expect(await problemOf(channel.send(letter))).toBe('errcode 45009: api freq out of limit');
  });
});

describe('the application of WeCom', () => {
  const env = () => ({
    KEHU_WECOM_CORP_ID: 'corp',
    KEHU_WECOM_SECRET: 'corp-secret',
    KEHU_WECOM_AGENT_ID: '1000002',
    KEHU_WECOM_API: platform.url,
  });
  const tokens = () =>
    withTokens(
      '/cgi-bin/gettoken',
      ({ query }) => query.access_token ?? '',
      { errcode: 42001, errmsg: 'access_token expired' },
      { errcode: 0, errmsg: 'ok' },
    );

  it('sends to the person’s account, and asks that a repetition be dropped', async () => {
    tokens();
    await open(env()).send(letter);
    expect(platform.received[0]).toMatchObject({
      method: 'GET',
      query: { corpid: 'corp', corpsecret: 'corp-secret' },
    });
    expect(last()).toMatchObject({
      path: '/cgi-bin/message/send',
      query: { access_token: 'token-1' },
      body: {
        touser: 'wang',
        msgtype: 'text',
        agentid: 1000002,
        text: { content: '正文 2048' },
        enable_duplicate_check: 1,
        duplicate_check_interval: 14400,
      },
    });
  });

  it('asks for one token however many send, and for a new one when the platform refuses it or it ends', async () => {
    const known = tokens();
    const channel = open(env());
    await Promise.all([channel.send(letter), channel.send(letter), channel.send(letter)]);
    expect(known.granted()).toBe(1);
    known.end();
    await channel.send(letter);
    expect(known.granted()).toBe(2);
    now = new Date(now.getTime() + 7000_000);
    await channel.send(letter);
    expect(known.granted()).toBe(3);
  });

  it('gives up after one renewal, and when the account is unknown', async () => {
    const refusing = withTokens('/cgi-bin/gettoken', () => '', { errcode: 40014, errmsg: 'no' }, {});
    expect(await problemOf(open(env()).send(letter))).toBe('errcode 40014: no');
    expect(refusing.granted()).toBe(2);
    platform.answer = () => ({
      body: { errcode: 0, access_token: 't', expires_in: 7200, invaliduser: 'wang' },
    });
    expect(await problemOf(open(env()).send(letter))).toBe('the account is not known to the platform');
  });
});

describe('the group robot of DingTalk', () => {
  it('signs with the time in milliseconds', async () => {
    platform.answer = () => ({ body: { errcode: 0 } });
    await open({
      KEHU_DINGTALK_ROBOT_URL: `${platform.url}/robot/send?access_token=abc`,
      KEHU_DINGTALK_ROBOT_SECRET: 'SECret',
    }).send(letter);
    const timestamp = String(now.getTime());
    const sign = createHmac('sha256', 'SECret').update(`${timestamp}\nSECret`).digest('base64');
    expect(last().query).toEqual({ access_token: 'abc', timestamp, sign });
    expect(last().body).toEqual({ msgtype: 'text', text: { content: '正文 1900' } });
  });

  it('sends unsigned where it has no secret, and says why it was refused', async () => {
    platform.answer = () => ({ body: { errcode: 310000, errmsg: 'sign not match' } });
    const channel = open({ KEHU_DINGTALK_ROBOT_URL: `${platform.url}/robot/send?access_token=abc` });
    expect(await problemOf(channel.send(letter))).toBe('errcode 310000: sign not match');
    expect(last().query).toEqual({ access_token: 'abc' });
  });
});

describe('work notifications of DingTalk', () => {
  it('go to the person’s account by the application’s token, renewed when the gateway refuses it', async () => {
    const known = withTokens(
      '/gettoken',
      ({ query }) => query.access_token ?? '',
      { errcode: 88, sub_code: '40014', errmsg: 'ding talk error' },
      { errcode: 0, task_id: 1 },
    );
    const channel = open({
      KEHU_DINGTALK_APP_KEY: 'key',
      KEHU_DINGTALK_APP_SECRET: 'app-secret',
      KEHU_DINGTALK_AGENT_ID: '77',
      KEHU_DINGTALK_API: platform.url,
    });
    await channel.send(letter);
    known.end();
    await channel.send(letter);
    expect(platform.received[0]?.query).toEqual({ appkey: 'key', appsecret: 'app-secret' });
    expect(last()).toMatchObject({
      path: '/topapi/message/corpconversation/asyncsend_v2',
      query: { access_token: 'token-2' },
      body: { agent_id: 77, userid_list: 'wang', msg: { msgtype: 'text', text: { content: '正文 1900' } } },
    });
  });
});

describe('the group robot of Feishu', () => {
  it('signs nothing with the time in seconds and the secret as the key', async () => {
    platform.answer = () => ({ body: { code: 0, msg: 'success' } });
    await open({
      KEHU_FEISHU_ROBOT_URL: `${platform.url}/open-apis/bot/v2/hook/abc`,
      KEHU_FEISHU_ROBOT_SECRET: 'hook-secret',
    }).send(letter);
    const timestamp = String(now.getTime() / 1000);
    expect(last().body).toEqual({
      timestamp,
      sign: createHmac('sha256', `${timestamp}\nhook-secret`).digest('base64'),
      msg_type: 'text',
      content: { text: '正文 8000' },
    });
  });

  it('fails when the platform names a code', async () => {
    platform.answer = () => ({ body: { code: 19021, msg: 'sign match fail' } });
    const channel = open({ KEHU_FEISHU_ROBOT_URL: `${platform.url}/open-apis/bot/v2/hook/abc` });
    expect(await problemOf(channel.send(letter))).toBe('code 19021: sign match fail');
  });
});

describe('the application of Feishu', () => {
  const env = () => ({
    KEHU_FEISHU_APP_ID: 'cli_1',
    KEHU_FEISHU_APP_SECRET: 'app-secret',
    KEHU_FEISHU_API: platform.url,
  });
  const token = ({ headers }: Received) => String(headers.authorization).replace('Bearer ', '');

  it('sends with an id by which the platform drops repetitions, and renews its token', async () => {
    const known = withTokens(
      '/open-apis/auth/v3/tenant_access_token/internal',
      token,
      { code: 99991663, msg: 'Invalid access token' },
      { code: 0 },
    );
    const channel = open(env());
    await channel.send({ ...letter, to: 'ou_1' });
    known.end();
    await channel.send({ ...letter, to: 'ou_1' });
    expect(platform.received[0]?.body).toEqual({ app_id: 'cli_1', app_secret: 'app-secret' });
    expect(last()).toMatchObject({
      path: '/open-apis/im/v1/messages',
      query: { receive_id_type: 'open_id' },
      body: {
        receive_id: 'ou_1',
        msg_type: 'text',
        content: '{"text":"正文 8000"}',
        uuid: letter.id,
      },
    });
    expect(last().headers.authorization).toBe('Bearer token-2');
  });

  it('tells the sorts of accounts apart, and shortens an id that is too long in the same way each time', async () => {
    platform.answer = () => ({ body: { code: 0, tenant_access_token: 't', expire: 7200 } });
    const channel = open(env());
    const types = [];
    for (const to of ['on_1', 'wang@example.com', 'wang']) {
      await channel.send({ ...letter, to, id: 'x'.repeat(60) });
      types.push(last().query.receive_id_type);
    }
    expect(types).toEqual(['union_id', 'email', 'user_id']);
    const ids = platform.received.slice(1).map(({ body }) => String(body.uuid));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]?.length).toBeLessThanOrEqual(50);
  });
});

describe('SMS', () => {
  it('goes through the gateway’s own template, quotes and all', async () => {
    await open({
      KEHU_SMS_URL: `${platform.url}/send`,
      KEHU_SMS_AUTHORIZATION: 'Basic abcdef',
      KEHU_SMS_TEMPLATE: '{"mobile":"{to}","params":["{text}","{count}"],"outId":"{id}","other":"{none}"}',
    }).send({ ...letter, to: '13900001111' });
    expect(last().body).toEqual({
      mobile: '13900001111',
      params: [letter.short, '2'],
      outId: letter.id,
      other: '{none}',
    });
    expect(last().headers).toMatchObject({ authorization: 'Basic abcdef', 'idempotency-key': letter.id });
  });

  it('fails by status, and by an answer that does not say what a good one says', async () => {
    const channel = open({ KEHU_SMS_URL: `${platform.url}/send`, KEHU_SMS_ACCEPTED: '"code":"OK"' });
    platform.answer = () => ({ body: '{"code":"OK"}' });
    expect(await problemOf(channel.send(letter))).toBe('sent');
    platform.answer = () => ({ body: '{"code":"LIMIT","mobile":"13900001111"}' });
    expect(await problemOf(channel.send(letter))).toBe('the gateway refused it');
    platform.answer = () => ({ status: 503, body: '{"code":"OK"}' });
    expect(await problemOf(channel.send(letter))).toBe('HTTP 503');
  });
});

describe('mail', () => {
  let server: FakeMailServer;
  beforeEach(async () => {
    server = await fakeMailServer();
  });
  afterEach(() => server.stop());

  it('is plain text with a Message-ID that stays the same', async () => {
    const channel = open({ KEHU_SMTP_URL: server.url, KEHU_SMTP_FROM: '客户之声 <kehu@example.com>' });
    const message = { ...letter, to: 'wang@example.com', text: () => 'TS-1\nhttp://127.0.0.1/#/' };
    await channel.send(message);
    await channel.send(message);
    expect(server.mails.map(({ from, to }) => [from, to])).toEqual([
      ['kehu@example.com', 'wang@example.com'],
      ['kehu@example.com', 'wang@example.com'],
    ]);
    for (const { source } of server.mails) {
      expect(source).toContain(`Message-ID: <${letter.id}@example.com>`);
      expect(source).toContain('Content-Type: text/plain');
      expect(source).toContain('TS-1');
    }
  });

  it('does not let an address add receivers or headers', async () => {
    const channel = open({ KEHU_SMTP_URL: server.url, KEHU_SMTP_FROM: 'kehu@example.com' });
    await problemOf(channel.send({ ...letter, to: 'a@example.com, b@example.com' }));
    await problemOf(channel.send({ ...letter, to: 'a@example.com\r\nBcc: c@example.com' }));
    expect(server.mails.every(({ to }) => !/^[bc]@/.test(to))).toBe(true);
    expect(server.mails.every(({ source }) => !/^Bcc:/im.test(source))).toBe(true);
  });

  it('fails with the server’s code and without its words, which repeat the address', async () => {
    server.refuse = true;
    const channel = open({ KEHU_SMTP_URL: server.url, KEHU_SMTP_FROM: 'kehu@example.com' });
    expect(await problemOf(channel.send({ ...letter, to: 'wang@example.com' }))).toBe('EENVELOPE, SMTP 550');
  });
});

describe('every channel', () => {
  it('says that nobody answers, and follows no other address', async () => {
    const channel = open({ KEHU_WECOM_ROBOT_URL: `${platform.url}/?key=k` });
    platform.answer = () => ({ status: 302, headers: { location: `${platform.url}/elsewhere` }, body: '' });
    expect(await problemOf(channel.send(letter))).toBe('HTTP 302');
    await platform.stop();
    expect(await problemOf(channel.send(letter))).toBe('no answer (ECONNREFUSED)');
    expect(platform.received).toHaveLength(1);
  });
});

describe('the settings of the ways out', () => {
  it('set up nothing by themselves', () => {
    expect(channelsOf(readMessageSettings({}))).toEqual([]);
  });

  it('name what is missing or wrong, and never a value', () => {
    const wrong: [Readonly<Record<string, string>>, string][] = [
      [{ KEHU_WECOM_CORP_ID: 'hush', KEHU_WECOM_AGENT_ID: '1' }, 'KEHU_WECOM_SECRET'],
      [
        { KEHU_WECOM_CORP_ID: 'c', KEHU_WECOM_SECRET: 'hush', KEHU_WECOM_AGENT_ID: 'x' },
        'KEHU_WECOM_AGENT_ID',
      ],
      [{ KEHU_FEISHU_ROBOT_URL: 'hush' }, 'KEHU_FEISHU_ROBOT_URL'],
      [{ KEHU_SMS_URL: 'http://127.0.0.1/hush', KEHU_SMS_TEMPLATE: '{' }, 'KEHU_SMS_TEMPLATE'],
      [{ KEHU_SMTP_URL: 'smtp://u:hush@127.0.0.1' }, 'KEHU_SMTP_FROM'],
    ];
    for (const [env, name] of wrong) {
      expect(() => readMessageSettings(env)).toThrow(name);
      expect(() => readMessageSettings(env)).not.toThrow('hush');
    }
  });

  it('do not show through what is written about a failure', () => {
    const settings = readMessageSettings({
      KEHU_WECOM_ROBOT_URL: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=group-key',
      KEHU_FEISHU_APP_ID: 'cli_1',
      KEHU_FEISHU_APP_SECRET: 'app-secret',
      KEHU_SMTP_URL: 'smtp://mailer:pass%20word@127.0.0.1',
      KEHU_SMTP_FROM: 'kehu@example.com',
    });
    const said = 'key group-key, app-secret, mailer, pass word, to wang@example.com at 13900001111, 45009';
    expect(withoutSecrets(said, settings, 'wang@example.com')).toBe(
      'key ***, ***, ***, ***, to *** at ***, 45009',
    );
  });
});
