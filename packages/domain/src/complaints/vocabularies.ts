import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

/** The sixteen states of a case (dossier D1.1). */
export const complaintState = vocabulary('ComplaintState', {
  REGISTERED: label('已登记', '已登記', 'Registered'),
  PENDING_RULING: label('待裁定', '待裁定', 'Awaiting ruling'),
  NOT_ACCEPTED: label('不受理', '不受理', 'Not accepted'),
  ACCEPTED: label('已受理', '已受理', 'Accepted'),
  ASSIGNED: label('已指派', '已指派', 'Assigned'),
  INVESTIGATING: label('调查中', '調查中', 'Investigating'),
  REPORT_REVIEW: label('报告待主管审核', '報告待主管審核', 'Report under review'),
  HR_REVIEW: label('行政人事部审核', '行政人事部審核', 'HR review'),
  GM_REVIEW: label('待总经理批阅', '待總經理批閱', 'With the general manager'),
  OPINION_DRAFT: label('拟定处理意见', '擬定處理意見', 'Drafting the opinion'),
  OPINION_REVIEW: label('意见待主管审核', '意見待主管審核', 'Opinion under review'),
  REPLY_PENDING: label('待客服答复', '待客服答覆', 'Awaiting reply'),
  EXECUTING: label('执行中', '執行中', 'Being carried out'),
  CLOSED: label('已结案', '已結案', 'Closed'),
  CLOSED_NOT_ACCEPTED: label('不受理结案', '不受理結案', 'Closed, not accepted'),
  WITHDRAWN: label('已撤回', '已撤回', 'Withdrawn'),
});
export type ComplaintState = CodeOf<typeof complaintState>;

/** States in which nothing more is due. */
export const endedStates: readonly ComplaintState[] = ['CLOSED', 'CLOSED_NOT_ACCEPTED', 'WITHDRAWN'];

/** What is complained about (R4.3, the seven recovered heads, and three usual ones of service). */
export const complaintCategory = vocabulary('ComplaintCategory', {
  QUALITY_DEFECT: label('质量缺陷', '品質缺陷', 'Quality defect'),
  DELIVERY_DATE: label('交货期', '交貨期', 'Delivery date'),
  SPEC_GRADE_QTY: label('规格、等级、数量不符', '規格、等級、數量不符', 'Specification, grade or quantity'),
  TOLERANCE: label('超出公差', '超出公差', 'Beyond tolerance'),
  TRANSPORT_DAMAGE: label('运输损坏', '運輸損壞', 'Transport damage'),
  PACKING_DAMAGE: label('包装不良', '包裝不良', 'Bad packing'),
  OTHER_CONTRACT: label('其他质量或违约', '其他品質或違約', 'Other quality or breach'),
  SERVICE_ATTITUDE: label('服务态度', '服務態度', 'Service attitude'),
  PRICE_BILLING: label('价格结算', '價格結算', 'Price and billing'),
  AFTER_SALES: label('售后', '售後', 'After-sales'),
  OTHER: label('其他', '其他', 'Other'),
});
export type ComplaintCategory = CodeOf<typeof complaintCategory>;

/** How grave a case is (R1.5). */
export const severity = vocabulary('Severity', {
  GENERAL: label('一般', '一般', 'General'),
  MAJOR: label('较大', '較大', 'Major'),
  SEVERE: label('严重', '嚴重', 'Severe'),
});
export type Severity = CodeOf<typeof severity>;

/** Why a case is to be taken as severe (dossier D1.3, suggested triggers). */
export const severeTrigger = vocabulary('SevereTrigger', {
  INJURY_SAFETY: label('人身伤害或安全', '人身傷害或安全', 'Injury or safety'),
  MEDIA_REGULATOR: label('媒体或监管介入', '媒體或監管介入', 'Media or regulator involved'),
  GROUP: label('群体投诉', '群體投訴', 'Group complaint'),
  THIRD_TIME: label(
    '同一客户三次以上未解决',
    '同一客戶三次以上未解決',
    'Same customer, three times unsolved',
  ),
  LARGE_LOSS: label('损失超过限额', '損失超過限額', 'Loss above the set amount'),
  MANAGER_MISCONDUCT: label('管理人员行为不当', '管理人員行為不當', 'Misconduct of a manager'),
});

/** The way a case takes (R1.5): fewer steps for what is settled on the spot. */
export const handlingProcedureKind = vocabulary('HandlingProcedureKind', {
  SIMPLE: label('简易程序', '簡易程序', 'Simple'),
  STANDARD: label('标准程序', '標準程序', 'Standard'),
  SEVERE: label('严重程序', '嚴重程序', 'Severe'),
});
export type HandlingProcedureKind = CodeOf<typeof handlingProcedureKind>;

/** The three situations of R4.8 (F2: B and C can be switched off). */
export const situation = vocabulary('ComplaintSituation', {
  A_QUALITY: label('质量情形', '品質情形', 'Quality'),
  B_CONTRACT: label('合同纠纷', '合約糾紛', 'Contract dispute'),
  C_DISPATCH: label('发货手续', '出貨手續', 'Dispatch formality'),
});
export type ComplaintSituation = CodeOf<typeof situation>;

/** What the customer asks for (R4.2, with the usual further ones). */
export const demandType = vocabulary('DemandType', {
  PRICE_REDUCTION: label('减价', '減價', 'Price reduction'),
  RETURN: label('退货', '退貨', 'Return'),
  EXCHANGE: label('换货', '換貨', 'Exchange'),
  DAMAGES: label('赔偿', '賠償', 'Damages'),
  REFUND: label('退款', '退款', 'Refund'),
  REPAIR: label('维修', '維修', 'Repair'),
  APOLOGY: label('道歉', '道歉', 'Apology'),
  CRITICISM_SUGGESTION: label('批评建议', '批評建議', 'Criticism or suggestion'),
  OTHER: label('其他', '其他', 'Other'),
});
export type DemandType = CodeOf<typeof demandType>;

/** How a complaint came in; outside bodies bring their own number and deadline. */
export const complaintChannel = vocabulary('ComplaintChannel', {
  PHONE: label('电话', '電話', 'Telephone'),
  STORE: label('到店', '到店', 'In the store'),
  WECHAT: label('微信', '微信', 'WeChat'),
  EMAIL: label('邮件', '郵件', 'E-mail'),
  LETTER: label('来函', '來函', 'Letter'),
  WEBSITE: label('网站', '網站', 'Website'),
  PLATFORM: label('电商平台', '電商平台', 'Sales platform'),
  HOTLINE_12315: label('12315', '12315', '12315'),
  HOTLINE_12345: label('12345', '12345', '12345'),
  CONSUMER_ASSOCIATION: label('消协', '消保團體', 'Consumer association'),
  MEDIA: label('媒体', '媒體', 'Media'),
  OTHER: label('其他', '其他', 'Other'),
});
export type ComplaintChannel = CodeOf<typeof complaintChannel>;

/** Where the clock of a case stands (dossier D1.4). */
export const slaStatus = vocabulary('SlaStatus', {
  ON_TRACK: label('正常', '正常', 'On track'),
  AT_RISK: label('临期', '臨期', 'At risk'),
  BREACHED: label('超期', '超期', 'Breached'),
});
export type SlaStatus = CodeOf<typeof slaStatus>;

/** How a case ended. */
export const closeReason = vocabulary('CloseReason', {
  SETTLED: label('已解决', '已解決', 'Settled'),
  SETTLED_ON_SPOT: label('当场解决', '當場解決', 'Settled on the spot'),
  DISPUTED: label('客户不接受', '客戶不接受', 'Disputed'),
  NOT_ACCEPTED: label('不受理', '不受理', 'Not accepted'),
  WITHDRAWN: label('客户撤回', '客戶撤回', 'Withdrawn'),
  ANONYMOUS: label('匿名，无从答复', '匿名，無從答覆', 'Anonymous, nobody to answer'),
  IMPORTED: label('历史案件', '歷史案件', 'Imported history'),
});

/** Whose fault the investigation found (R4.17). */
export const faultConclusion = vocabulary('FaultConclusion', {
  OUR_FAULT: label('我方责任', '我方責任', 'Our fault'),
  CUSTOMER_FAULT: label('客户原因', '客戶原因', "Customer's cause"),
  THIRD_PARTY: label('第三方责任', '第三方責任', 'Third party'),
  SHARED: label('共同责任', '共同責任', 'Shared'),
  UNPROVEN: label('无法认定', '無法認定', 'Unproven'),
});
export type FaultConclusion = CodeOf<typeof faultConclusion>;

/** Part of a person in a case beside its handler. */
export const casePart = vocabulary('CasePart', {
  ASSISTANT: label('协办', '協辦', 'Assisting'),
  COPIED: label('抄送', '副知', 'Copied'),
  KEY_ACCOUNT_MANAGER: label('大客户经理', '大客戶經理', 'Key-account manager'),
  INVESTIGATOR: label('指定调查人', '指定調查人', 'Named investigator'),
  EXECUTOR: label('执行人', '執行人', 'Executor'),
});
