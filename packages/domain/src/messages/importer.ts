import { type Label, label } from '../catalogue/labels.js';

/**
 * Imports: files, profiles, rows. Taiwan says 第3列第2欄 where the mainland says 第3行第2列: a
 * conversion by character would point at the wrong cell.
 */
export const importerMessages = {
  'import.place': label('第{row}行第{column}列', '第{row}列第{column}欄', 'row {row}, column {column}'),
  'import.placeNamed': label(
    '第{row}行“{column}”列',
    '第{row}列「{column}」欄',
    'row {row}, column “{column}”',
  ),
  'import.placeRow': label('第{row}行', '第{row}列', 'row {row}'),
  'import.fileMissing': label('没有找到文件 {file}。', '找不到檔案 {file}。', 'There is no file {file}.'),
  'import.emptyFile': label('文件 {file} 是空的。', '檔案 {file} 是空的。', 'The file {file} is empty.'),
  'import.fileTooLarge': label(
    '文件 {file} 超过 {megabytes} MB；更大的文件请用命令行导入。',
    '檔案 {file} 超過 {megabytes} MB；更大的檔案請用命令列匯入。',
    'The file {file} is larger than {megabytes} MB; import larger files on the command line.',
  ),
  'import.inflatedTooLarge': label(
    '文件 {file} 解压后超过 {megabytes} MB。',
    '檔案 {file} 解壓縮後超過 {megabytes} MB。',
    'Unpacked, the file {file} is larger than {megabytes} MB.',
  ),
  'import.tooManyRows': label(
    '文件 {file} 超过 {rows} 行；更大的文件请用命令行导入。',
    '檔案 {file} 超過 {rows} 列；更大的檔案請用命令列匯入。',
    'The file {file} has more than {rows} rows; import larger files on the command line.',
  ),
  'import.zipBomb': label(
    '文件 {file} 的压缩内容异常，已拒绝。',
    '檔案 {file} 的壓縮內容異常，已拒絕。',
    'The packed content of {file} is suspicious; it was refused.',
  ),
  'import.encrypted': label(
    '文件 {file} 有密码；请去掉密码后再导入。',
    '檔案 {file} 有密碼；請移除密碼後再匯入。',
    'The file {file} has a password; remove it and import again.',
  ),
  'import.truncated': label(
    '文件 {file} 不完整（{reason}）；可能没有传完。',
    '檔案 {file} 不完整（{reason}）；可能沒有傳完。',
    'The file {file} is incomplete ({reason}); perhaps the transfer broke off.',
  ),
  'import.malformed': label(
    '文件 {file} 已损坏（{reason}）。',
    '檔案 {file} 已損毀（{reason}）。',
    'The file {file} is damaged ({reason}).',
  ),
  'import.notAWorkbook': label(
    '文件 {file} 不是 Excel 工作簿。',
    '檔案 {file} 不是 Excel 活頁簿。',
    'The file {file} is not an Excel workbook.',
  ),
  'import.notText': label(
    '文件 {file} 不是文本文件，或编码不是 UTF-8、GB18030、UTF-16。',
    '檔案 {file} 不是文字檔，或編碼不是 UTF-8、GB18030、UTF-16。',
    'The file {file} is not text, or not in UTF-8, GB18030 or UTF-16.',
  ),
  'import.wrongType': label(
    '文件 {file} 的内容是 {type}，与扩展名不符。',
    '檔案 {file} 的內容是 {type}，與副檔名不符。',
    'The content of {file} is {type}, not what its name says.',
  ),
  'import.tooMuchMemory': label(
    '文件 {file} 需要的内存过多；请另存为 CSV 或 XLSX。',
    '檔案 {file} 需要的記憶體過多；請另存為 CSV 或 XLSX。',
    'The file {file} needs too much memory; save it as CSV or XLSX.',
  ),
  'import.tooSlow': label(
    '读取文件 {file} 的时间过长，已中止。',
    '讀取檔案 {file} 的時間過長，已中止。',
    'Reading the file {file} took too long and was stopped.',
  ),
  'import.quoteUnclosed': label(
    '文件 {file} 第{row}行的引号没有结束。',
    '檔案 {file} 第{row}列的引號沒有結束。',
    'In the file {file}, row {row}, a quotation mark is not closed.',
  ),
  'import.quoteMisplaced': label(
    '文件 {file} 第{row}行第{column}列的引号之后还有文字。',
    '檔案 {file} 第{row}列第{column}欄的引號之後還有文字。',
    'In the file {file}, row {row}, column {column}, text follows a closing quotation mark.',
  ),
  'import.rowTooLong': label(
    '文件 {file} 第{row}行过长。',
    '檔案 {file} 第{row}列過長。',
    'In the file {file}, row {row} is too long.',
  ),
  'import.duplicateColumn': label(
    '文件 {file} 有两列都叫“{column}”。',
    '檔案 {file} 有兩欄都叫「{column}」。',
    'The file {file} has two columns named “{column}”.',
  ),
} satisfies Record<string, Label>;
