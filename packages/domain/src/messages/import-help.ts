import { type Label, label } from '../catalogue/labels.js';

/** What `--help` says about importing and exporting. */
export const importHelpMessages = {
  'import.help': label(
    '按导入方案导入文件：CSV、TSV、XLSX 或 XLS',
    '按匯入方案匯入檔案：CSV、TSV、XLSX 或 XLS',
    'import files by a profile: CSV, TSV, XLSX or XLS',
  ),
  'import.helpFiles': label(
    '数据文件；一个工作簿可含多个表',
    '資料檔案；一個活頁簿可含多個表',
    'data files; a workbook may hold several tables',
  ),
  'import.helpProfile': label(
    '自带的导入方案（见 --list）或 YAML 文件',
    '內建的匯入方案（見 --list）或 YAML 檔案',
    'a profile of the product (see --list) or a YAML file',
  ),
  'import.helpDryRun': label(
    '只读取、检查和比较，不写入',
    '只讀取、檢查和比較，不寫入',
    'read, check and compare, but write nothing',
  ),
  'import.helpAccept': label(
    '有错误行时仍导入其余的行',
    '有錯誤列時仍匯入其餘的列',
    'take the good rows although there are bad ones',
  ),
  'import.helpOption': label(
    '导入方案的选项，例如 mend=true',
    '匯入方案的選項，例如 mend=true',
    'an option of the profile, as in mend=true',
  ),
  'import.helpList': label('列出自带的导入方案', '列出內建的匯入方案', 'name the profiles of the product'),
  'import.helpTemplate': label(
    '为导入方案写一个可填写的示例工作簿',
    '為匯入方案寫一個可填寫的範例活頁簿',
    'write an example workbook for the profile, to be filled in',
  ),
  'import.optional': label('可省略', '可省略', 'optional'),
  'import.usage': label(
    '用法：kehu import --profile 方案 文件…（--list 查看方案，--help 查看全部选项）',
    '用法：kehu import --profile 方案 檔案…（--list 檢視方案，--help 檢視全部選項）',
    'Usage: kehu import --profile NAME FILE… (--list names the profiles, --help all options)',
  ),
  'import.optionValue': label(
    '选项 {option} 的值为 true 或 false。',
    '選項 {option} 的值為 true 或 false。',
    'The option {option} is true or false.',
  ),
  'export.help': label(
    '按某人的权限导出一个列表或汇总',
    '按某人的權限匯出一個清單或彙總',
    'export a list or an aggregate as somebody would see it',
  ),
  'export.helpQuery': label(
    '只含一个列表或汇总的 GraphQL 文件',
    '只含一個清單或彙總的 GraphQL 檔案',
    'a GraphQL document with one list or one aggregate',
  ),
  'export.helpAs': label(
    '以谁的权限查看（登录名）',
    '以誰的權限檢視（登入名稱）',
    'whose rights decide what is seen',
  ),
  'export.helpOutput': label('要写入的文件', '要寫入的檔案', 'the file to write'),
  'export.helpFormat': label('csv 或 xlsx', 'csv 或 xlsx', 'csv or xlsx'),
  'export.helpVariables': label('查询的变量，JSON', '查詢的變數，JSON', 'variables of the document, as JSON'),
  'export.helpReason': label('理由；记入导出记录', '理由；記入匯出紀錄', 'why; stands in the export log'),
  'export.formatUnknown': label(
    '格式为 csv 或 xlsx，而不是 {format}。',
    '格式為 csv 或 xlsx，而不是 {format}。',
    'The format is csv or xlsx, not {format}.',
  ),
  'export.variablesNotJson': label(
    '变量不是有效的 JSON 对象。',
    '變數不是有效的 JSON 物件。',
    'The variables are no JSON object.',
  ),
} satisfies Record<string, Label>;
