import { type Label, label } from '../catalogue/labels.js';

/** Words that messages put in for a code: `{type:word}`. */
export const words = {
  integer: label('整数', '整數', 'a whole number'),
  decimal: label('数字', '數字', 'a number'),
  double: label('数字', '數字', 'a number'),
  number: label('数字', '數字', 'a number'),
  text: label('文字', '文字', 'text'),
  boolean: label('true 或 false', 'true 或 false', 'true or false'),
  date: label('日期（如 2026-03-07）', '日期（如 2026-03-07）', 'a date such as 2026-03-07'),
  dateTime: label(
    '时间（如 2026-03-07T08:30）',
    '時間（如 2026-03-07T08:30）',
    'a time such as 2026-03-07T08:30',
  ),
  month: label('月份（如 2026-03）', '月份（如 2026-03）', 'a month such as 2026-03'),
  enum: label('规定的代码之一', '規定的代碼之一', 'one of the codes'),
  id: label('编号', '編號', 'an id'),
  json: label('JSON', 'JSON', 'JSON'),
  list: label('列表', '清單', 'a list'),
  filter: label('筛选条件', '篩選條件', 'a filter'),
  period: label('期间（from、to）', '期間（from、to）', 'a period with from and to'),
  field: label('字段名', '欄位名稱', 'the name of a field'),
} satisfies Record<string, Label>;
