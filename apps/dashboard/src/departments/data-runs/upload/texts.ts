import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../../app/texts';

export const importTexts = {
  title: label('导入数据', '匯入資料', 'Import data'),
  runs: label('导入记录', '匯入紀錄', 'Import runs'),
  noProfiles: label(
    '没有您可以使用的导入方案。导入需要对方案所写各类记录的权限。',
    '沒有您可以使用的匯入方案。匯入需要對方案所寫各類紀錄的權限。',
    'There is no profile for you: an import needs the right to every kind of record that it writes.',
  ),
  what: label('导入什么', '匯入什麼', 'What'),
  profile: label('导入方案', '匯入方案', 'Profile'),
  tables: label('文件须含的列', '檔案須含的欄', 'Columns that the files must have'),
  table: label('%{name}：%{columns}', '%{name}：%{columns}', '%{name}: %{columns}'),
  optionalTable: label(
    '%{name}（可省略）：%{columns}',
    '%{name}（可省略）：%{columns}',
    '%{name} (optional): %{columns}',
  ),
  template: label('下载样表（Excel）', '下載範例表（Excel）', 'Download a sample (Excel)'),
  files: label('文件', '檔案', 'Files'),
  choose: label('选择文件', '選擇檔案', 'Choose files'),
  chosen: label('所选文件', '所選檔案', 'Chosen files'),
  limits: label(
    'CSV、TSV、XLSX、XLS，每个不超过 %{mb} MB、20 万行；更大的文件请管理员用命令行导入。',
    'CSV、TSV、XLSX、XLS，每個不超過 %{mb} MB、20 萬列；更大的檔案請管理員用命令列匯入。',
    'CSV, TSV, XLSX or XLS, each up to %{mb} MB and 200,000 rows; larger ones are imported on the command line.',
  ),
  tooLarge: label(
    '文件 %{file} 超过 %{mb} MB。',
    '檔案 %{file} 超過 %{mb} MB。',
    'The file %{file} is larger than %{mb} MB.',
  ),
  tooMany: label('一次最多 %{n} 个文件。', '一次最多 %{n} 個檔案。', 'At most %{n} files at a time.'),
  chooseFirst: label('请选择要导入的文件。', '請選擇要匯入的檔案。', 'Choose a file to import.'),
  how: label('怎样导入', '如何匯入', 'How'),
  dryRun: label('只试运行，不写入', '只試執行，不寫入', 'Dry run: check everything, write nothing'),
  acceptGoodRows: label(
    '有错误行时仍导入其余的行',
    '有錯誤列時仍匯入其餘的列',
    'Take the good rows although there are bad ones',
  ),
  try: label('试运行', '試執行', 'Try it'),
  import: label('导入', '匯入', 'Import'),
  sending: label('正在上传', '上傳中', 'Uploading'),
  opening: label('正在检查文件…', '正在檢查檔案…', 'Checking the files…'),
} satisfies Texts;
