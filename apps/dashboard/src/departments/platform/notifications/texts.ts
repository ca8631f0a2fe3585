import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const messageTexts = {
  title: label('通知', '通知', 'Notifications'),
  unreadCount: label('未读 %{n}', '未讀 %{n}', '%{n} unread'),
  nothingNew: label('没有未读通知。', '沒有未讀通知。', 'Nothing unread.'),
  noneYet: label(
    '还没有通知。案件到您手上、临近期限、有人催办或答复您时，会在这里告诉您。',
    '還沒有通知。案件到您手上、臨近期限、有人催辦或答覆您時，會在這裡告訴您。',
    'No notifications yet. You are told here when a case comes to you, a deadline is near, or somebody urges or answers you.',
  ),
  noneFound: label('没有符合条件的通知。', '沒有符合條件的通知。', 'Nothing matches.'),
  markRead: label('标为已读', '標為已讀', 'Mark as read'),
  markOne: label('标为已读：%{text}', '標為已讀：%{text}', 'Mark as read: %{text}'),
  markAll: label('全部标为已读', '全部標為已讀', 'Mark all as read'),
  all: label('全部通知', '全部通知', 'All notifications'),
  due: label('限 %{at}', '限 %{at}', 'by %{at}'),
  done: label('已办', '已辦', 'Done'),
  unread: label('未读', '未讀', 'Unread'),
  readingUnread: label('未读', '未讀', 'Unread'),
  readingTodo: label('尚待办理', '尚待辦理', 'Still to do'),
  readingAll: label('全部', '全部', 'All'),
  reading: label('范围', '範圍', 'Which'),
  weight: label('级别', '級別', 'Weight'),
  kind: label('关于', '關於', 'About'),
  any: label('全部', '全部', 'All'),
  more: label('显示更早的', '顯示更早的', 'Show earlier ones'),
  retry: label('重试', '重試', 'Try again'),
} satisfies Texts;
