import { createHmac } from 'node:crypto';
import { AccessToken } from './access-token.js';
import type { Channel } from './channel.js';
import { type Asked, ask, requireCode } from './http.js';
import type { AppSettings, RobotSettings } from './settings.js';

/** Longest text that DingTalk takes, in bytes, the frame around it left out. */
const mostBytes = 1900;
const tokenRefused = new Set(['40001', '40014', '41001', '42001']);

/** 加签: the address with the time in milliseconds and its signature. */
export function signedAddress(url: string, secret: string | null, now: Date): string {
  if (secret === null) return url;
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  );
  return signed.href;
}

/** 钉钉群机器人: a text into the group of the webhook, signed where the robot asks for it. */
export function dingtalkRobot({ url, secret }: RobotSettings, now: () => Date): Channel {
  return {
    name: 'DINGTALK_ROBOT',
    async send({ id, text }) {
      const body = { msgtype: 'text', text: { content: text(mostBytes) } };
      requireCode(await ask(signedAddress(url, secret, now()), { body, id }), 'errcode', 'errmsg');
    },
  };
}

/** 钉钉工作通知: a text to one person, by the application's access token. */
export function dingtalkApp({ api, id: appKey, secret, agentId }: AppSettings, now: () => Date): Channel {
  const token = new AccessToken(async () => {
    const query = new URLSearchParams({ appkey: appKey, appsecret: secret });
    const answer = await ask(`${api}/gettoken?${query}`, { method: 'GET' });
    requireCode(answer, 'errcode', 'errmsg');
    return { token: String(answer.json.access_token), expiresInSeconds: Number(answer.json.expires_in ?? 0) };
  }, now);
  /** The gateway wraps its own refusals in 88 and names the reason beside it. */
  const refused = ({ json }: Asked) =>
    tokenRefused.has(String(json.errcode)) || tokenRefused.has(String(json.sub_code));
  return {
    name: 'DINGTALK_APP',
    async send({ id, to, text }) {
      const body = {
        agent_id: Number(agentId),
        userid_list: to,
        msg: { msgtype: 'text', text: { content: text(mostBytes) } },
      };
      const call = (access: string) =>
        ask(
          `${api}/topapi/message/corpconversation/asyncsend_v2?${new URLSearchParams({ access_token: access })}`,
          { body, id },
        );
      requireCode(await token.use(call, refused), 'errcode', 'errmsg');
    },
  };
}
