import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const bulkTexts = {
  selected: label('已选 %{n} 条', '已選 %{n} 筆', '%{n} selected'),
  clear: label('取消选择', '取消選取', 'Clear selection'),
  selectRow: label('选择 %{name}', '選取 %{name}', 'Select %{name}'),
  selectPage: label('选择本页全部', '選取本頁全部', 'Select all on this page'),
  tooMany: label('一次最多 %{n} 条', '一次最多 %{n} 筆', 'At most %{n} at a time'),
  preview: label('将要改变的', '將要變更的', 'What will change'),
  record: label('记录', '紀錄', 'Record'),
  before: label('现在', '目前', 'Now'),
  after: label('改为', '改為', 'Becomes'),
  willChange: label(
    '将改变 %{n} 条，%{same} 条已是如此，不变。',
    '將變更 %{n} 筆，%{same} 筆已是如此，不變。',
    '%{n} will change; %{same} are as wanted already.',
  ),
  gone: label(
    '所选的 %{n} 条已不在，或您不可查看。',
    '所選的 %{n} 筆已不在，或您無權檢視。',
    '%{n} of those selected are gone, or you may not see them.',
  ),
  nothingYet: label(
    '填写后在此预览。',
    '填寫後在此預覽。',
    'The preview appears when the form is filled in.',
  ),
  running: label('正在办理 %{done} / %{all}', '辦理中 %{done} / %{all}', 'Working: %{done} of %{all}'),
  undoing: label('正在撤回 %{done} / %{all}', '收回中 %{done} / %{all}', 'Taking back: %{done} of %{all}'),
  stop: label('停止', '停止', 'Stop'),
  done: label('已办理 %{n} 条。', '已辦理 %{n} 筆。', '%{n} done.'),
  failedCount: label('%{n} 条没有办成：', '%{n} 筆沒有辦成：', '%{n} failed:'),
  leftOut: label('因停止而未办 %{n} 条。', '因停止而未辦 %{n} 筆。', '%{n} were left when you stopped.'),
  undo: label('撤回这 %{n} 条', '收回這 %{n} 筆', 'Take these %{n} back'),
  notUndone: label(
    '%{n} 条不能自动撤回。',
    '%{n} 筆無法自動收回。',
    '%{n} cannot be taken back automatically.',
  ),
  undone: label('已撤回 %{n} 条。', '已收回 %{n} 筆。', '%{n} taken back.'),
  close: label('关闭', '關閉', 'Close'),
  cancel: label('取消', '取消', 'Cancel'),
} satisfies Texts;
