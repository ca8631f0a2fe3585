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
  running: label('正在导入…', '匯入中…', 'Importing…'),
  mayLeave: label(
    '可以离开此页，结果记在导入记录中。',
    '可以離開此頁，結果記在匯入紀錄中。',
    'You may leave this page; the outcome stands in the import runs.',
  ),
  endDone: label('导入完成。', '匯入完成。', 'The import is done.'),
  endTried: label(
    '试运行完成，没有写入任何内容。',
    '試執行完成，沒有寫入任何內容。',
    'The dry run is done; nothing was written.',
  ),
  endRefused: label(
    '有错误行，没有写入任何内容。更正文件后再导入，或选择只导入其余的行。',
    '有錯誤列，沒有寫入任何內容。更正檔案後再匯入，或選擇只匯入其餘的列。',
    'There are bad rows, so nothing was written. Correct the file, or take the good rows only.',
  ),
  endFailed: label(
    '导入失败，没有完成。',
    '匯入失敗，沒有完成。',
    'The import failed and was not completed.',
  ),
  dryRun: label('试运行', '試執行', 'Dry run'),
} satisfies Texts;
