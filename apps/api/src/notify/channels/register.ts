import type { Channel } from './channel.js';
import { dingtalkApp, dingtalkRobot } from './dingtalk.js';
import { email } from './email.js';
import { feishuApp, feishuRobot } from './feishu.js';
import type { MessageSettings } from './settings.js';
import { sms } from './sms.js';
import { wecomApp, wecomRobot } from './wecom.js';

/** The ways out that are set up, ready to send. */
export function openChannels(settings: MessageSettings, now: () => Date): readonly Channel[] {
  const { wecomRobot: wr, wecomApp: wa, dingtalkRobot: dr, dingtalkApp: da } = settings;
  const { feishuRobot: fr, feishuApp: fa, sms: gateway, mail } = settings;
  return [
    ...(wr ? [wecomRobot(wr)] : []),
    ...(wa ? [wecomApp(wa, now)] : []),
    ...(dr ? [dingtalkRobot(dr, now)] : []),
    ...(da ? [dingtalkApp(da, now)] : []),
    ...(fr ? [feishuRobot(fr, now)] : []),
    ...(fa ? [feishuApp(fa, now)] : []),
    ...(gateway ? [sms(gateway)] : []),
    ...(mail ? [email(mail)] : []),
  ];
}
