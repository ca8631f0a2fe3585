import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** Whether the reason of a complaint holds (R4.7). */
export const assessmentResult = vocabulary('AssessmentResult', {
  HOLDS: label('成立', '成立', 'Holds'),
  NOT_HOLD: label('不成立', '不成立', 'Does not hold'),
});

export const rulingDecision = vocabulary('RulingDecision', {
  ACCEPT: label('受理', '受理', 'Accept'),
  NOT_ACCEPT: label('不受理', '不受理', 'Not accept'),
});

/** What a reviewer says: agree, return, or (the general manager) instruct. */
export const reviewResult = vocabulary('ReviewResult', {
  AGREE: label('同意', '同意', 'Agree'),
  RETURN: label('退回', '退回', 'Return'),
  INSTRUCT: label('批示', '批示', 'Instruct'),
});

/** The two steps that a supervisor reviews (R4.11, R4.13), and the simple cases that HR samples (R1.5). */
export const reviewStep = vocabulary('ReviewStep', {
  REPORT: label('调查报告', '調查報告', 'Investigation report'),
  OPINION: label('处理意见', '處理意見', 'Handling opinion'),
  SAMPLE: label('简易案件抽查', '簡易案件抽查', 'Sampled simple case'),
});

/** The six heads of an investigation (R4.10). */
export const investigationHead = vocabulary('InvestigationHead', {
  SCOPE: label('投诉数量、金额是否属实', '投訴數量、金額是否屬實', 'Is the scope true'),
  REASON: label('投诉理由是否合理', '投訴理由是否合理', 'Is the reason sound'),
  PURPOSE: label('投诉目的', '投訴目的', 'The purpose'),
  RESPONSIBILITY: label('责任分析', '責任分析', 'Responsibility'),
  DEMAND: label('客户要求是否正当', '客戶要求是否正當', 'Is the demand justified'),
  OTHER: label('其他事项', '其他事項', 'Other matters'),
});

export const investigationMethod = vocabulary('InvestigationMethod', {
  GOODS_INSPECTION: label('现品调查', '現品調查', 'Inspection of the goods'),
  RECORD_CHECK: label('资料调查', '資料調查', 'Records'),
  SITE_CHECK: label('实地调查', '實地調查', 'On site'),
});

/** Kind of responsibility of a person (practice, settings 7). */
export const responsibility = vocabulary('Responsibility', {
  DIRECT: label('直接责任', '直接責任', 'Direct'),
  MAIN: label('主要责任', '主要責任', 'Main'),
  SECONDARY: label('次要责任', '次要責任', 'Secondary'),
  LEADERSHIP: label('领导责任', '領導責任', 'Leadership'),
  NONE: label('无责任', '無責任', 'None'),
});

/** What is done for the customer (dossier C4). */
export const remedy = vocabulary('Remedy', {
  EXPLAIN: label('解释说明', '解釋說明', 'Explanation'),
  APOLOGY: label('道歉', '道歉', 'Apology'),
  DISCOUNT: label('折价', '折價', 'Discount'),
  REFUND_RETURN: label('退货退款', '退貨退款', 'Return and refund'),
  EXCHANGE: label('换货', '換貨', 'Exchange'),
  REPAIR: label('维修', '維修', 'Repair'),
  REPLACEMENT: label('补货', '補貨', 'Replacement'),
  DAMAGES: label('赔偿', '賠償', 'Damages'),
  SERVICE_CREDIT: label('服务补偿', '服務補償', 'Service credit'),
  NONE: label('无须处理', '無須處理', 'None'),
});

export const replyMode = vocabulary('ReplyMode', {
  WRITTEN: label('书面', '書面', 'Written'),
  ORAL: label('口头', '口頭', 'Oral'),
});

export const replyKind = vocabulary('ReplyKind', {
  FIRST_RESPONSE: label('首次响应', '首次回應', 'First response'),
  PROGRESS: label('进展告知', '進展告知', 'Progress'),
  NOT_ACCEPTED: label('不受理说明', '不受理說明', 'Explanation of the refusal'),
  FINAL: label('最终答复', '最終答覆', 'Final reply'),
});

export const customerResponse = vocabulary('CustomerResponse', {
  ACCEPT: label('接受', '接受', 'Accepts'),
  REJECT: label('不接受', '不接受', 'Rejects'),
  NO_ANSWER: label('未表态', '未表態', 'No answer'),
});

export const trackingKind = vocabulary('TrackingKind', {
  TRACK: label('跟踪', '追蹤', 'Tracking'),
  SOOTHE: label('安抚沟通', '安撫溝通', 'Soothing'),
  URGE: label('催办', '催辦', 'Urged'),
  SUPERVISE: label('督办', '督辦', 'Supervised'),
  ESCALATE: label('升级', '升級', 'Escalated'),
  NOTE: label('备注', '備註', 'Note'),
});

/** The six copies of the record card as views (R4.16). */
export const cardCopyKind = vocabulary('CardCopyKind', {
  STUB: label('存根', '存根', 'Stub'),
  NOTICE: label('通知', '通知', 'Notice'),
  NOTICE_COPY: label('通知副本', '通知副本', 'Notice copy'),
  REPORT: label('调查报告', '調查報告', 'Report'),
  REPLY: label('答复', '答覆', 'Reply'),
  REVIEW: label('审核', '審核', 'Review'),
  COPIED: label('抄送', '副知', 'For information'),
});

export const compensationType = vocabulary('CompensationType', {
  DISCOUNT: label('折价', '折價', 'Discount'),
  REFUND: label('退款', '退款', 'Refund'),
  EXCHANGE: label('换货', '換貨', 'Exchange'),
  REPLACEMENT: label('补货', '補貨', 'Replacement'),
  DAMAGES: label('赔偿', '賠償', 'Damages'),
});

export const compensationState = vocabulary('CompensationState', {
  REQUESTED: label('待审批', '待審批', 'Requested'),
  APPROVED: label('已批准', '已核准', 'Approved'),
  DECLINED: label('未批准', '未核准', 'Declined'),
  EXECUTED: label('已执行', '已執行', 'Executed'),
});

/** What an assisting department was asked to do (协办). */
export const taskState = vocabulary('TaskState', {
  OPEN: label('待办', '待辦', 'Open'),
  ACCEPTED: label('已接收', '已接收', 'Accepted'),
  DONE: label('已完成', '已完成', 'Done'),
  CONFIRMED: label('已确认', '已確認', 'Confirmed'),
  RETURNED: label('已退回', '已退回', 'Returned'),
  CANCELLED: label('已取消', '已取消', 'Cancelled'),
});

/** What a case is linked to another by (R4.1). */
export const linkBasis = vocabulary('CaseLinkBasis', {
  SAME_PRODUCT: label('同产品同类别', '同產品同類別', 'Same product and category'),
  SAME_CUSTOMER: label('同客户', '同客戶', 'Same customer'),
  SAME_BATCH: label('同批号', '同批號', 'Same batch'),
  MANUAL: label('人工关联', '人工關聯', 'By hand'),
});

/** What comes of the final reply (D1.2 nos. 20–22). */
export const replyOutcome = vocabulary('ReplyOutcome', {
  EXECUTE: label('客户接受，待执行', '客戶接受，待執行', 'Accepted, to be carried out'),
  CLOSE: label('答复并结案', '答覆並結案', 'Replied, nothing to carry out'),
  REJECTED: label('客户不接受，再拟意见', '客戶不接受，再擬意見', 'Rejected, one more round'),
  TO_GM: label('再次不接受，报总经理', '再次不接受，報總經理', 'Rejected again, to the general manager'),
  CLOSE_DISPUTED: label(
    '再次不接受，作为有争议结案',
    '再次不接受，作為有爭議結案',
    'Rejected again, closed as disputed',
  ),
});
