import { type Label, label } from '../catalogue/labels.js';

/** What acts about channels and deliveries answer when they refuse. */
export const deliveryRules = {
  'rule.deliveryNotFailed': label(
    '只有失败的消息可以重发。',
    '只有失敗的訊息可以重送。',
    'Only a message that failed is sent again.',
  ),
  'rule.channelNotSetUp': label(
    '本单位没有设置此方式。',
    '本單位沒有設定此方式。',
    'This channel is not set up here.',
  ),
  'rule.channelOfGroup': label(
    '群机器人发给全群，不能按人设置。',
    '群機器人發給全群，不能按人設定。',
    'A group robot speaks to the whole group; nobody sets it for himself.',
  ),
  'rule.noChannelAddress': label(
    '没有此方式的地址，请先填写。',
    '沒有此方式的地址，請先填寫。',
    'There is no address for this channel; enter one first.',
  ),
  'rule.channelAddress': label('地址的格式不对。', '地址的格式不對。', 'This is no address of this channel.'),
} satisfies Record<string, Label>;

/** What surrounds messages that leave the house, and those that concern no case: number, act, deadline and link, never personal data. */
export const notificationMessages = {
  ...deliveryRules,
  'notify.line': label('【{weight}】{text}', '【{weight}】{text}', '[{weight}] {text}'),
  'notify.due': label('期限 {dueAt}', '期限 {dueAt}', 'due {dueAt}'),
  'notify.digest': label(
    '客户之声 {at}：{count} 项待看',
    '客戶之聲 {at}：{count} 項待看',
    'Kehu {at}: {count} matters',
  ),
  'notify.one': label('客户之声 {at}', '客戶之聲 {at}', 'Kehu {at}'),
  'notify.urgent': label('客户之声 {at}：紧急', '客戶之聲 {at}：緊急', 'Kehu {at}: urgent'),
  'notify.more': label('另有 {count} 项', '另有 {count} 項', 'and {count} more'),
  'notify.earliest': label('最早期限 {dueAt}', '最早期限 {dueAt}', 'earliest due {dueAt}'),
  'notify.test': label('这是一条测试消息。', '這是一則測試訊息。', 'This is a test message.'),
  'notify.hidden': label('（打开查看）', '（開啟查看）', '(open to read)'),
  'notify.deliveryFailed': label(
    '外发消息（{channel}）多次未能发出，请检查设置。',
    '外發訊息（{channel}）多次未能發出，請檢查設定。',
    'A message by {channel} could not be sent; check the settings.',
  ),
  'notify.brief': label(
    '早报：未结 {open}，超期 {breached}，48 小时内到期 {coming}，昨日收到 {received}，严重未结 {severe}。在手最多：{names}',
    '早報：未結 {open}，超期 {breached}，48 小時內到期 {coming}，昨日收到 {received}，嚴重未結 {severe}。在手最多：{names}',
    'Morning brief: open {open}, breached {breached}, due within 48 hours {coming}, received yesterday {received}, severe and open {severe}. Most in hand: {names}',
  ),
} satisfies Record<string, Label>;
