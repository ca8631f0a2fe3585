import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

/** The menu of the desk. */
export const platformTexts = {
  platform: label('日常', '日常', 'Desk'),
  notifications: label('通知', '通知', 'Notifications'),
  tasks: label('交办事项', '交辦事項', 'Tasks'),
  delegations: label('委托代理', '委託代理', 'Delegations'),
  deliveries: label('外发消息', '外發訊息', 'Messages sent out'),
  channels: label('员工接收方式', '員工接收方式', 'How people are told'),
} satisfies Texts;
