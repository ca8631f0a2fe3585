import type { CodeOf } from '@kehu/domain/catalogue/vocabulary';
import type { messageChannel } from '@kehu/domain/platform/notification';

export type MessageChannel = CodeOf<typeof messageChannel>;

export interface RobotSettings {
  /** The webhook's whole address; it is the secret of the group. */
  readonly url: string;
  /** What calls are signed with; WeCom has none. */
  readonly secret: string | null;
}

export interface AppSettings {
  /** Where the platform answers; another one for a private installation. */
  readonly api: string;
  /** Corp id, app key or app id. */
  readonly id: string;
  readonly secret: string;
  /** The application's number; Feishu has none. */
  readonly agentId: string | null;
}

export interface SmsSettings {
  readonly url: string;
  readonly authorization: string | null;
  /** JSON with `{to}`, `{text}`, `{id}`, `{count}`, `{link}` inside its strings. */
  readonly template: string;
  /** What a good answer contains; null: any answer of 200 is good. */
  readonly accepted: string | null;
}

export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://`. */
  readonly url: string;
  readonly from: string;
}

/** The ways out of the house; null: not set up. */
export interface MessageSettings {
  /** Where links in messages lead; null: the address at which the server listens. */
  readonly publicUrl: string | null;
  readonly wecomRobot: RobotSettings | null;
  readonly wecomApp: AppSettings | null;
  readonly dingtalkRobot: RobotSettings | null;
  readonly dingtalkApp: AppSettings | null;
  readonly feishuRobot: RobotSettings | null;
  readonly feishuApp: AppSettings | null;
  readonly sms: SmsSettings | null;
  readonly mail: MailSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const smsTemplate = '{"to":"{to}","text":"{text}","id":"{id}"}';

/** Reads the ways out; throws with the name of a variable that is missing or makes no sense, never with its value. */
export function readMessageSettings(env: Environment): MessageSettings {
  return {
    publicUrl: address(env, 'KEHU_PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
    wecomRobot: robot(env, 'KEHU_WECOM_ROBOT', false),
    wecomApp: app(
      env,
      ['KEHU_WECOM_CORP_ID', 'KEHU_WECOM_SECRET', 'KEHU_WECOM_AGENT_ID'],
      ['KEHU_WECOM_API', 'https://qyapi.weixin.qq.com'],
    ),
    dingtalkRobot: robot(env, 'KEHU_DINGTALK_ROBOT', true),
    dingtalkApp: app(
      env,
      ['KEHU_DINGTALK_APP_KEY', 'KEHU_DINGTALK_APP_SECRET', 'KEHU_DINGTALK_AGENT_ID'],
      ['KEHU_DINGTALK_API', 'https://oapi.dingtalk.com'],
    ),
    feishuRobot: robot(env, 'KEHU_FEISHU_ROBOT', true),
    feishuApp: app(
      env,
      ['KEHU_FEISHU_APP_ID', 'KEHU_FEISHU_APP_SECRET', null],
      ['KEHU_FEISHU_API', 'https://open.feishu.cn'],
    ),
    sms: sms(env),
    mail: mail(env),
  };
}

/** The ways out that are set up. */
export function channelsOf(settings: MessageSettings): readonly MessageChannel[] {
  const set: readonly (readonly [MessageChannel, unknown])[] = [
    ['WECOM_ROBOT', settings.wecomRobot],
    ['WECOM_APP', settings.wecomApp],
    ['DINGTALK_ROBOT', settings.dingtalkRobot],
    ['DINGTALK_APP', settings.dingtalkApp],
    ['FEISHU_ROBOT', settings.feishuRobot],
    ['FEISHU_APP', settings.feishuApp],
    ['SMS', settings.sms],
    ['EMAIL', settings.mail],
  ];
  return set.flatMap(([channel, own]) => (own === null ? [] : [channel]));
}

/** A robot speaks to its group and to nobody in particular. */
export function isRobot(channel: MessageChannel): boolean {
  return channel.endsWith('_ROBOT');
}

function robot(env: Environment, name: string, signs: boolean): RobotSettings | null {
  const url = address(env, `${name}_URL`);
  return url === null ? null : { url, secret: signs ? env[`${name}_SECRET`] || null : null };
}

function app(
  env: Environment,
  [idName, secretName, agentName]: readonly [string, string, string | null],
  [apiName, standard]: readonly [string, string],
): AppSettings | null {
  const names = [idName, secretName, ...(agentName ? [agentName] : [])];
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new Error(`${missing.join(', ')} must be set beside ${names.join(', ')}.`);
  const agentId = agentName ? (env[agentName] ?? '') : null;
  if (agentId !== null && !/^\d{1,18}$/.test(agentId)) throw new Error(`${agentName} must be a number.`);
  return {
    api: (address(env, apiName) ?? standard).replace(/\/+$/, ''),
    id: env[idName] ?? '',
    secret: env[secretName] ?? '',
    agentId,
  };
}

function sms(env: Environment): SmsSettings | null {
  const url = address(env, 'KEHU_SMS_URL');
  if (url === null) return null;
  const template = env.KEHU_SMS_TEMPLATE || smsTemplate;
  try {
    JSON.parse(template);
  } catch {
    throw new Error('KEHU_SMS_TEMPLATE must be JSON, with {to} and {text} inside its strings.');
  }
  if (!template.includes('{to}')) throw new Error('KEHU_SMS_TEMPLATE must say where {to} goes.');
  return {
    url,
    authorization: env.KEHU_SMS_AUTHORIZATION || null,
    template,
    accepted: env.KEHU_SMS_ACCEPTED || null,
  };
}

function mail(env: Environment): MailSettings | null {
  const url = address(env, 'KEHU_SMTP_URL', ['smtp:', 'smtps:']);
  if (url === null) return null;
  const from = env.KEHU_SMTP_FROM ?? '';
  if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw new Error('KEHU_SMTP_FROM must be the address that mail comes from.');
  return { url, from };
}

function address(
  env: Environment,
  name: string,
  protocols: readonly string[] = ['http:', 'https:'],
): string | null {
  const text = env[name];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !protocols.includes(url.protocol))
    throw new Error(
      `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  return text;
}
