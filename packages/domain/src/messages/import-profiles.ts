import { type Label, label } from '../catalogue/labels.js';

/** A profile's mistake with its file and line. */
function at(hans: string, hant: string, en: string): Label {
  return label(`{file} 第 {line} 行：${hans}`, `{file} 第 {line} 行：${hant}`, `{file}, line {line}: ${en}`);
}

/** What is wrong with an import profile. */
export const importProfileMessages = {
  'import.profileTooLong': at('导入方案过长。', '匯入方案過長。', 'the profile is too long.'),
  'import.profileNotYaml': at(
    '不是有效的 YAML（{reason}）。',
    '不是有效的 YAML（{reason}）。',
    'this is not YAML ({reason}).',
  ),
  'import.profileNotAMap': at(
    '这里应为“键: 值”。',
    '這裡應為「鍵: 值」。',
    'keys with values are expected here.',
  ),
  'import.profileNotText': at('这里应为文字。', '這裡應為文字。', 'a text is expected here.'),
  'import.profileNotBoolean': at(
    '应为 true 或 false。',
    '應為 true 或 false。',
    'this must be true or false.',
  ),
  'import.profileNotOneOf': at(
    '“{value}”不在其中：{allowed}。',
    '「{value}」不在其中：{allowed}。',
    '“{value}” is none of: {allowed}.',
  ),
  'import.profileUnknownKey': at(
    '不认识“{key}”；此处可用：{allowed}。',
    '不認識「{key}」；此處可用：{allowed}。',
    '“{key}” is unknown here; possible are: {allowed}.',
  ),
  'import.profileName': at(
    'name 为 1–40 个小写字母、数字或连字符。',
    'name 為 1–40 個小寫字母、數字或連字號。',
    'name has 1 to 40 lower-case letters, digits or hyphens.',
  ),
  'import.profileNoRecords': at('records 不能为空。', 'records 不能為空。', 'records must not be empty.'),
  'import.profileRecord': at(
    '每项记录都要有 kind、table 和 key。',
    '每項紀錄都要有 kind、table 和 key。',
    'a record needs kind, table and key.',
  ),
  'import.profileKey': at(
    'key 为一列或多列。',
    'key 為一欄或多欄。',
    'key is one column or a list of columns.',
  ),
  'import.profileNoSource': at(
    '请写列名，或 column、value、text、formula、exists、ref、find 之一。',
    '請寫欄名，或 column、value、text、formula、exists、ref、find 之一。',
    'give a column, or one of column, value, text, formula, exists, ref, find.',
  ),
  'import.profileFindBy': at(
    'find 需要 by（字段和列）。',
    'find 需要 by（欄位和欄）。',
    'find needs by: a field with its column.',
  ),
  'import.profileLinkOn': at(
    '查找表“{table}”需要 on。',
    '查找表「{table}」需要 on。',
    'looking into the table “{table}” needs on.',
  ),
  'import.profileFormula': at(
    '公式在“{at}”处有误。',
    '公式在「{at}」處有誤。',
    'the formula is wrong at “{at}”.',
  ),
  'import.profileDateFormat': at(
    '“{format}”不是日期格式；例如 YYYY-MM-DD HH:mm。',
    '「{format}」不是日期格式；例如 YYYY-MM-DD HH:mm。',
    '“{format}” is no date format; an example is YYYY-MM-DD HH:mm.',
  ),
  'import.profileZone': at('没有时区 {zone}。', '沒有時區 {zone}。', 'there is no time zone {zone}.'),
  'import.profileNumbers': at(
    '小数点和千分位必须是两个不同的字符。',
    '小數點和千分位必須是兩個不同的字元。',
    'point and group must be two different characters.',
  ),
  'import.profilePattern': at(
    '“{pattern}”不是可用的正则表达式。',
    '「{pattern}」不是可用的正規表示式。',
    '“{pattern}” is not a pattern that can be used.',
  ),
  'import.profileUnknownTable': at(
    'tables 里没有“{table}”。',
    'tables 裡沒有「{table}」。',
    'tables has no “{table}”.',
  ),
  'import.profileUnusedTable': at(
    '没有用到表“{table}”的任何列。',
    '沒有用到表「{table}」的任何欄。',
    'no column of the table “{table}” is used.',
  ),
  'import.profileUnknownOption': at(
    '表“{table}”的选项 {option} 没有在 options 中说明。',
    '表「{table}」的選項 {option} 沒有在 options 中說明。',
    'options does not declare {option}, which the table “{table}” names.',
  ),
  'import.profileUnknownKind': at(
    '没有 {kind}；可导入的有：{allowed}。',
    '沒有 {kind}；可匯入的有：{allowed}。',
    'there is no {kind}; what can be imported: {allowed}.',
  ),
  'import.profileUnknownField': at(
    '{kind} 没有字段 {field}；有：{allowed}。',
    '{kind} 沒有欄位 {field}；有：{allowed}。',
    '{kind} has no field {field}; it has: {allowed}.',
  ),
  'import.profileMissingFields': at(
    '{kind} 还需要：{fields}。',
    '{kind} 還需要：{fields}。',
    '{kind} also needs: {fields}.',
  ),
  'import.profileNeedsRelation': at(
    '{field} 是关联，请用 ref 或 find。',
    '{field} 是關聯，請用 ref 或 find。',
    '{field} is a relation: use ref or find.',
  ),
  'import.profileNotARelation': at(
    '{field} 不是关联，不能用 ref 或 find。',
    '{field} 不是關聯，不能用 ref 或 find。',
    '{field} is no relation and takes no ref or find.',
  ),
  'import.profileWrongKind': at('{field} 指向 {kind}。', '{field} 指向 {kind}。', '{field} leads to {kind}.'),
  'import.profileRefOrder': at(
    '{field} 引用的 {kind} 必须先在 records 中出现。',
    '{field} 引用的 {kind} 必須先在 records 中出現。',
    'the {kind} that {field} refers to must stand earlier in records.',
  ),
  'import.profileNotFindable': at(
    '不能按 {field} 查找 {kind}。',
    '不能按 {field} 查找 {kind}。',
    '{kind} cannot be looked up by {field}.',
  ),
  'import.profileDerived': at(
    'derived 需要 kind、of、by 和 set（sum，或 latest 加 order）。',
    'derived 需要 kind、of、by 和 set（sum，或 latest 加 order）。',
    'derived needs kind, of, by and set (sum, or latest with order).',
  ),
  'import.profileDerivedBy': at(
    '{kind}.{field} 不通向该记录。',
    '{kind}.{field} 不通向該紀錄。',
    '{kind}.{field} does not lead to this record.',
  ),
  'import.profileSum': at('{field} 不能求和。', '{field} 不能加總。', '{field} cannot be summed.'),
} satisfies Record<string, Label>;
