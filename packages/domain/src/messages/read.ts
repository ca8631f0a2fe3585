import { type Label, label } from '../catalogue/labels.js';

/** Why a read was refused (the read engine's `read.…` keys). */
export const readMessages = {
  'read.kindForbidden': label('您无权查看“{name}”。', '您無權檢視「{name}」。', 'You may not read {name}.'),
  'read.fieldForbidden': label(
    '您无权查看“{name}”，也不能用它筛选、排序或分组。',
    '您無權檢視「{name}」，也不能用它篩選、排序或分組。',
    'You may not read {name}, nor filter, sort or group by it.',
  ),
  'read.encryptedUnusable': label(
    '“{name}”已加密保存，只能按完整的值查找（eq、in）。',
    '「{name}」已加密儲存，只能以完整的值查詢（eq、in）。',
    '{name} is stored encrypted and can only be found by its whole value (eq, in).',
  ),
  'read.countsOnly': label(
    '您只能对“{name}”作统计，不能打开其记录。',
    '您只能對「{name}」作統計，不能開啟其紀錄。',
    'You may count {name}, not open its records.',
  ),
  'read.emptyOperator': label(
    '条件没有给出值；如要查空值，请用 isNull。',
    '條件沒有給出值；如要查詢空值，請用 isNull。',
    'The condition has no value; to ask for empty values use isNull.',
  ),
  'read.operatorUnknown': label(
    '此项没有“{operator}”这种比较。',
    '此項沒有「{operator}」這種比較。',
    'This field has no operator {operator}.',
  ),
  'read.fieldUnknown': label('没有“{name}”这一项。', '沒有「{name}」這一項。', 'There is no field {name}.'),
  'read.wrongValue': label(
    '值的类型不对，应为{type:word}。',
    '值的類型不對，應為{type:word}。',
    'The value is not right; expected {type:word}.',
  ),
  'read.invalidId': label('编号无效。', '編號無效。', 'This is not an id.'),
  'read.inLastNeedsOne': label(
    'inLast 须且只须给出 days 或 months 之一。',
    'inLast 須且只須給出 days 或 months 之一。',
    'inLast takes exactly one of days and months.',
  ),
  'read.fieldsDiffer': label(
    '与“{field}”的类型不同，不能比较。',
    '與「{field}」的類型不同，不能比較。',
    'Its type differs from that of {field}; they cannot be compared.',
  ),
  'read.listTooLong': label(
    '列表有 {count} 个值，最多 {limit} 个。',
    '清單有 {count} 個值，最多 {limit} 個。',
    'The list has {count} values; at most {limit} are allowed.',
  ),
  'read.tooManyConditions': label(
    '筛选有 {count} 个条件，最多 {limit} 个。',
    '篩選有 {count} 個條件，最多 {limit} 個。',
    'The filter has {count} conditions; at most {limit} are allowed.',
  ),
  'read.afterWithOffset': label(
    'after 与 offset 不能同时使用。',
    'after 與 offset 不能同時使用。',
    'after and offset cannot be used together.',
  ),
  'read.onlyOneField': label(
    'orderBy 和 groupBy 的每一项只能有一个字段。',
    'orderBy 和 groupBy 的每一項只能有一個欄位。',
    'Each entry of orderBy and groupBy has exactly one field.',
  ),
  'read.measureUnknown': label(
    '没有名为“{name}”的度量。',
    '沒有名為「{name}」的量值。',
    'There is no measure named {name}.',
  ),
  'read.notGrouped': label(
    '“{name}”不在 groupBy 中，不能在 key 中读取。',
    '「{name}」不在 groupBy 中，不能在 key 中讀取。',
    '{name} is not in groupBy and cannot be read in key.',
  ),
  'read.tooExpensive': label(
    '查询过大：估计代价 {cost}，上限 {limit}；最贵的部分是“{part}”。',
    '查詢過大：估計成本 {cost}，上限 {limit}；最貴的部分是「{part}」。',
    'The query is too expensive: estimated cost {cost}, limit {limit}; the most expensive part is {part}.',
  ),
  'read.timeout': label(
    '查询超过 {seconds} 秒，已中止；请缩小范围或减少嵌套。',
    '查詢超過 {seconds} 秒，已中止；請縮小範圍或減少巢狀。',
    'The query took longer than {seconds} seconds and was stopped; narrow it down.',
  ),
  'read.unavailable': label(
    '数据库暂时不可用，请稍后重试。',
    '資料庫暫時無法使用，請稍後再試。',
    'The database cannot be reached at the moment; try again later.',
  ),
  'read.notMeasurable': label(
    '此项不能这样计算。',
    '此項不能這樣計算。',
    'This cannot be calculated with in this way.',
  ),
  'read.notSortable': label('此项不能用来排序。', '此項不能用來排序。', 'This cannot be sorted by.'),
  'read.bucketUnknown': label(
    '此项不能按 {bucket} 分组。',
    '此項不能依 {bucket} 分組。',
    'This cannot be grouped by {bucket}.',
  ),
  'read.limitTooLarge': label(
    '最大为 {limit}，而不是 {count}。',
    '最大為 {limit}，而不是 {count}。',
    'At most {limit}, not {count}.',
  ),
  'read.wrongCursor': label(
    '翻页标记无效，或不属于此筛选和排序；请从第一页开始。',
    '翻頁標記無效，或不屬於此篩選和排序；請從第一頁開始。',
    'The cursor is not valid or belongs to another filter or order; start from the first page.',
  ),
  'read.measureName': label(
    '度量须有名称，且名称不能重复。',
    '量值須有名稱，且名稱不能重複。',
    'A measure needs a name of its own.',
  ),
  'read.measureContent': label(
    '度量须且只须给出 count、sum、avg、ratio、difference 之一；where 只与 sum、avg 同用。',
    '量值須且只須給出 count、sum、avg、ratio、difference 之一；where 只與 sum、avg 同用。',
    'A measure takes exactly one of count, sum, avg, ratio and difference; where goes with sum and avg only.',
  ),
  'read.compareNeedsPeriod': label(
    'compareTo 须有且只有一个按时间段的分组（如 MONTH）。',
    'compareTo 須有且只有一個依時間區段的分組（如 MONTH）。',
    'compareTo needs exactly one group by a period of time, such as MONTH.',
  ),
  'read.compareNested': label(
    'previous 之中不能再比较期间。',
    'previous 之中不能再比較期間。',
    'A previous period cannot be compared with yet another one.',
  ),
  'read.compareToMissing': label(
    '要读取 previous，请给出 compareTo。',
    '要讀取 previous，請給出 compareTo。',
    'To read previous, give compareTo.',
  ),
  'read.tooManyChildren': label(
    '“{part}”中有一个上级的下级记录超过 {limit} 条；请加 limit。',
    '「{part}」中有一個上級的下級紀錄超過 {limit} 筆；請加 limit。',
    '{part}: one parent has more than {limit} records; add a limit.',
  ),
  'read.tooManyGroups': label(
    '“{part}”有超过 {limit} 个分组；请缩小范围或减少分组。',
    '「{part}」有超過 {limit} 個分組；請縮小範圍或減少分組。',
    '{part} has more than {limit} groups; narrow it down or group by less.',
  ),
  'read.tooManyJoins': label(
    '查询经过 {cost} 个关联，最多 {limit} 个，请减少所选或筛选的关联。',
    '查詢經過 {cost} 個關聯，最多 {limit} 個，請減少所選或篩選的關聯。',
    'The query goes through {cost} relations; at most {limit} are allowed. Select or filter fewer of them.',
  ),
  'read.tooManyRows': label(
    '“{part}”使结果超过 {limit} 条记录，请设置 limit 或缩小筛选范围。',
    '「{part}」使結果超過 {limit} 筆記錄，請設定 limit 或縮小篩選範圍。',
    '{part} makes the answer larger than {limit} records. Give limits or a narrower filter.',
  ),
  'read.tooManyStatements': label(
    '查询需要 {cost} 条语句，最多 {limit} 条；最贵的部分是“{part}”，请减少嵌套的列表。',
    '查詢需要 {cost} 個陳述式，最多 {limit} 個；最貴的部分是「{part}」，請減少巢狀的清單。',
    'The query needs {cost} statements; at most {limit} are allowed. The most expensive part is {part}; use fewer nested lists.',
  ),
} satisfies Record<string, Label>;
