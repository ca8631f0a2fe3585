import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const taskTexts = {
  title: label('交办事项', '交辦事項', 'Tasks'),
  todo: label('待我办理', '待我辦理', 'Waiting for me'),
  given: label('我交办的', '我交辦的', 'Given by me'),
  all: label('全部', '全部', 'All'),
  views: label('交办的范围', '交辦的範圍', 'Which tasks'),
  create: label('交办', '交辦', 'Give a task'),
  createTitle: label('交办新事项', '交辦新事項', 'Give a task'),
  createHint: label(
    '承办人立即收到待办；办完后由您验收，验收前事项不算办结。',
    '承辦人立即收到待辦；辦完後由您驗收，驗收前事項不算辦結。',
    'The assignee is told at once. When it is done you accept the result; until then it is not over.',
  ),
  created: label(
    '已交办，承办人已收到通知。',
    '已交辦，承辦人已收到通知。',
    'Given; the assignee has been told.',
  ),
  awaits: label('待验收', '待驗收', 'To be accepted'),
  overdue: label('已逾期', '已逾期', 'Overdue'),
  working: label('承办', '承辦', 'Work'),
  result: label('办理结果', '辦理結果', 'Result'),
  acts: label('可办理', '可辦理', 'What can be done'),
  over: label(
    '此事项已办结，不需再办理。',
    '此事項已辦結，不需再辦理。',
    'The task is over; nothing is left to do.',
  ),
  waitsForAssignee: label('等待 %{name} 办理。', '等待 %{name} 辦理。', '%{name} has to do it.'),
  waitsForAssigner: label('等待 %{name} 验收。', '等待 %{name} 驗收。', '%{name} has to accept the result.'),
  back: label('回到列表', '回到清單', 'Back to the list'),
} satisfies Texts;
