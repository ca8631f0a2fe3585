import { bool, dateTime, integer, json, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const runState = vocabulary('RunState', {
  RUNNING: label('进行中', '進行中', 'Running'),
  DONE: label('完成', '完成', 'Done'),
  FAILED: label('失败', '失敗', 'Failed'),
  REFUSED: label('未执行', '未執行', 'Refused'),
});

/** One import: which profile, which files, what came of it. */
export const importRun = kind('ImportRun', {
  plural: 'importRuns',
  table: 'import_run',
  department: 'administration',
  subject: 'importRun',
  label: label('导入记录', '匯入紀錄', 'Import run'),
  title: 'profile',
  fields: {
    profile: text(label('导入方案', '匯入方案', 'Profile'), { max: 60 }),
    files: json(label('文件', '檔案', 'Files')),
    staff: toOne('Staff', label('操作人', '操作人', 'By')),
    via: text(label('途径', '途徑', 'Via'), { max: 20 }),
    state: oneOf(label('状态', '狀態', 'State'), runState),
    dryRun: bool(label('试运行', '試執行', 'Dry run')),
    rowsRead: integer(label('读取行数', '讀取列數', 'Rows read')),
    rowsCreated: integer(label('新建', '新增', 'Created')),
    rowsChanged: integer(label('更新', '更新', 'Changed')),
    rowsUnchanged: integer(label('未变', '未變', 'Unchanged')),
    rowsBad: integer(label('错误行数', '錯誤列數', 'Bad rows')),
    counts: json(label('各类记录数', '各類紀錄數', 'Counts by kind'), { optional: true }),
    startedAt: dateTime(label('开始时间', '開始時間', 'Started at')),
    finishedAt: dateTime(label('结束时间', '結束時間', 'Finished at'), { optional: true }),
    message: text(label('说明', '說明', 'Message'), { optional: true, max: 1000 }),
  },
});
export type ImportRunRow = RowOf<typeof importRun>;

/** A row that an import could not take, with its place and reason. */
export const importRowError = kind('ImportRowError', {
  plural: 'importRowErrors',
  table: 'import_row_error',
  department: 'administration',
  subject: 'importRun',
  partOf: 'run',
  label: label('错误行', '錯誤列', 'Bad row'),
  title: 'rowNo',
  defaultOrder: [{ field: 'id', direction: 'ASC' }],
  fields: {
    run: toOne('ImportRun', label('导入记录', '匯入紀錄', 'Import run'), {
      required: true,
      inverse: 'rowErrors',
      inverseLabel: label('错误行', '錯誤列', 'Bad rows'),
    }),
    file: text(label('文件', '檔案', 'File'), { max: 200 }),
    rowNo: integer(label('行', '列', 'Row')),
    columnName: text(label('列', '欄', 'Column'), { optional: true, max: 120 }),
    value: text(label('值', '值', 'Value'), {
      optional: true,
      max: 200,
      protection: 'identifier',
      mask: 'handle',
    }),
    reason: text(label('原因代码', '原因代碼', 'Reason code'), { max: 60 }),
    detail: json(label('详情', '詳情', 'Detail'), { optional: true }),
  },
});
export type ImportRowErrorRow = RowOf<typeof importRowError>;

/** One export: who took what out, how many rows, why (dossier C1 ExportLog, G1). */
export const exportRun = kind('ExportRun', {
  plural: 'exportRuns',
  table: 'export_run',
  department: 'administration',
  subject: 'exportLog',
  label: label('导出记录', '匯出紀錄', 'Export run'),
  title: 'entity',
  fields: {
    staff: toOne('Staff', label('操作人', '操作人', 'By'), { inverse: 'exportRuns' }),
    entity: text(label('对象', '對象', 'Kind of record'), { max: 40 }),
    query: text(label('查询', '查詢', 'Query'), { max: 20000 }),
    variables: json(label('变量', '變數', 'Variables'), { optional: true }),
    columns: json(label('列', '欄', 'Columns'), { optional: true }),
    format: text(label('格式', '格式', 'Format'), { max: 8 }),
    state: oneOf(label('状态', '狀態', 'State'), runState),
    rowCount: integer(label('行数', '列數', 'Rows')),
    containsPersonalData: bool(label('含个人信息', '含個人資料', 'Contains personal data')),
    reason: text(label('理由', '理由', 'Reason'), { optional: true, max: 500 }),
    fileHash: text(label('文件摘要', '檔案摘要', 'File hash'), { optional: true, max: 64 }),
    finishedAt: dateTime(label('结束时间', '結束時間', 'Finished at'), { optional: true }),
    expiresAt: dateTime(label('到期时间', '到期時間', 'Expires at'), { optional: true }),
    message: text(label('说明', '說明', 'Message'), { optional: true, max: 1000 }),
  },
});
export type ExportRunRow = RowOf<typeof exportRun>;
