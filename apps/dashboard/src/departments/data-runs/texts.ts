import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const dataTexts = {
  data: label('数据', '資料', 'Data'),
  imports: label('导入记录', '匯入紀錄', 'Imports'),
  exports: label('导出记录', '匯出紀錄', 'Exports'),
  query: label('自由查询 GraphiQL', '自由查詢 GraphiQL', 'Query (GraphiQL)'),
  run: label('导入 %{profile}', '匯入 %{profile}', 'Import %{profile}'),
  facts: label('结果', '結果', 'Outcome'),
  files: label('文件', '檔案', 'Files'),
  badRows: label('错误行', '錯誤列', 'Bad rows'),
  noBadRows: label('没有错误行。', '沒有錯誤列。', 'No bad rows.'),
  counts: label('各类记录数', '各類紀錄數', 'Counts by kind'),
  created: label('新建', '新增', 'Created'),
  changed: label('更新', '更新', 'Changed'),
  unchanged: label('未变', '未變', 'Unchanged'),
  kind: label('对象', '對象', 'Kind'),
  download: label('下载', '下載', 'Download'),
  dryRun: label('试运行', '試執行', 'Dry run'),
} satisfies Texts;
