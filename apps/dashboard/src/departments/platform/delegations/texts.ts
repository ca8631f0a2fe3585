import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const delegationTexts = {
  title: label('委托代理', '委託代理', 'Delegations'),
  hint: label(
    '外出或休假期间，由代理人以您的名义办理；每一步都写明代理人和您两人。不能委托自己、不能循环委托，同一时间只能委托一人。',
    '外出或休假期間，由代理人以您的名義辦理；每一步都寫明代理人和您兩人。不能委託自己、不能循環委託，同一時間只能委託一人。',
    'While you are away a deputy acts in your name; every step names both of you. Never oneself, never in a circle, one deputy at a time.',
  ),
  given: label('我委托他人', '我委託他人', 'Given by me'),
  held: label('委托给我', '委託給我', 'Given to me'),
  others: label('全公司的委托', '全公司的委託', 'Of the whole company'),
  create: label('委托代理', '委託代理', 'Delegate'),
  created: label(
    '已委托，代理人已收到通知。',
    '已委託，代理人已收到通知。',
    'Delegated; the deputy has been told.',
  ),
  noneGiven: label('您没有委托他人。', '您沒有委託他人。', 'You have delegated nothing.'),
  noneHeld: label('没有人委托您。', '沒有人委託您。', 'Nobody has delegated to you.'),
  noneOthers: label('没有其他委托。', '沒有其他委託。', 'None.'),
  end: label('提前结束', '提前結束', 'End early'),
  endSure: label(
    '提前结束对 %{to} 的委托？',
    '提前結束對 %{to} 的委託？',
    'End the delegation to %{to} now?',
  ),
  laySure: label('不再代理 %{from}？', '不再代理 %{from}？', 'No longer stand in for %{from}?'),
  endHint: label(
    '立即生效，对方会收到通知。',
    '立即生效，對方會收到通知。',
    'It holds at once; the other side is told.',
  ),
  ended: label('委托已结束。', '委託已結束。', 'The delegation has ended.'),
  state: label('状态', '狀態', 'State'),
  running: label('代理中', '代理中', 'In force'),
  coming: label('未开始', '未開始', 'To come'),
  over: label('已结束', '已結束', 'Over'),
} satisfies Texts;
