import { type Label, label } from '../catalogue/labels.js';

/** What the operator's tool says while it imports and exports. */
export const importRunMessages = {
  'import.checking': label(
    '检查 {file}：{rows} 行',
    '檢查 {file}：{rows} 列',
    'Checking {file}: {rows} rows',
  ),
  'import.writing': label('写入 {file}：{rows} 行', '寫入 {file}：{rows} 列', 'Writing {file}: {rows} rows'),
  'import.totals': label('计算 {file} 的合计', '計算 {file} 的合計', 'Computing totals of {file}'),
  'import.fileIs': label('{file} 是“{table}”表', '{file} 是「{table}」表', '{file} is the table “{table}”'),
  'import.fileIsEncoded': label(
    '{file} 是“{table}”表（{encoding}）',
    '{file} 是「{table}」表（{encoding}）',
    '{file} is the table “{table}” ({encoding})',
  ),
  'import.leftOut': label('未使用：{file}', '未使用：{file}', 'Not used: {file}'),
  'import.done': label(
    '导入完成（编号 {run}）：读取 {rows} 行。',
    '匯入完成（編號 {run}）：讀取 {rows} 列。',
    'Imported (run {run}): {rows} rows read.',
  ),
  'import.dryRunDone': label(
    '试运行完成，没有写入任何内容：读取 {rows} 行。',
    '試執行完成，沒有寫入任何內容：讀取 {rows} 列。',
    'Dry run, nothing was written: {rows} rows read.',
  ),
  'import.refused': label(
    '有 {bad} 行错误，没有写入任何内容（编号 {run}）。更正文件，或加 --accept-good-rows 只导入其余的行。',
    '有 {bad} 列錯誤，沒有寫入任何內容（編號 {run}）。更正檔案，或加 --accept-good-rows 只匯入其餘的列。',
    '{bad} bad rows, so nothing was written (run {run}). Correct the file, or take the other rows with --accept-good-rows.',
  ),
  'import.paymentBooked': label(
    '回款 {no} 已核销的金额超过文件中的金额；请先撤销核销。没有写入任何内容。',
    '收款 {no} 已沖銷的金額超過檔案中的金額；請先撤銷沖銷。沒有寫入任何內容。',
    'More of payment {no} is booked than the file says it is; undo bookings first. Nothing was written.',
  ),
  'import.shippedMore': label(
    '订单 {no} 第 {line} 行的已发数量超过订购数量，或退货超过已发。没有写入任何内容。',
    '訂單 {no} 第 {line} 行的已出數量超過訂購數量，或退貨超過已出。沒有寫入任何內容。',
    'Line {line} of order {no} is shipped beyond what was ordered, or returned beyond what was shipped. Nothing was written.',
  ),
  'import.badRows': label('错误行：{bad}', '錯誤列：{bad}', 'Bad rows: {bad}'),
  'import.dependentRows': label(
    '另有 {rows} 行因所引用的记录在错误行中而未导入。',
    '另有 {rows} 列因所引用的紀錄在錯誤列中而未匯入。',
    '{rows} more rows refer to records of bad rows and were left out.',
  ),
  'import.mendedRows': label('已修补 {rows} 行。', '已修補 {rows} 列。', '{rows} rows were mended.'),
  'import.keptRows': label(
    '有 {rows} 行的单元格多于标题，按原样导入：分隔符之后的各列可能错位。',
    '有 {rows} 列的儲存格多於標題，按原樣匯入：分隔符之後的各欄可能錯位。',
    '{rows} rows have more cells than the header and were taken as they stand: columns after the delimiter may be shifted.',
  ),
  'import.moreBad': label('……还有 {rows} 处', '……還有 {rows} 處', '… and {rows} more'),
  'import.kindCounts': label(
    '{kind}：新建 {created}，更新 {changed}，未变 {unchanged}',
    '{kind}：新增 {created}，更新 {changed}，未變 {unchanged}',
    '{kind}: {created} new, {changed} changed, {unchanged} unchanged',
  ),
  'import.goesOn': label(
    '导入中断；已写入的部分完整无误。再次运行同一命令即从中断处继续。',
    '匯入中斷；已寫入的部分完整無誤。再次執行同一命令即從中斷處繼續。',
    'The import was broken off; what it wrote is complete. The same command goes on from there.',
  ),
  'export.writing': label('写入 {file}：{rows} 行', '寫入 {file}：{rows} 列', 'Writing {file}: {rows} rows'),
  'export.done': label(
    '已导出 {rows} 行到 {file}（SHA-256 {hash}）。',
    '已匯出 {rows} 列到 {file}（SHA-256 {hash}）。',
    'Exported {rows} rows to {file} (SHA-256 {hash}).',
  ),
  'export.noLogin': label(
    '没有人使用登录名 {login}。',
    '沒有人使用登入名稱 {login}。',
    'Nobody who may sign in has the login {login}.',
  ),
  'export.failed': label('导出失败。', '匯出失敗。', 'The export failed.'),
  'export.tooManyRows': label(
    '行数在导出期间超过上限。',
    '列數在匯出期間超過上限。',
    'There came to be too many rows during the export.',
  ),
  'import.noRight': label(
    '您没有导入数据的权限。',
    '您沒有匯入資料的權限。',
    'You have no right to import data.',
  ),
  'import.notForYou': label(
    '没有导入方案 {profile}，或您无权使用。',
    '沒有匯入方案 {profile}，或您無權使用。',
    'There is no profile {profile}, or you may not use it.',
  ),
  'import.noFile': label('请选择要导入的文件。', '請選擇要匯入的檔案。', 'Choose a file to import.'),
  'import.severalRunning': label(
    '已有导入正在进行；请稍后再试。',
    '已有匯入正在進行；請稍後再試。',
    'Other imports are running; try again in a while.',
  ),
  'import.uploadTooMuch': label(
    '上传的文件或字段过多或过大。',
    '上傳的檔案或欄位過多或過大。',
    'There are too many files or fields, or they are too large.',
  ),
  'import.interrupted': label(
    '导入中断，没有完成；请再导入一次。',
    '匯入中斷，沒有完成；請再匯入一次。',
    'The import was broken off; import once more.',
  ),
  'import.nothingWritten': label(
    '导入失败，没有写入任何内容。',
    '匯入失敗，沒有寫入任何內容。',
    'The import failed; nothing was written.',
  ),
} satisfies Record<string, Label>;
