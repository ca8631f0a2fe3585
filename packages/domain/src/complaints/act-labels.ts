import { type Label, label } from '../catalogue/labels.js';

/** The acts of the pipeline as people say them; the same words on buttons, steps, messages and in the schema. */
export const complaintActLabels = {
  registerComplaint: label('登记投诉', '登記投訴', 'Register a complaint'),
  assessComplaint: label('确认理由', '確認理由', 'Assess the reason'),
  ruleOnComplaint: label('裁定受理', '裁定受理', 'Rule on acceptance'),
  explainNonAcceptance: label('向客户说明不受理', '向客戶說明不受理', 'Explain the refusal to the customer'),
  overrideRuling: label('改裁为受理', '改裁為受理', 'Overturn a refusal'),
  assignComplaint: label('指定受理部门', '指定受理部門', 'Assign the handling department'),
  submitContractDispute: label('报请裁决合同纠纷', '報請裁決合約糾紛', 'Submit a contract dispute'),
  assignDispatchCase: label('交发货部门处理', '交出貨部門處理', 'Assign a dispatch formality'),
  acceptAssignment: label('接收任务', '接收任務', 'Take the case'),
  refuseAssignment: label('退派', '退派', 'Send the assignment back'),
  saveInvestigationReport: label('保存调查报告草稿', '儲存調查報告草稿', 'Save a draft of the report'),
  submitInvestigationReport: label('提交调查报告', '提交調查報告', 'Submit the investigation report'),
  reviewInvestigationReport: label('审核调查报告', '審核調查報告', 'Review the investigation report'),
  giveHrOpinion: label('签署行政人事部意见', '簽署行政人事部意見', 'Give the opinion of HR'),
  decideComplaint: label('总经理批阅', '總經理批閱', 'Decide'),
  submitHandlingOpinion: label('提交处理意见', '提交處理意見', 'Submit the handling opinion'),
  reviewHandlingOpinion: label('审核处理意见', '審核處理意見', 'Review the handling opinion'),
  replyToCustomer: label('答复客户', '答覆客戶', 'Reply to the customer'),
  closeComplaint: label('结案', '結案', 'Close the case'),
  reopenComplaint: label('重新立案', '重新立案', 'Reopen the case'),
  withdrawComplaint: label('客户撤回', '客戶撤回', 'Record a withdrawal'),
  closeAnonymousComplaint: label('匿名投诉结案', '匿名投訴結案', 'Close an anonymous case'),
  consentToRefusal: label('同意不受理严重投诉', '同意不受理嚴重投訴', 'Consent to refusing a severe case'),
  overrideConflict: label('豁免回避', '豁免迴避', 'Lift a conflict of interest'),
  recallStep: label('撤回上一步', '撤回上一步', 'Take the last step back'),
  passOnCase: label('转办', '轉辦', 'Pass on within the department'),
  markCaseSeen: label('签收案件', '簽收案件', 'Open the case'),
  markCardRead: label('签收记录卡联次', '簽收紀錄卡聯次', 'Acknowledge a card copy'),
} satisfies Record<string, Label>;

export type ComplaintActName = keyof typeof complaintActLabels;

/** The label of an act; its own name when nothing was said about it. */
export function complaintActLabel(act: string): Label {
  return Object.hasOwn(complaintActLabels, act)
    ? complaintActLabels[act as ComplaintActName]
    : label(act, act, act);
}
