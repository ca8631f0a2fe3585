import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';
import { fill } from '@kehu/domain/messages/message';

interface Translation {
  readonly pattern: RegExp;
  readonly text: Label;
}

const on = (pattern: RegExp, hans: string, hant: string, en: string): Translation => ({
  pattern,
  text: label(hans, hant, en),
});

/**
 * What graphql-js says of a document or of variables, in the three languages. Suggestions ("Did you
 * mean …") are left out: they would spell the schema to those who may not read it.
 */
const translations: readonly Translation[] = [
  on(
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    '“{b}”没有“{a}”这一项。',
    '「{b}」沒有「{a}」這一項。',
    '{b} has no field {a}.',
  ),
  on(
    /^Unknown argument "(\w+)" on (?:field|directive) "@?([\w.]+)"/,
    '“{b}”没有参数“{a}”。',
    '「{b}」沒有參數「{a}」。',
    '{b} has no argument {a}.',
  ),
  on(
    /Field "(\w+)" is not defined by type "(\w+)"/,
    '“{b}”没有“{a}”这一项。',
    '「{b}」沒有「{a}」這一項。',
    '{b} has no field {a}.',
  ),
  on(
    /Field "([\w.]+)" of required type "[^"]+" was not provided/,
    '必须给出“{a}”。',
    '必須給出「{a}」。',
    '{a} is required.',
  ),
  on(/Field "(\w+)" of required type/, '必须给出“{a}”。', '必須給出「{a}」。', '{a} is required.'),
  on(
    /argument "(\w+)" of type "[^"]+" is required/,
    '必须给出参数“{a}”。',
    '必須給出參數「{a}」。',
    'The argument {a} is required.',
  ),
  on(
    /Value .+ does not exist in "(\w+)" enum/,
    '不是“{a}”的代码之一。',
    '不是「{a}」的代碼之一。',
    'This is not one of the codes of {a}.',
  ),
  on(
    /Enum "(\w+)" cannot represent/,
    '须为“{a}”的代码之一。',
    '須為「{a}」的代碼之一。',
    'This must be one of the codes of {a}.',
  ),
  on(
    /(Int|Float|String|Boolean|ID|DateTime|Date|Month|Decimal) cannot represent/,
    '值的类型不对，应为 {a}。',
    '值的類型不對，應為 {a}。',
    'The value is not right; expected {a}.',
  ),
  on(
    /Expected (?:value of )?(?:non-nullable )?type "?([\w[\]!]+)"? ?(?:to be an object|not to be null|, found)/,
    '值的类型不对，应为 {a}。',
    '值的類型不對，應為 {a}。',
    'The value is not right; expected {a}.',
  ),
  on(
    /Variable "(\$\w+)" of (?:required|non-null) type "([^"]+)" (?:was not provided|must not be null)/,
    '必须给出变量“{a}”（{b}）。',
    '必須給出變數「{a}」（{b}）。',
    'The variable {a} ({b}) is required.',
  ),
  on(
    /Variable "(\$\w+)" is not defined/,
    '变量“{a}”没有声明。',
    '變數「{a}」沒有宣告。',
    'The variable {a} is not declared.',
  ),
  on(
    /Variable "(\$\w+)" is never used/,
    '变量“{a}”没有用到。',
    '變數「{a}」沒有用到。',
    'The variable {a} is never used.',
  ),
  on(
    /Variable "(\$\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    '变量“{a}”的类型是 {b}，此处应为 {c}。',
    '變數「{a}」的類型是 {b}，此處應為 {c}。',
    'The variable {a} is a {b}, but a {c} is expected here.',
  ),
  on(
    /Variable "(\$\w+)" cannot be non-input type "([^"]+)"/,
    '变量“{a}”不能是 {b}。',
    '變數「{a}」不能是 {b}。',
    'The variable {a} cannot be a {b}.',
  ),
  on(
    /Field "(\w+)" must not have a selection/,
    '“{a}”没有下级项，不能带花括号。',
    '「{a}」沒有下級項目，不能帶大括號。',
    '{a} has no fields of its own.',
  ),
  on(
    /Field "(\w+)" of type "[^"]+" must have (?:a selection|at least)/,
    '“{a}”须写明要哪些下级项。',
    '「{a}」須寫明要哪些下級項目。',
    'Say which fields of {a} you want.',
  ),
  on(
    /^Fields "(\w+)" conflict/,
    '“{a}”出现两次而内容不同；请用别名区分。',
    '「{a}」出現兩次而內容不同；請用別名區分。',
    '{a} stands here twice with different content; tell them apart by aliases.',
  ),
  on(/Unknown fragment "(\w+)"/, '没有片段“{a}”。', '沒有片段「{a}」。', 'There is no fragment {a}.'),
  on(
    /Fragment "(\w+)" is never used/,
    '片段“{a}”没有用到。',
    '片段「{a}」沒有用到。',
    'The fragment {a} is never used.',
  ),
  on(
    /Cannot spread fragment "(\w+)" within itself/,
    '片段“{a}”引用了自己。',
    '片段「{a}」引用了自己。',
    'The fragment {a} spreads itself.',
  ),
  on(
    /^Fragment (?:"\w+" )?cannot .*type "(\w+)"/,
    '片段用在了不对的类型上：{a}。',
    '片段用在了不對的類型上：{a}。',
    'The fragment does not fit the type {a}.',
  ),
  on(/Unknown type "(\w+)"/, '没有类型“{a}”。', '沒有類型「{a}」。', 'There is no type {a}.'),
  on(/Unknown directive "(@\w+)"/, '没有指令 {a}。', '沒有指示詞 {a}。', 'There is no directive {a}.'),
  on(
    /irective "(@\w+)" (?:may not be used|can only be used once)/,
    '指令 {a} 不能用在这里。',
    '指示詞 {a} 不能用在這裡。',
    'The directive {a} cannot stand here.',
  ),
  on(/There can be only one .+ named "([$@\w]+)"/, '“{a}”重复。', '「{a}」重複。', '{a} stands here twice.'),
  on(
    /^This anonymous operation must be the only/,
    '没有名称的语句只能单独出现。',
    '沒有名稱的陳述式只能單獨出現。',
    'A document with several operations must name each.',
  ),
  on(
    /Unknown operation named "(\w*)"/,
    '没有名为“{a}”的语句。',
    '沒有名為「{a}」的陳述式。',
    'There is no operation named {a}.',
  ),
  on(
    /^Must provide operation name/,
    '有多个语句，须用 operationName 指明。',
    '有多個陳述式，須用 operationName 指明。',
    'Several operations: say which by operationName.',
  ),
  on(
    /^Syntax Error: (?:Unexpected|Expected .*found) (.{1,40}?)\.?$/,
    '语法错误，位于 {a}。',
    '語法錯誤，位於 {a}。',
    'Syntax error at {a}.',
  ),
  on(/^Syntax Error/, '语法错误。', '語法錯誤。', 'Syntax error.'),
];

const general = label('请求有误。', '請求有誤。', 'The request is not right.');

/** The message of a graphql-js error in the reader's language; an unknown one in general words. */
export function validationText(message: string, language: Language): string {
  for (const { pattern, text } of translations) {
    const match = pattern.exec(message);
    if (match) {
      return fill(text, { a: match[1] ?? '', b: match[2] ?? '', c: match[3] ?? '' }, language);
    }
  }
  return general[language];
}
