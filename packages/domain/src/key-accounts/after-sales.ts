import { bool, dateTime, daysBetween, decimal, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';
import { responsibilityPhase } from './vocabularies.js';

export const afterSalesKind = vocabulary('AfterSalesKind', {
  RETURN: label('退货', '退貨', 'Return'),
  EXCHANGE: label('换货', '換貨', 'Exchange'),
  REPAIR: label('维修', '維修', 'Repair'),
  INSTALL: label('安装', '安裝', 'Installation'),
  TRAINING: label('培训', '訓練', 'Training'),
  CREDIT_NOTE: label('折让', '折讓', 'Credit note'),
});

export const afterSalesState = vocabulary('AfterSalesState', {
  OPEN: label('待受理', '待受理', 'Open'),
  ACKNOWLEDGED: label('已受理', '已受理', 'Acknowledged'),
  DIAGNOSING: label('诊断中', '診斷中', 'Diagnosing'),
  ACTION: label('处理中', '處理中', 'In action'),
  DONE: label('已处理', '已處理', 'Done'),
  CUSTOMER_CONFIRMED: label('客户已确认', '客戶已確認', 'Confirmed by the customer'),
  DISPUTED: label('有争议', '有爭議', 'Disputed'),
  CLOSED: label('已结案', '已結案', 'Closed'),
});
export type AfterSalesState = CodeOf<typeof afterSalesState>;

/** An after-sales case (R3.5, D5): linked to its order and, where there is one, to the complaint. */
export const afterSalesCase = kind('AfterSalesCase', {
  plural: 'afterSalesCases',
  table: 'after_sales_case',
  department: 'key-accounts',
  subject: 'afterSales',
  label: label('售后单', '售後單', 'After-sales case'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('售后单号', '售後單號', 'No.'), { max: 40, searchable: true }),
    kind: oneOf(label('类别', '類別', 'Kind'), afterSalesKind),
    state: oneOf(label('状态', '狀態', 'State'), afterSalesState),
    stateSince: dateTime(label('状态开始', '狀態開始', 'State since'), { system: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'afterSalesCases',
      inverseLabel: label('售后', '售後', 'After-sales'),
    }),
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      inverse: 'afterSalesCases',
      inverseLabel: label('售后', '售後', 'After-sales'),
    }),
    complaint: toOne('Complaint', label('投诉案件', '投訴案件', 'Complaint'), {
      inverse: 'afterSalesCases',
      inverseLabel: label('售后', '售後', 'After-sales'),
    }),
    phase: oneOf(label('责任阶段', '責任階段', 'Phase'), responsibilityPhase, {
      optional: true,
      system: true,
    }),
    responsible: toOne('Staff', label('责任人', '責任人', 'Responsible'), {
      inverse: 'afterSalesCases',
      inverseLabel: label('售后', '售後', 'After-sales'),
    }),
    description: text(label('问题描述', '問題描述', 'Description'), { max: 4000 }),
    diagnosis: text(label('诊断', '診斷', 'Diagnosis'), { optional: true, max: 2000 }),
    result: text(label('处理结果', '處理結果', 'Result'), { optional: true, max: 2000 }),
    openedAt: dateTime(label('受理时间', '受理時間', 'Opened at')),
    acknowledgeDueAt: dateTime(label('应受理时间', '應受理時間', 'Acknowledge by'), {
      optional: true,
      system: true,
    }),
    acknowledgedAt: dateTime(label('实际受理', '實際受理', 'Acknowledged at'), {
      optional: true,
      system: true,
    }),
    dueAt: dateTime(label('期限', '期限', 'Due at'), { optional: true }),
    promisedAt: dateTime(label('承诺完成', '承諾完成', 'Promised for'), { optional: true }),
    doneAt: dateTime(label('完成时间', '完成時間', 'Done at'), { optional: true, system: true }),
    closedAt: dateTime(label('结案时间', '結案時間', 'Closed at'), { optional: true, system: true }),
    daysToClose: daysBetween(label('处理天数', '處理天數', 'Days to close'), 'openedAt', 'closedAt'),
    late: bool(label('逾期', '逾期', 'Late'), { optional: true, system: true }),
  },
});
export type AfterSalesCaseRow = RowOf<typeof afterSalesCase>;

/** What of the order is returned, exchanged or repaired. */
export const afterSalesLine = kind('AfterSalesLine', {
  plural: 'afterSalesLines',
  table: 'after_sales_line',
  department: 'key-accounts',
  subject: 'afterSales',
  partOf: 'afterSalesCase',
  label: label('售后明细', '售後明細', 'After-sales line'),
  title: 'note',
  fields: {
    afterSalesCase: toOne('AfterSalesCase', label('售后单', '售後單', 'After-sales case'), {
      required: true,
      inverse: 'lines',
      inverseLabel: label('明细', '明細', 'Lines'),
    }),
    orderLine: toOne('OrderLine', label('订单明细', '訂單明細', 'Order line'), { required: true }),
    quantity: decimal(label('数量', '數量', 'Quantity'), { scale: 3, min: 0 }),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 500 }),
  },
});

/** A step of an after-sales case or of technical support. */
export const afterSalesStep = kind('AfterSalesStep', {
  plural: 'afterSalesSteps',
  table: 'after_sales_step',
  department: 'key-accounts',
  subject: 'afterSales',
  partOf: 'afterSalesCase',
  label: label('售后步骤', '售後步驟', 'After-sales step'),
  title: 'act',
  fields: {
    afterSalesCase: toOne('AfterSalesCase', label('售后单', '售後單', 'After-sales case'), {
      required: true,
      inverse: 'steps',
      inverseLabel: label('步骤', '步驟', 'Steps'),
    }),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromState: oneOf(label('原状态', '原狀態', 'From'), afterSalesState, { optional: true }),
    toState: oneOf(label('新状态', '新狀態', 'To'), afterSalesState),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of'), {
      note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
    }),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

export const supportType = vocabulary('TechSupportType', {
  SUPPORT: label('技术支持', '技術支援', 'Support'),
  ASSURANCE: label('技术保障', '技術保障', 'Assurance'),
});
export const supportLevel = vocabulary('TechSupportLevel', {
  LEVEL_1: label('一级（2 小时响应）', '一級（2 小時回應）', 'Level 1: answer within 2 hours'),
  LEVEL_2: label('二级（次工作日响应）', '二級（次工作日回應）', 'Level 2: answer by the next working day'),
});
export const supportState = vocabulary('TechSupportState', {
  REQUESTED: label('已申请', '已申請', 'Requested'),
  ASSIGNED: label('已派工', '已派工', 'Assigned'),
  ON_SITE: label('现场处理', '現場處理', 'On site'),
  REMOTE: label('远程处理', '遠端處理', 'Remote'),
  SOLVED: label('已解决', '已解決', 'Solved'),
  CONFIRMED: label('客户已确认', '客戶已確認', 'Confirmed'),
  CLOSED: label('已关闭', '已關閉', 'Closed'),
});
export type TechSupportState = CodeOf<typeof supportState>;

/** A request for technical support or assurance (R3.6): the account manager coordinates, the customer signs. */
export const techSupportRequest = kind('TechSupportRequest', {
  plural: 'techSupportRequests',
  table: 'tech_support_request',
  department: 'key-accounts',
  subject: 'techSupport',
  label: label('技术支持单', '技術支援單', 'Technical support'),
  title: 'no',
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('支持单号', '支援單號', 'No.'), { max: 40, searchable: true }),
    type: oneOf(label('类型', '類型', 'Type'), supportType),
    level: oneOf(label('级别', '級別', 'Level'), supportLevel),
    state: oneOf(label('状态', '狀態', 'State'), supportState),
    stateSince: dateTime(label('状态开始', '狀態開始', 'State since'), { system: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'techSupportRequests',
      inverseLabel: label('技术支持', '技術支援', 'Technical support'),
    }),
    order: toOne('Order', label('订单', '訂單', 'Order'), { inverse: 'techSupportRequests' }),
    afterSalesCase: toOne('AfterSalesCase', label('售后单', '售後單', 'After-sales case'), {
      inverse: 'techSupportRequests',
      inverseLabel: label('技术支持', '技術支援', 'Technical support'),
    }),
    product: toOne('Product', label('产品', '產品', 'Product')),
    site: text(label('地点', '地點', 'Site'), { optional: true, max: 200 }),
    problem: text(label('问题', '問題', 'Problem'), { max: 4000 }),
    coordinator: toOne('Staff', label('协调人', '協調人', 'Coordinator'), { inverse: 'coordinatedSupport' }),
    engineer: toOne('Staff', label('工程师', '工程師', 'Engineer'), {
      inverse: 'techSupportRequests',
      inverseLabel: label('技术支持', '技術支援', 'Technical support'),
    }),
    requestedAt: dateTime(label('申请时间', '申請時間', 'Requested at')),
    responseDueAt: dateTime(label('应响应时间', '應回應時間', 'Answer by'), { optional: true, system: true }),
    respondedAt: dateTime(label('响应时间', '回應時間', 'Answered at'), { optional: true, system: true }),
    dueAt: dateTime(label('期限', '期限', 'Due at'), { optional: true }),
    solvedAt: dateTime(label('解决时间', '解決時間', 'Solved at'), { optional: true, system: true }),
    solution: text(label('解决方案', '解決方案', 'Solution'), { optional: true, max: 4000 }),
    signedBy: text(label('客户签字人', '客戶簽字人', 'Signed by'), {
      optional: true,
      max: 60,
      protection: 'name',
    }),
    confirmedAt: dateTime(label('确认时间', '確認時間', 'Confirmed at'), { optional: true, system: true }),
    closedAt: dateTime(label('关闭时间', '關閉時間', 'Closed at'), { optional: true, system: true }),
    minutesToRespond: integer(label('响应分钟', '回應分鐘', 'Minutes to answer'), {
      optional: true,
      min: 0,
      system: true,
    }),
  },
});

/** A step of a request for technical support. */
export const techSupportStep = kind('TechSupportStep', {
  plural: 'techSupportSteps',
  table: 'tech_support_step',
  department: 'key-accounts',
  subject: 'techSupport',
  partOf: 'request',
  label: label('支持步骤', '支援步驟', 'Support step'),
  title: 'act',
  fields: {
    request: toOne('TechSupportRequest', label('技术支持单', '技術支援單', 'Technical support'), {
      required: true,
      inverse: 'steps',
      inverseLabel: label('步骤', '步驟', 'Steps'),
    }),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromState: oneOf(label('原状态', '原狀態', 'From'), supportState, { optional: true }),
    toState: oneOf(label('新状态', '新狀態', 'To'), supportState),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of'), {
      note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
    }),
    at: dateTime(label('时间', '時間', 'At')),
  },
});
