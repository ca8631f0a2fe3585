import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { type ActSpec, actResolvers, inputFields, rootResolvers, versioned } from '../commands/act-schema.js';
import { allowedActions, readRows, recordField } from '../commands/allowed-actions.js';
import type { RequestContext } from '../context.js';
import type { Department } from '../departments/department.js';
import { scalars } from '../graphql/schema/kinds.js';
import type { RecordRow } from '../records/encode.js';
import { type MarkedRead, markAllNotificationsRead, markNotificationsRead } from './commands.js';
import { deliveryActions, retryDelivery, sendTestMessage } from './delivery-acts.js';
import { eventRoutes } from './events.js';
import { declareMyChannels, myChannelRoots, saveMessageChannel } from './my-channels.js';
import { notificationText } from './text.js';

const count = {
  count: {
    type: () => scalars.integer,
    required: true as const,
    label: label('标为已读的条数', '標為已讀的筆數', 'How many were marked'),
  },
};
const saved = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });
const counted = (outcome: unknown) => ({ count: (outcome as MarkedRead).count });

/** Messages to people: marked as read, said in words, and hinted at without a reload. */
export function notifyDepartment(): Department {
  declareMyChannels();
  const acts = [
    {
      command: markNotificationsRead,
      label: label('消息标为已读', '訊息標為已讀', 'Mark messages as read'),
      input: {
        ids: {
          type: () => [scalars.id],
          required: true,
          label: label('消息的编号', '訊息的編號', 'Ids of the messages'),
        },
      },
      returns: null,
      more: count,
      answer: counted,
    },
    {
      command: markAllNotificationsRead,
      label: label('全部消息标为已读', '全部訊息標為已讀', 'Mark all messages as read'),
      input: {
        until: {
          type: () => scalars.dateTime,
          label: label('到此时间为止的消息', '到此時間為止的訊息', 'Messages up to this time'),
        },
      },
      returns: null,
      more: count,
      answer: counted,
    },
    {
      command: saveMessageChannel,
      label: label('保存接收方式', '儲存接收方式', 'Save how messages are taken'),
      input: {
        staffId: {
          type: () => scalars.id,
          label: label('员工，不填为本人', '員工，不填為本人', 'Whose; one’s own unless given'),
        },
        ...inputFields('PersonalChannel', ['channel', 'level', 'address', 'language'], ['channel', 'level']),
      },
      returns: 'PersonalChannel',
      answer: saved,
    },
    {
      command: sendTestMessage,
      label: label('发送测试消息', '傳送測試訊息', 'Send oneself a test message'),
      input: inputFields('MessageDelivery', ['channel'], ['channel']),
      returns: 'MessageDelivery',
      answer: saved,
    },
    {
      command: retryDelivery,
      label: label('重发消息', '重送訊息', 'Send a failed message again'),
      input: versioned,
      returns: 'MessageDelivery',
      answer: saved,
    },
  ] as ActSpec[];
  return {
    name: 'notify',
    resolvers: [
      ...actResolvers('Notify', acts),
      rootResolvers('Notify', myChannelRoots()),
      allowedActions('MessageDelivery', deliveryActions),
      recordField('Notification', 'messageText', () => GraphQLString, false, textOf),
    ],
    commands: acts.map(({ command }) => ({ name: command.name })),
    queries: { myMessageChannels: 'Answers what is the asker’s own.' },
    descriptions: {
      'Notification.messageText': label(
        '消息的文字，按读者的语言',
        '訊息的文字，依讀者的語言',
        'The message in the reader’s language',
      ),
    },
    routes: eventRoutes,
  };
}

/** The messages that one answer holds are read at once. */
const waiting = new WeakMap<
  RequestContext,
  { ids: Set<string>; rows: Promise<ReadonlyMap<string, RecordRow>> }
>();

async function textOf(id: string, context: RequestContext): Promise<string> {
  const open = waiting.get(context);
  if (open) {
    open.ids.add(id);
    return rendered((await open.rows).get(id), context);
  }
  const ids = new Set([id]);
  const rows = new Promise<void>((turn) => setImmediate(turn)).then(() => {
    waiting.delete(context);
    return readRows(kindNamed('Notification'), [...ids], context);
  });
  waiting.set(context, { ids, rows });
  return rendered((await rows).get(id), context);
}

const rendered = (row: RecordRow | undefined, { language }: RequestContext): string =>
  row ? notificationText(row, language) : '–';
