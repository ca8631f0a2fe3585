import { type Label, label } from '../catalogue/labels.js';

/** Errors of the edge: the request as such, the server as such. */
export const httpMessages = {
  'http.unauthenticated': label('请先登录。', '請先登入。', 'Sign in first.'),
  'http.sessionEnded': label(
    '登录已过期，请重新登录。',
    '登入已逾時，請重新登入。',
    'The session has ended; sign in again.',
  ),
  'http.forbidden': label('您无权这样做。', '您無權這樣做。', 'You may not do this.'),
  'http.notFound': label('没有找到。', '找不到。', 'Not found.'),
  'http.methodNotAllowed': label(
    '不支持这种请求方法。',
    '不支援這種請求方法。',
    'This method is not supported.',
  ),
  'http.badRequest': label('请求有误。', '請求有誤。', 'The request is not right.'),
  'http.badJson': label(
    '请求内容不是有效的 JSON。',
    '請求內容不是有效的 JSON。',
    'The body is not valid JSON.',
  ),
  'http.badDocument': label(
    'GraphQL 语句有误：{detail}',
    'GraphQL 陳述式有誤：{detail}',
    'The GraphQL document is not right: {detail}',
  ),
  'http.unsupportedType': label(
    '不支持的内容类型或字符集。',
    '不支援的內容類型或字元集。',
    'The content type or character set is not supported.',
  ),
  'http.bodyTooLarge': label(
    '请求过大，最多 {limit} 字节。',
    '請求過大，最多 {limit} 位元組。',
    'The body is too large; at most {limit} bytes.',
  ),
  'http.tooManyTokens': label(
    '语句过长，最多 {limit} 个词。',
    '陳述式過長，最多 {limit} 個詞元。',
    'The document is too long; at most {limit} tokens.',
  ),
  'http.tooDeep': label(
    '嵌套 {depth} 层，最多 {limit} 层。',
    '巢狀 {depth} 層，最多 {limit} 層。',
    'The document is {depth} levels deep; at most {limit} are allowed.',
  ),
  'http.tooManyFields': label(
    '共 {count} 个字段，最多 {limit} 个。',
    '共 {count} 個欄位，最多 {limit} 個。',
    'The document has {count} fields; at most {limit} are allowed.',
  ),
  'http.tooManyAliases': label(
    '共 {count} 个别名，最多 {limit} 个。',
    '共 {count} 個別名，最多 {limit} 個。',
    'The document has {count} aliases; at most {limit} are allowed.',
  ),
  'http.tooManyDirectives': label(
    '共 {count} 个指令，最多 {limit} 个。',
    '共 {count} 個指示詞，最多 {limit} 個。',
    'The document has {count} directives; at most {limit} are allowed.',
  ),
  'http.tooManyRepeats': label(
    '同一字段重复了 {count} 次，最多 {limit} 次。',
    '同一欄位重複了 {count} 次，最多 {limit} 次。',
    'Fields are repeated {count} times; at most {limit} repeats are allowed.',
  ),
  'http.tooManyRootFields': label(
    '一次请求有 {count} 个查询，最多 {limit} 个。',
    '一次請求有 {count} 個查詢，最多 {limit} 個。',
    'The request has {count} root fields; at most {limit} are allowed.',
  ),
  'http.introspectionForbidden': label(
    '您没有自由查询权限，不能读取接口结构。',
    '您沒有自由查詢權限，不能讀取介面結構。',
    'Without the right to ad-hoc queries the schema cannot be read.',
  ),
  'http.answerTooLarge': label(
    '结果超过 {limit} 字节；请缩小范围。',
    '結果超過 {limit} 位元組；請縮小範圍。',
    'The answer is larger than {limit} bytes; narrow it down.',
  ),
  'http.tooManyAtOnce': label(
    '您已有 {limit} 个长查询正在运行，请等其完成。',
    '您已有 {limit} 個長查詢正在執行，請等其完成。',
    'You already have {limit} long queries running; wait for one to end.',
  ),
  'http.rateLimited': label(
    '请求过于频繁，请在 {seconds} 秒后重试。',
    '請求過於頻繁，請在 {seconds} 秒後再試。',
    'Too many requests; try again in {seconds} seconds.',
  ),
  'http.unavailable': label(
    '系统暂时不可用，请稍后重试。',
    '系統暫時無法使用，請稍後再試。',
    'The system cannot be reached at the moment; try again later.',
  ),
  'http.stopping': label(
    '系统正在重启，请稍后重试。',
    '系統正在重新啟動，請稍後再試。',
    'The system is restarting; try again in a moment.',
  ),
  'http.internal': label(
    '系统出错，请把编号 {reference} 告诉管理员。',
    '系統發生錯誤，請將編號 {reference} 告知管理員。',
    'Something went wrong; tell your administrator the number {reference}.',
  ),
} satisfies Record<string, Label>;
