import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../app/texts';

export const graphiqlTexts = {
  title: label('自由查询', '自由查詢', 'Ad-hoc query'),
  query: label('查询语句', '查詢語句', 'Query'),
  variables: label('变量', '變數', 'Variables'),
  result: label('结果', '結果', 'Result'),
  back: label('← 回到工作台', '← 回到工作台', '← Back to the dashboard'),
} satisfies Texts;
