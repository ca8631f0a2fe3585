import { type Label, label } from '../catalogue/labels.js';

/** What is wrong with a row of an import, or with the files as a whole. */
export const importRowMessages = {
  'import.required': label('不能为空。', '不能為空。', 'This must not be empty.'),
  'import.notANumber': label('不是数字。', '不是數字。', 'This is not a number.'),
  'import.notAnInteger': label('必须是整数。', '必須是整數。', 'This must be a whole number.'),
  'import.tooSmall': label('不能小于 {min}。', '不能小於 {min}。', 'This must not be less than {min}.'),
  'import.tooLarge': label('数值过大。', '數值過大。', 'This number is too large.'),
  'import.tooLong': label(
    '最多 {max} 个字符，现有 {length} 个。',
    '最多 {max} 個字元，現有 {length} 個。',
    'At most {max} characters, but there are {length}.',
  ),
  'import.notADate': label(
    '没有这样的日期或时间。',
    '沒有這樣的日期或時間。',
    'There is no such date or time.',
  ),
  'import.notABoolean': label('必须是“是”或“否”。', '必須是「是」或「否」。', 'This must be yes or no.'),
  'import.notOneOf': label(
    '必须是其中之一：{codes}。',
    '必須是其中之一：{codes}。',
    'This must be one of: {codes}.',
  ),
  'import.notMapped': label(
    '导入方案没有说明此值；已说明的有：{allowed}。',
    '匯入方案沒有說明此值；已說明的有：{allowed}。',
    'The profile does not say what this value means; it knows: {allowed}.',
  ),
  'import.notComputable': label(
    '无法计算：缺少数值或除以零。',
    '無法計算：缺少數值或除以零。',
    'This cannot be computed: a value is missing, or something is divided by zero.',
  ),
  'import.fixedValue': label(
    '导入方案给出的值“{value}”不适用于该字段。',
    '匯入方案給出的值「{value}」不適用於該欄位。',
    'The value “{value}” that the profile gives does not suit the field.',
  ),
  'import.uscc': label(
    '统一社会信用代码的校验位不符。',
    '統一社會信用代碼的檢查碼不符。',
    'The check digit of the unified social credit code does not fit.',
  ),
  'import.login': label(
    '登录名为 2–60 个小写字母、数字、点、连字符或下划线，以字母或数字开头。',
    '登入名稱為 2–60 個小寫字母、數字、點、連字號或底線，以字母或數字開頭。',
    'A login has 2 to 60 lower-case letters, digits, dots, hyphens or underscores and starts with a letter or digit.',
  ),
  'import.phone': label('不是电话号码。', '不是電話號碼。', 'This is not a phone number.'),
  'import.keyEmpty': label(
    '这是编号的一部分，不能为空。',
    '這是編號的一部分，不能為空。',
    'This is part of a key and must not be empty.',
  ),
  'import.keyTwice': label(
    '{kind} {key} 在文件中已出现过，内容却不同。',
    '{kind} {key} 在檔案中已出現過，內容卻不同。',
    '{kind} {key} stands in the files already, with other content.',
  ),
  'import.refMissing': label(
    '文件和系统中都没有 {kind} {key}。',
    '檔案和系統中都沒有 {kind} {key}。',
    'There is no {kind} {key}, neither in the files nor in the system.',
  ),
  'import.lookupNone': label(
    '系统中没有 {field} 为“{value}”的 {kind}。',
    '系統中沒有 {field} 為「{value}」的 {kind}。',
    'The system has no {kind} whose {field} is “{value}”.',
  ),
  'import.lookupSeveral': label(
    '系统中有多个 {field} 为“{value}”的 {kind}。',
    '系統中有多個 {field} 為「{value}」的 {kind}。',
    'The system has several {kind} records whose {field} is “{value}”.',
  ),
  'import.tooManyCells': label(
    '有 {cells} 个单元格，标题只有 {columns} 列；可能有未加引号的分隔符。',
    '有 {cells} 個儲存格，標題只有 {columns} 欄；可能有未加引號的分隔符。',
    'There are {cells} cells but {columns} columns; perhaps a delimiter is not quoted.',
  ),
  'import.tooFewCells': label(
    '只有 {cells} 个单元格，标题有 {columns} 列；文件可能不完整。',
    '只有 {cells} 個儲存格，標題有 {columns} 欄；檔案可能不完整。',
    'There are only {cells} cells for {columns} columns; perhaps the file is incomplete.',
  ),
  'import.linkedRow': label(
    '文件 {file} 第{row}行的单元格数与标题不符；其他文件要查找它，因此不能略过。',
    '檔案 {file} 第{row}列的儲存格數與標題不符；其他檔案要查找它，因此不能略過。',
    'In {file}, row {row} does not fit the header; other files look into it, so it cannot be left out.',
  ),
  'import.linkedTwice': label(
    '文件 {file} 第{row}行的 {key} 已出现过，内容却不同。',
    '檔案 {file} 第{row}列的 {key} 已出現過，內容卻不同。',
    'In {file}, row {row}, {key} stands there already, with other content.',
  ),
  'import.linkedTooLarge': label(
    '供查找的文件 {file} 最多 {rows} 行。',
    '供查找的檔案 {file} 最多 {rows} 列。',
    'The file {file} that others look into may have at most {rows} rows.',
  ),
  'import.fitsNoTable': label(
    '文件 {file} 的列与导入方案 {profile} 的任何表都不符。',
    '檔案 {file} 的欄與匯入方案 {profile} 的任何表都不符。',
    'The columns of {file} fit no table of the profile {profile}.',
  ),
  'import.tableMissing': label(
    '缺少“{table}”表：没有文件含有全部所需的列。缺少的列：{columns}。',
    '缺少「{table}」表：沒有檔案含有全部所需的欄。缺少的欄：{columns}。',
    'The table “{table}” is missing: no file has all of its columns. Not found: {columns}.',
  ),
  'import.tableTwice': label(
    '{first} 和 {second} 都是“{table}”表；一次只能有一个。',
    '{first} 和 {second} 都是「{table}」表；一次只能有一個。',
    'Both {first} and {second} are the table “{table}”; give one of them.',
  ),
  'import.unknownOption': label(
    '导入方案 {profile} 没有选项 {option}；可用的有：{allowed}。',
    '匯入方案 {profile} 沒有選項 {option}；可用的有：{allowed}。',
    'The profile {profile} has no option {option}; it has: {allowed}.',
  ),
  'import.noProfile': label(
    '没有导入方案 {profile}；用 --list 查看已有的方案。',
    '沒有匯入方案 {profile}；用 --list 檢視已有的方案。',
    'There is no profile {profile}; --list shows those that there are.',
  ),
  'import.taken': label(
    '{kind} 的值“{value}”已被系统中的另一条记录使用。',
    '{kind} 的值「{value}」已被系統中的另一筆紀錄使用。',
    'The value “{value}” of a {kind} is taken by another record of the system.',
  ),
  'import.busy': label(
    '导入方案 {profile} 的另一次导入正在进行；请等它结束。',
    '匯入方案 {profile} 的另一次匯入正在進行；請等它結束。',
    'Another import with the profile {profile} is running; wait until it ends.',
  ),
  'import.changedMeanwhile': label(
    '导入期间有人修改了同一条记录；请再导入一次。',
    '匯入期間有人修改了同一筆紀錄；請再匯入一次。',
    'Somebody changed one of the records during the import; import once more.',
  ),
} satisfies Record<string, Label>;
