import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const boardTexts = {
  board: label('案件看板', '案件看板', 'Case board'),
  asTable: label('看表格', '看表格', 'As a table'),
  open: label('在办 %{n} 件', '在辦 %{n} 件', '%{n} open'),
  ended: label('已办结', '已辦結', 'Ended'),
  more: label('再显示 %{n} 件', '再顯示 %{n} 件', 'Show %{n} more'),
  empty: label('无', '無', 'None'),
  emptyColumn: label('此状态没有案件。', '此狀態沒有案件。', 'No case in this state.'),
  emptyBoard: label(
    '没有符合条件的在办案件。登记的投诉会出现在这里。',
    '沒有符合條件的在辦案件。登記的投訴會出現在這裡。',
    'No open case fits. Registered complaints appear here.',
  ),
  due: label('%{when}到期', '%{when}到期', 'due %{when}'),
  at: label('现在 %{who} 手里', '現在 %{who} 手裡', 'with %{who}'),
  nobody: label('尚无经办人', '尚無經辦人', 'nobody yet'),
  state: label('状态', '狀態', 'State'),
  moved: label('已办理。', '已辦理。', 'Done.'),
  dragHint: label(
    '可拖到下一栏：%{act}',
    '可拖到下一欄：%{act}',
    'Can be dragged to the next column: %{act}',
  ),
} satisfies Texts;
