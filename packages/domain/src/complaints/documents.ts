import { bool, dateTime, decimal, integer, oneOf, rate, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { type Label, label } from '../catalogue/labels.js';
import {
  assessmentResult,
  cardCopyKind,
  customerResponse,
  investigationHead,
  investigationMethod,
  remedy,
  replyKind,
  replyMode,
  responsibility,
  reviewResult,
  reviewStep,
  rulingDecision,
} from './document-vocabularies.js';
import { faultConclusion } from './vocabularies.js';

/** The case that a document belongs to; documents follow the row policy of their case. */
const ofCase = (inverse: string, inverseLabel: Label) =>
  toOne('Complaint', label('案件', '案件', 'Case'), { required: true, inverse, inverseLabel });

const by = (hans: string, hant: string, en: string) => toOne('Staff', label(hans, hant, en));
const onBehalfOf = toOne('Staff', label('代理', '代理', 'On behalf of'), {
  note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
});
const long = 8000;

/** The store confirms whether the reason holds (R4.7). */
export const storeAssessment = kind('StoreAssessment', {
  plural: 'storeAssessments',
  table: 'store_assessment',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('理由确认', '理由確認', 'Assessment'),
  title: 'result',
  fields: {
    complaint: ofCase('assessments', label('理由确认', '理由確認', 'Assessments')),
    result: oneOf(label('理由', '理由', 'Reason'), assessmentResult),
    reason: text(label('依据', '依據', 'Grounds'), { max: 2000 }),
    by: by('确认人', '確認人', 'Assessed by'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The ruling on acceptance 受理裁定书 (R4.7); an override is a new ruling. */
export const acceptanceRuling = kind('AcceptanceRuling', {
  plural: 'acceptanceRulings',
  table: 'acceptance_ruling',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('受理裁定', '受理裁定', 'Acceptance ruling'),
  title: 'decision',
  fields: {
    complaint: ofCase('rulings', label('受理裁定', '受理裁定', 'Rulings')),
    decision: oneOf(label('裁定', '裁定', 'Decision'), rulingDecision),
    reason: text(label('理由', '理由', 'Reason'), { max: 2000 }),
    override: bool(label('改裁', '改裁', 'Override')),
    by: by('裁定人', '裁定人', 'Ruled by'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** A disputed matter ruled on the evidence (R4.5). */
export const evidenceRuling = kind('EvidenceRuling', {
  plural: 'evidenceRulings',
  table: 'evidence_ruling',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('争议裁定', '爭議裁定', 'Ruling on evidence'),
  title: 'matter',
  fields: {
    complaint: ofCase('evidenceRulings', label('争议裁定', '爭議裁定', 'Rulings on evidence')),
    matter: text(label('争议事项', '爭議事項', 'Matter'), { max: 500 }),
    evidence: text(label('证据', '證據', 'Evidence'), { max: long }),
    ruling: text(label('裁定', '裁定', 'Ruling'), { max: long }),
    by: by('裁定人', '裁定人', 'Ruled by'),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The handling notice 处理通知 (R4.5) and the assignment order 受理指派单 (R4.9) in one record. */
export const assignmentOrder = kind('AssignmentOrder', {
  plural: 'assignmentOrders',
  table: 'assignment_order',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('指派单', '指派單', 'Assignment order'),
  title: 'instruction',
  fields: {
    complaint: ofCase('assignments', label('指派', '指派', 'Assignments')),
    department: toOne('Department', label('受理部门', '受理部門', 'Handling department'), { required: true }),
    handler: by('经办人', '經辦人', 'Handler'),
    instruction: text(label('指示', '指示', 'Instruction'), { max: 2000 }),
    dueAt: dateTime(label('期限', '期限', 'Due at'), { optional: true }),
    by: by('指派人', '指派人', 'Assigned by'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
    seenAt: dateTime(label('接收时间', '接收時間', 'Seen at'), { optional: true }),
    seenBy: by('接收人', '接收人', 'Seen by'),
    endedAt: dateTime(label('结束时间', '結束時間', 'Ended at'), { optional: true }),
    endReason: text(label('退派理由', '退派理由', 'Why it ended'), { optional: true, max: 1000 }),
  },
});

/** The investigation report 调查报告, its five parts (R4.17); versions, never edited after signing (F35). */
export const investigationReport = kind('InvestigationReport', {
  plural: 'investigationReports',
  table: 'investigation_report',
  department: 'complaints',
  subject: 'investigationReport',
  partOf: 'complaint',
  label: label('调查报告', '調查報告', 'Investigation report'),
  title: 'reportVersion',
  fields: {
    complaint: ofCase('reports', label('调查报告', '調查報告', 'Reports')),
    reportVersion: integer(label('稿次', '稿次', 'Version of the report'), { min: 1 }),
    cause: text(label('发生原因', '發生原因', 'Cause'), { max: long }),
    course: text(label('具体经过', '具體經過', 'Course of events'), { max: long }),
    conclusion: oneOf(label('责任认定', '責任認定', 'Conclusion'), faultConclusion),
    conclusionText: text(label('结论', '結論', 'Conclusion in words'), { max: long }),
    countermeasures: text(label('对策', '對策', 'Countermeasures'), { max: long }),
    preventiveMeasures: text(label('防范措施', '防範措施', 'Preventive measures'), { max: long }),
    originalComplaint: toOne('Attachment', label('投诉原件', '投訴原件', 'Original complaint'), {
      note: label(
        '来函、录音或签字的口述记录（R4.11）',
        '來函、錄音或簽字的口述紀錄（R4.11）',
        'Letter, recording or signed transcript (R4.11)',
      ),
    }),
    author: by('编写人', '編寫人', 'Author'),
    onBehalfOf,
    signedAt: dateTime(label('签署时间', '簽署時間', 'Signed at'), { optional: true }),
  },
});

/** One of the six heads of R4.10. */
export const investigationItem = kind('InvestigationItem', {
  plural: 'investigationItems',
  table: 'investigation_item',
  department: 'complaints',
  subject: 'investigationReport',
  partOf: 'report',
  label: label('调查事项', '調查事項', 'Item of the investigation'),
  title: 'head',
  fields: {
    report: toOne('InvestigationReport', label('调查报告', '調查報告', 'Report'), {
      required: true,
      inverse: 'items',
      inverseLabel: label('调查事项', '調查事項', 'Items'),
    }),
    head: oneOf(label('事项', '事項', 'Head'), investigationHead),
    method: oneOf(label('方法', '方法', 'Method'), investigationMethod, { optional: true }),
    finding: text(label('查明情况', '查明情況', 'Finding'), { max: 2000 }),
  },
});

/** A person whom the report holds responsible (R4.17). */
export const responsiblePerson = kind('ResponsiblePerson', {
  plural: 'responsiblePersons',
  table: 'responsible_person',
  department: 'complaints',
  subject: 'investigationReport',
  partOf: 'report',
  label: label('责任人', '責任人', 'Responsible person'),
  title: 'id',
  fields: {
    report: toOne('InvestigationReport', label('调查报告', '調查報告', 'Report'), {
      required: true,
      inverse: 'responsiblePersons',
      inverseLabel: label('责任人', '責任人', 'Responsible persons'),
    }),
    staff: toOne('Staff', label('员工', '員工', 'Staff')),
    externalName: text(label('外部人员', '外部人員', 'External party'), {
      optional: true,
      max: 80,
      protection: 'name',
    }),
    department: toOne('Department', label('部门', '部門', 'Department')),
    responsibility: oneOf(label('责任', '責任', 'Responsibility'), responsibility),
    share: rate(label('比例', '比例', 'Share'), {
      optional: true,
      min: 0,
      note: label(
        '百分数；如填写则合计须为 100',
        '百分數；如填寫則合計須為 100',
        'Percent; where given they sum to 100',
      ),
    }),
  },
});

/** A supervisor's review of a report or an opinion (R4.11, R4.13). */
export const supervisorReview = kind('SupervisorReview', {
  plural: 'supervisorReviews',
  table: 'supervisor_review',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('主管审核', '主管審核', "Supervisor's review"),
  title: 'result',
  fields: {
    complaint: ofCase('supervisorReviews', label('主管审核', '主管審核', 'Reviews')),
    step: oneOf(label('审核对象', '審核對象', 'Of'), reviewStep),
    result: oneOf(label('结果', '結果', 'Result'), reviewResult),
    opinion: text(label('意见', '意見', 'Opinion'), { optional: true, max: 2000 }),
    by: by('审核人', '審核人', 'Reviewed by'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The opinion of HR and administration (R4.12). */
export const hrOpinion = kind('HrOpinion', {
  plural: 'hrOpinions',
  table: 'hr_opinion',
  department: 'complaints',
  subject: 'hrOpinion',
  partOf: 'complaint',
  label: label('行政人事部意见', '行政人事部意見', 'Opinion of HR'),
  title: 'result',
  fields: {
    complaint: ofCase('hrOpinions', label('行政人事部意见', '行政人事部意見', 'Opinions of HR')),
    result: oneOf(label('结果', '結果', 'Result'), reviewResult),
    opinion: text(label('意见', '意見', 'Opinion'), { max: long }),
    by: by('审核人', '審核人', 'By'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The general manager's decision 批阅 (R4.12). */
export const gmDecision = kind('GmDecision', {
  plural: 'gmDecisions',
  table: 'gm_decision',
  department: 'complaints',
  subject: 'gmDecision',
  partOf: 'complaint',
  label: label('总经理批阅', '總經理批閱', 'Decision of the general manager'),
  title: 'result',
  fields: {
    complaint: ofCase('gmDecisions', label('总经理批阅', '總經理批閱', 'Decisions')),
    result: oneOf(label('结果', '結果', 'Result'), reviewResult),
    decision: text(label('批示', '批示', 'Decision'), { max: long }),
    by: by('批阅人', '批閱人', 'By'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The handling opinion 处理意见 (R4.13); versions like the report. */
export const handlingOpinion = kind('HandlingOpinion', {
  plural: 'handlingOpinions',
  table: 'handling_opinion',
  department: 'complaints',
  subject: 'handlingOpinion',
  partOf: 'complaint',
  label: label('处理意见', '處理意見', 'Handling opinion'),
  title: 'opinionVersion',
  fields: {
    complaint: ofCase('opinions', label('处理意见', '處理意見', 'Opinions')),
    opinionVersion: integer(label('稿次', '稿次', 'Version of the opinion'), { min: 1 }),
    basis: toOne('HrOpinion', label('依据的意见', '依據的意見', 'Based on the opinion')),
    remedy: oneOf(label('处理方式', '處理方式', 'Remedy'), remedy),
    amount: decimal(label('金额', '金額', 'Amount'), { optional: true, money: true, scale: 2, min: 0 }),
    detail: text(label('具体意见', '具體意見', 'Detail'), { max: long }),
    executor: by('执行人', '執行人', 'Executor'),
    executeBy: dateTime(label('执行期限', '執行期限', 'To be done by'), { optional: true }),
    customerConditions: text(label('客户条件', '客戶條件', "Customer's conditions"), {
      optional: true,
      max: 2000,
    }),
    author: by('拟定人', '擬定人', 'Author'),
    onBehalfOf,
    signedAt: dateTime(label('签署时间', '簽署時間', 'Signed at'), { optional: true }),
  },
});

/** What the customer was told (R4.14, R4.7). */
export const customerReply = kind('CustomerReply', {
  plural: 'customerReplies',
  table: 'customer_reply',
  department: 'complaints',
  subject: 'customerReply',
  partOf: 'complaint',
  importable: true,
  label: label('答复', '答覆', 'Reply'),
  title: 'kind',
  fields: {
    complaint: ofCase('replies', label('答复', '答覆', 'Replies')),
    kind: oneOf(label('答复类型', '答覆類型', 'Kind of reply'), replyKind),
    mode: oneOf(label('方式', '方式', 'Mode'), replyMode),
    content: text(label('内容', '內容', 'Content'), { max: 20000, searchable: true }),
    by: by('答复人', '答覆人', 'Replied by'),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
    document: toOne('Attachment', label('书面答复', '書面答覆', 'Document')),
    talkedTo: text(label('通话对象', '通話對象', 'Talked to'), {
      optional: true,
      max: 80,
      protection: 'name',
    }),
    phone: text(label('电话', '電話', 'Phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    response: oneOf(label('客户表态', '客戶表態', "Customer's response"), customerResponse, {
      optional: true,
    }),
    rejectionReason: text(label('不接受的理由', '不接受的理由', 'Why rejected'), {
      optional: true,
      max: 2000,
    }),
  },
});

/** A copy of the record card sent to somebody, with its receipt (R4.16). */
export const cardCopy = kind('CardCopy', {
  plural: 'cardCopies',
  table: 'card_copy',
  department: 'complaints',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('记录卡联次', '紀錄卡聯次', 'Card copy'),
  title: 'copy',
  fields: {
    complaint: ofCase('cardCopies', label('记录卡联次', '紀錄卡聯次', 'Card copies')),
    copy: oneOf(label('联次', '聯次', 'Copy'), cardCopyKind),
    recipient: by('接收人', '接收人', 'Recipient'),
    department: toOne('Department', label('接收部门', '接收部門', 'Receiving department')),
    sentAt: dateTime(label('发出时间', '發出時間', 'Sent at')),
    readAt: dateTime(label('签收时间', '簽收時間', 'Read at'), { optional: true }),
    readBy: by('签收人', '簽收人', 'Read by'),
  },
});
