import { AccessToken } from './access-token.js';
import { type Channel, ChannelError } from './channel.js';
import { type Asked, ask, requireCode } from './http.js';
import type { AppSettings, RobotSettings } from './settings.js';

/** Longest text that WeCom takes, in bytes. */
const mostBytes = 2048;
/** The token is no good: wrong, or at its end. */
const tokenRefused = new Set([40001, 40014, 41001, 42001]);
/** Longest time for which WeCom can be asked to drop a message that it has sent already. */
const duplicateSeconds = 4 * 3600;

/** 企业微信群机器人: a text into the group of the webhook. */
export function wecomRobot({ url }: RobotSettings): Channel {
  return {
    name: 'WECOM_ROBOT',
    async send({ id, text }) {
      const body = { msgtype: 'text', text: { content: text(mostBytes) } };
      requireCode(await ask(url, { body, id }), 'errcode', 'errmsg');
    },
  };
}

/** 企业微信应用消息: a text to one person, by the application's access token. */
export function wecomApp({ api, id: corpId, secret, agentId }: AppSettings, now: () => Date): Channel {
  const token = new AccessToken(async () => {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    const answer = await ask(`${api}/cgi-bin/gettoken?${query}`, { method: 'GET' });
    requireCode(answer, 'errcode', 'errmsg');
    return { token: String(answer.json.access_token), expiresInSeconds: Number(answer.json.expires_in ?? 0) };
  }, now);
  const refused = ({ json }: Asked) => tokenRefused.has(Number(json.errcode));
  return {
    name: 'WECOM_APP',
    async send({ id, to, text }) {
      const body = {
        touser: to,
        msgtype: 'text',
        agentid: Number(agentId),
        text: { content: text(mostBytes) },
        enable_duplicate_check: 1,
        duplicate_check_interval: duplicateSeconds,
      };
      const call = (access: string) =>
        ask(`${api}/cgi-bin/message/send?${new URLSearchParams({ access_token: access })}`, { body, id });
      const answer = await token.use(call, refused);
      requireCode(answer, 'errcode', 'errmsg');
      if (answer.json.invaliduser) throw new ChannelError('the account is not known to the platform');
      if (answer.json.unlicenseduser) throw new ChannelError('the account has no licence');
    },
  };
}
