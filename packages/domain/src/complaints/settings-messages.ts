import { type Label, label } from '../catalogue/labels.js';
import type { SettingDefault } from './setting.js';

const time = (value: string, name: Label, about: Label): SettingDefault => ({
  unit: 'TIME',
  value,
  basis: 'product default',
  oneForAll: true,
  label: name,
  about,
});

const digest = label(
  '企业微信、钉钉、飞书、短信、邮件的摘要在此时发出；两个时刻相同则只发一次',
  '企業微信、釘釘、飛書、簡訊、郵件的摘要在此時發出；兩個時刻相同則只發一次',
  'Digests by messenger, SMS and mail go out at this time; two equal times are one',
);
const quiet = label(
  '安静时段内除紧急消息外不向外发送；起止相同则没有安静时段',
  '安靜時段內除緊急訊息外不向外發送；起迄相同則沒有安靜時段',
  'In the quiet hours nothing but what is urgent goes out; two equal times: no quiet hours',
);

/** When messages go out of the house (docs/messages.md). */
export const messageSettings = {
  'messages.digestMorning': time('08:50', label('早间摘要', '早間摘要', 'Morning digest'), digest),
  'messages.digestNoon': time('13:50', label('午间摘要', '午間摘要', 'Midday digest'), digest),
  'messages.digestEvening': time('17:20', label('傍晚摘要', '傍晚摘要', 'Evening digest'), digest),
  'messages.quietFrom': time('21:00', label('安静时段起', '安靜時段起', 'Quiet hours from'), quiet),
  'messages.quietUntil': time('08:00', label('安静时段止', '安靜時段迄', 'Quiet hours until'), quiet),
  'messages.briefTime': time(
    '08:30',
    label('总经理早报时间', '總經理早報時間', "Time of the general manager's brief"),
    label(
      '每天此时，总经理收到五个数字和三个名称',
      '每天此時，總經理收到五個數字和三個名稱',
      'At this time of each day the general manager gets five numbers and three names',
    ),
  ),
} as const satisfies Record<string, SettingDefault>;
