import { createHash, createHmac } from 'node:crypto';
import { AccessToken } from './access-token.js';
import type { Channel } from './channel.js';
import { type Asked, ask, requireCode } from './http.js';
import type { AppSettings, RobotSettings } from './settings.js';

/** A robot takes 20 KB, an application 150 KB; nobody reads more than this. */
const mostBytes = 8000;
/** Longest id by which Feishu drops a message that it has sent already. */
const longestUuid = 50;
const tokenRefused = new Set([99991661, 99991663, 99991664, 99991668, 99991671]);

/** 签名校验: the time in seconds and the secret are the key, and nothing is signed by it. */
export function signature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** 飞书群机器人: a text into the group of the webhook, signed where the robot asks for it. */
export function feishuRobot({ url, secret }: RobotSettings, now: () => Date): Channel {
  return {
    name: 'FEISHU_ROBOT',
    async send({ id, text }) {
      const body = {
        ...(secret === null ? {} : signature(secret, now())),
        msg_type: 'text',
        content: { text: text(mostBytes) },
      };
      requireCode(await ask(url, { body, id }), 'code', 'msg');
    },
  };
}

/** What sort of id an account is: Feishu's own begin with `ou_` and `on_`, a mail address has its sign. */
export function accountType(account: string): 'open_id' | 'union_id' | 'email' | 'user_id' {
  if (account.startsWith('ou_')) return 'open_id';
  if (account.startsWith('on_')) return 'union_id';
  return account.includes('@') ? 'email' : 'user_id';
}

/** 飞书应用消息: a text to one person, by the application's tenant access token. */
export function feishuApp({ api, id: appId, secret }: AppSettings, now: () => Date): Channel {
  const token = new AccessToken(async () => {
    const body = { app_id: appId, app_secret: secret };
    const answer = await ask(`${api}/open-apis/auth/v3/tenant_access_token/internal`, { body });
    requireCode(answer, 'code', 'msg');
    const { tenant_access_token: granted, expire } = answer.json;
    return { token: String(granted), expiresInSeconds: Number(expire ?? 0) };
  }, now);
  const refused = ({ json }: Asked) => tokenRefused.has(Number(json.code));
  return {
    name: 'FEISHU_APP',
    async send({ id, to, text }) {
      const account = to ?? '';
      const body = {
        receive_id: account,
        msg_type: 'text',
        content: JSON.stringify({ text: text(mostBytes) }),
        uuid: id.length <= longestUuid ? id : createHash('sha256').update(id).digest('hex').slice(0, 40),
      };
      const call = (access: string) =>
        ask(`${api}/open-apis/im/v1/messages?receive_id_type=${accountType(account)}`, {
          body,
          id,
          headers: { authorization: `Bearer ${access}` },
        });
      requireCode(await token.use(call, refused), 'code', 'msg');
    },
  };
}
