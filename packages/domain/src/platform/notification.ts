import { bool, dateTime, integer, json, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const notificationWeight = vocabulary('NotificationWeight', {
  INFO: label('知悉', '知悉', 'For information'),
  TODO: label('待办', '待辦', 'To do'),
  WARNING: label('提醒', '提醒', 'Warning'),
  URGENT: label('紧急', '緊急', 'Urgent'),
});

/** A message to one person: the act, the record, the deadline; never personal data. */
export const notification = kind('Notification', {
  plural: 'notifications',
  table: 'notification',
  department: 'platform',
  subject: 'notification',
  label: label('消息', '訊息', 'Notification'),
  title: 'message',
  fields: {
    to: toOne('Staff', label('收件人', '收件人', 'To'), { required: true }),
    message: text(label('消息代码', '訊息代碼', 'Message'), { max: 80 }),
    content: json(label('内容', '內容', 'Content'), { optional: true }),
    weight: oneOf(label('级别', '級別', 'Weight'), notificationWeight),
    kind: text(label('记录类型', '紀錄類型', 'Kind of record'), { optional: true, max: 40 }),
    recordId: text(label('记录编号', '紀錄編號', 'Record'), { optional: true, max: 20 }),
    recordNo: text(label('编号', '編號', 'No.'), { optional: true, max: 60 }),
    dueAt: dateTime(label('期限', '期限', 'Due at'), { optional: true }),
    at: dateTime(label('时间', '時間', 'At')),
    readAt: dateTime(label('已读时间', '已讀時間', 'Read at'), { optional: true }),
    doneAt: dateTime(label('办结时间', '辦結時間', 'Done at'), { optional: true }),
  },
});

export const messageChannel = vocabulary('MessageChannel', {
  WECOM_ROBOT: label('企业微信群机器人', '企業微信群機器人', 'WeCom group robot'),
  WECOM_APP: label('企业微信应用', '企業微信應用', 'WeCom app'),
  DINGTALK_ROBOT: label('钉钉群机器人', '釘釘群機器人', 'DingTalk group robot'),
  DINGTALK_APP: label('钉钉应用', '釘釘應用', 'DingTalk app'),
  FEISHU_ROBOT: label('飞书群机器人', '飛書群機器人', 'Feishu group robot'),
  FEISHU_APP: label('飞书应用', '飛書應用', 'Feishu app'),
  SMS: label('短信', '簡訊', 'SMS'),
  EMAIL: label('邮件', '郵件', 'E-mail'),
});

/** What of the messages to a person a channel takes out of the house. */
export const channelLevel = vocabulary('ChannelLevel', {
  ALL: label('全部', '全部', 'Everything'),
  URGENT: label('仅紧急', '僅緊急', 'Urgent only'),
  NONE: label('不用', '不用', 'Nothing'),
});

/** How a person takes messages by one channel; where there is none the standard holds. */
export const personalChannel = kind('PersonalChannel', {
  plural: 'personalChannels',
  table: 'personal_channel',
  department: 'platform',
  subject: 'personalChannel',
  label: label('个人接收方式', '個人接收方式', "A person's channel"),
  title: 'channel',
  fields: {
    staff: toOne('Staff', label('员工', '員工', 'Staff'), { required: true }),
    channel: oneOf(label('方式', '方式', 'Channel'), messageChannel),
    level: oneOf(label('接收内容', '接收內容', 'What it takes'), channelLevel),
    address: text(label('地址或账号', '地址或帳號', 'Address or account'), {
      optional: true,
      max: 80,
      protection: 'identifier',
      mask: 'handle',
      encrypted: true,
    }),
    language: text(label('语言', '語言', 'Language'), { optional: true, max: 10 }),
  },
});

export const deliveryState = vocabulary('DeliveryState', {
  WAITING: label('待发', '待發', 'Waiting'),
  SENT: label('已发', '已發', 'Sent'),
  FAILED: label('失败', '失敗', 'Failed'),
  NOT_NEEDED: label('无需发出', '無需發出', 'Not needed'),
});

/**
 * A message that goes out of the house: sent at least once, always with the same id. `notBefore` is its
 * time, and after a failure that of the next try; `content` says of which records and acts it speaks.
 */
export const messageDelivery = kind('MessageDelivery', {
  plural: 'messageDeliveries',
  table: 'message_delivery',
  department: 'platform',
  subject: 'messageDelivery',
  label: label('外发消息', '外發訊息', 'Delivery'),
  title: 'messageId',
  fields: {
    to: toOne('Staff', label('收件人', '收件人', 'To')),
    channel: oneOf(label('方式', '方式', 'Channel'), messageChannel),
    messageId: text(label('消息编号', '訊息編號', 'Message id'), { max: 80 }),
    digest: bool(label('摘要', '摘要', 'Digest')),
    content: json(label('内容', '內容', 'Content')),
    notBefore: dateTime(label('不早于', '不早於', 'Not before')),
    state: oneOf(label('状态', '狀態', 'State'), deliveryState),
    attempts: integer(label('次数', '次數', 'Attempts'), { min: 0 }),
    sentAt: dateTime(label('发出时间', '發出時間', 'Sent at'), { optional: true }),
    problem: text(label('失败原因', '失敗原因', 'Problem'), { optional: true, max: 500 }),
  },
});
