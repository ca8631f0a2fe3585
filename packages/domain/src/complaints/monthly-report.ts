import { bool, dateTime, integer, json, month, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** States of the monthly table (dossier D1.5). */
export const monthlyReportState = vocabulary('MonthlyReportState', {
  DRAFT: label('系统草稿', '系統草稿', 'Draft'),
  FILLED: label('已填写', '已填寫', 'Filled'),
  SUBMITTED: label('已报送', '已報送', 'Submitted'),
  GM_APPROVED: label('总经理已审', '總經理已審', 'Approved'),
  RETURNED: label('已退回', '已退回', 'Returned'),
});

/** The complaint statistics table 投诉统计表 of a month (R4.27, dossier E6). */
export const complaintMonthlyReport = kind('ComplaintMonthlyReport', {
  plural: 'complaintMonthlyReports',
  table: 'complaint_monthly_report',
  department: 'complaints',
  subject: 'complaintMonthlyReport',
  label: label('投诉统计表', '投訴統計表', 'Monthly complaint table'),
  title: 'period',
  defaultOrder: [{ field: 'period', direction: 'DESC' }],
  fields: {
    period: month(label('月份', '月份', 'Month')),
    state: oneOf(label('状态', '狀態', 'State'), monthlyReportState),
    snapshot: json(label('统计数据', '統計資料', 'Figures'), {
      note: label('按 E6 十个部分；报送后冻结', '按 E6 十個部分；報送後凍結', 'The ten parts of E6; frozen'),
    }),
    draftedAt: dateTime(label('生成时间', '產生時間', 'Drafted at')),
    causes: text(label('原因分析', '原因分析', 'Causes'), { optional: true, max: 8000 }),
    comment: text(label('意见与建议', '意見與建議', 'Comment and proposals'), { optional: true, max: 8000 }),
    filledBy: toOne('Staff', label('填表人', '填表人', 'Filled by')),
    filledAt: dateTime(label('填写时间', '填寫時間', 'Filled at'), { optional: true }),
    submittedBy: toOne('Staff', label('报送人', '報送人', 'Submitted by')),
    submittedAt: dateTime(label('报送时间', '報送時間', 'Submitted at'), { optional: true }),
    dueAt: dateTime(label('报送期限', '報送期限', 'Due at')),
    late: bool(label('逾期报送', '逾期報送', 'Late')),
    gmResult: text(label('总经理审阅', '總經理審閱', 'Result of the review'), { optional: true, max: 20 }),
    gmComment: text(label('总经理意见', '總經理意見', 'Comment of the general manager'), {
      optional: true,
      max: 4000,
    }),
    reviewedBy: toOne('Staff', label('审阅人', '審閱人', 'Reviewed by')),
    reviewedAt: dateTime(label('审阅时间', '審閱時間', 'Reviewed at'), { optional: true }),
  },
});

/** A numbered correction of a frozen table: what changes, why, and by whom. */
export const monthlyReportCorrection = kind('MonthlyReportCorrection', {
  plural: 'monthlyReportCorrections',
  table: 'monthly_report_correction',
  department: 'complaints',
  subject: 'complaintMonthlyReport',
  partOf: 'report',
  label: label('更正', '更正', 'Correction'),
  title: 'number',
  fields: {
    report: toOne('ComplaintMonthlyReport', label('统计表', '統計表', 'Table'), {
      required: true,
      inverse: 'corrections',
      inverseLabel: label('更正', '更正', 'Corrections'),
    }),
    number: integer(label('序号', '序號', 'No.'), { min: 1 }),
    cell: text(label('更正处', '更正處', 'Cell'), { max: 120 }),
    before: text(label('原数', '原數', 'Before'), { optional: true, max: 200 }),
    after: text(label('更正为', '更正為', 'After'), { max: 200 }),
    reason: text(label('理由', '理由', 'Reason'), { max: 1000 }),
    by: toOne('Staff', label('更正人', '更正人', 'By')),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** A case as it stood when the table was frozen: the rows behind every cell. */
export const monthlyReportCase = kind('MonthlyReportCase', {
  plural: 'monthlyReportCases',
  table: 'monthly_report_case',
  department: 'complaints',
  subject: 'complaintMonthlyReport',
  partOf: 'report',
  label: label('统计所据案件', '統計所據案件', 'Case behind the table'),
  title: 'complaintNo',
  fields: {
    report: toOne('ComplaintMonthlyReport', label('统计表', '統計表', 'Table'), {
      required: true,
      inverse: 'cases',
      inverseLabel: label('所据案件', '所據案件', 'Cases'),
    }),
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), { required: true }),
    complaintNo: text(label('案件编号', '案件編號', 'Case no.'), { max: 60 }),
    state: text(label('当时状态', '當時狀態', 'State then'), { max: 40 }),
    cells: json(label('计入的格', '計入的格', 'Counted in')),
    facts: json(label('当时的数据', '當時的資料', 'As it was then')),
  },
});
