import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const formTexts = {
  save: label('保存', '儲存', 'Save'),
  saving: label('正在保存…', '儲存中…', 'Saving…'),
  cancel: label('取消', '取消', 'Cancel'),
  saved: label('已保存。', '已儲存。', 'Saved.'),
  created: label('已新建。', '已新增。', 'Created.'),
  required: label('必填', '必填', 'Required'),
  tooLong: label('最多 %{max} 个字', '最多 %{max} 個字', 'At most %{max} characters'),
  notNumber: label('应为数字，如 1280.50', '應為數字，如 1280.50', 'Must be a number, such as 1280.50'),
  notWhole: label('应为整数', '應為整數', 'Must be a whole number'),
  tooSmall: label('不得小于 %{min}', '不得小於 %{min}', 'At least %{min}'),
  notJson: label('格式有误', '格式有誤', 'Wrong format'),
  choose: label('请选择', '請選擇', 'Choose'),
  none: label('（无）', '（無）', '(none)'),
  keepMasked: label(
    '现为 %{value}，留空则不变',
    '目前為 %{value}，留空則不變',
    'Now %{value}; leave empty to keep',
  ),
  draft: label(
    '已恢复 %{at} 未提交的内容。',
    '已恢復 %{at} 未送出的內容。',
    'What you had typed at %{at} has been restored.',
  ),
  dropDraft: label('放弃这些内容', '放棄這些內容', 'Discard it'),
  conflict: label(
    '您填写期间，此记录已被他人修改。您的内容都还在；未改动的项目已换成最新内容。',
    '您填寫期間，此紀錄已被他人修改。您的內容都還在；未改動的項目已換成最新內容。',
    'Somebody changed this record while you were typing. What you typed is still here; untouched fields now show the latest.',
  ),
  clashes: label('双方都改过的项目：', '雙方都改過的項目：', 'Changed on both sides:'),
  theirs: label('对方：%{value}', '對方：%{value}', 'Theirs: %{value}'),
  useTheirs: label('采用对方的', '採用對方的', 'Use theirs'),
  again: label('核对后请再次保存。', '核對後請再次儲存。', 'Check, then save again.'),
  hint: label('Ctrl+Enter 保存', 'Ctrl+Enter 儲存', 'Ctrl+Enter saves'),
  nothingChanged: label('没有改动。', '沒有改動。', 'Nothing has changed.'),
  wrongBelow: label(
    '有内容未填对，见标出的各项。',
    '有內容未填對，見標示的各項。',
    'Some entries need correcting; see the marked fields.',
  ),
} satisfies Texts;
