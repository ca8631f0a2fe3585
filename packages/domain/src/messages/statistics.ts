import { label } from '../catalogue/labels.js';

/** What statistics say when they refuse, or cannot answer. */
export const statisticsMessages = {
  'statistics.period': label(
    '请填写一个月份，或起止时间（止在起之后，不超过十年）。',
    '請填寫一個月份，或起訖時間（訖在起之後，不超過十年）。',
    'Give one month, or a beginning and an end after it, ten years apart at most.',
  ),
  'statistics.noSuchKpi': label('没有指标 {code}。', '沒有指標 {code}。', 'There is no figure {code}.'),
  'statistics.noRight': label('您无权查看其数据', '您無權查看其資料', 'You may not read what it is made of'),
  'statistics.nothing': label('期内没有数据', '期內沒有資料', 'Nothing in the period'),
  'statistics.notDue': label('尚未到期', '尚未到期', 'Not due yet'),
  'monthly.notYet': label(
    '该月尚未结束，不能编制。',
    '該月尚未結束，不能編製。',
    'The month is not over yet.',
  ),
  'monthly.exists': label(
    '该月统计表已存在。',
    '該月統計表已存在。',
    'The table of this month exists already.',
  ),
  'monthly.state': label(
    '统计表现为“{state}”，不能这样办理。',
    '統計表現為「{state}」，不能這樣辦理。',
    'The table is “{state}”; this cannot be done to it now.',
  ),
  'monthly.fillFirst': label(
    '请先填写原因分析和意见。',
    '請先填寫原因分析和意見。',
    'Fill in the causes and the comment first.',
  ),
  'monthly.returnReason': label('退回须写明意见。', '退回須寫明意見。', 'Say why when you return it.'),
  'monthly.submitterReviews': label(
    '报送人不得审阅自己报送的统计表。',
    '報送人不得審閱自己報送的統計表。',
    'Whoever submitted the table does not review it.',
  ),
  'monthly.noSuchCell': label(
    '统计表没有“{cell}”一格。',
    '統計表沒有「{cell}」一格。',
    'The table has no cell “{cell}”.',
  ),
  'monthly.correctFrozen': label(
    '只有总经理审定的统计表才作更正；此前请退回重报。',
    '只有總經理審定的統計表才作更正；此前請退回重報。',
    'Only a table that was approved is corrected; before that it is returned and submitted again.',
  ),
  'monthly.template': label(
    '模板须是 XLSX 文件，不超过 2 MB。',
    '範本須是 XLSX 檔案，不超過 2 MB。',
    'A template is an XLSX file of at most 2 MB.',
  ),
  'monthly.noTemplate': label(
    '尚未上传统计表模板。',
    '尚未上傳統計表範本。',
    'No template has been uploaded yet.',
  ),
  'notice.monthlySubmitted': label(
    '{period} 投诉统计表已报送，请审阅。',
    '{period} 投訴統計表已報送，請審閱。',
    'The complaint table of {period} was submitted for your review.',
  ),
  'notice.monthlyApproved': label(
    '{period} 投诉统计表已审定。',
    '{period} 投訴統計表已審定。',
    'The complaint table of {period} was approved.',
  ),
  'notice.monthlyReturned': label(
    '{period} 投诉统计表被退回，请修改后重新报送。',
    '{period} 投訴統計表被退回，請修改後重新報送。',
    'The complaint table of {period} was returned; change it and submit it again.',
  ),
  'notice.monthlyCorrected': label(
    '{period} 投诉统计表有更正。',
    '{period} 投訴統計表有更正。',
    'The complaint table of {period} was corrected.',
  ),
};
