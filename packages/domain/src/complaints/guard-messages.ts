import { type Label, label } from '../catalogue/labels.js';

/** What a guard of the pipeline says to whoever it stops, and why a button is grey. */
export const guardMessages = {
  'guard.complainedStaysOut': label(
    '被投诉人不得办理本案；投诉部门负责人的，该部门人员也须回避。',
    '被投訴人不得辦理本案；投訴部門負責人的，該部門人員也須迴避。',
    'The person complained about takes no part; nor does the unit when its head is complained about.',
  ),
  'guard.superiorRules': label(
    '由门店的上级主管裁定；无人可裁定时才由营运部客服裁定。',
    '由門市的上級主管裁定；無人可裁定時才由營運部客服裁定。',
    'The store’s superior rules; customer service only where nobody there can.',
  ),
  'guard.assessorDoesNotRule': label(
    '确认理由的人不得裁定。',
    '確認理由的人不得裁定。',
    'Whoever assessed the reason does not rule.',
  ),
  'guard.rulerDoesNotOverride': label(
    '不能改变自己的裁定。',
    '不能改變自己的裁定。',
    'Nobody overturns his own ruling.',
  ),
  'guard.authorDoesNotReview': label(
    '编写人不得审核自己的材料。',
    '編寫人不得審核自己的資料。',
    'Nobody reviews what he wrote himself.',
  ),
  'guard.severeRefusalNeedsConsent': label(
    '严重投诉不受理，须先经营运部客服同意。',
    '嚴重投訴不受理，須先經營運部客服同意。',
    'A severe complaint is refused only with the consent of customer service.',
  ),
  'guard.withinOverrideDays': label(
    '已超过改裁期限。',
    '已超過改裁期限。',
    'The time for overturning the ruling is over.',
  ),
  'guard.departmentNotComplainedAbout': label(
    '受理部门须为启用的部门，且不能是其负责人被投诉的部门。',
    '受理部門須為啟用的部門，且不能是其負責人被投訴的部門。',
    'The handling department must be active and must not be the one whose head is complained about.',
  ),
  'guard.situationQuality': label(
    '本案属合同纠纷或发货手续，不走指派受理部门。',
    '本案屬合約糾紛或出貨手續，不走指派受理部門。',
    'This case is a contract dispute or a dispatch formality and takes that way.',
  ),
  'guard.situationDispute': label(
    '本案不是合同纠纷，或合同纠纷流程未启用。',
    '本案不是合約糾紛，或合約糾紛流程未啟用。',
    'This is no contract dispute, or that way is switched off.',
  ),
  'guard.situationDispatch': label(
    '本案不是发货手续问题，或该流程未启用。',
    '本案不是出貨手續問題，或該流程未啟用。',
    'This is no dispatch formality, or that way is switched off.',
  ),
  'guard.operationsOrLogisticsHandles': label(
    '发货手续问题只能由营运部或物流处理。',
    '出貨手續問題只能由營運部或物流處理。',
    'A dispatch formality is handled by operations or logistics.',
  ),
  'guard.refusedAtMostOnce': label(
    '已退派过一次，由行政人事部最终确定。',
    '已退派過一次，由行政人事部最終確定。',
    'It was sent back once already; HR and administration has decided finally.',
  ),
  'guard.originalAttached': label(
    '须附投诉原件（来函、录音或签字的口述记录）。',
    '須附投訴原件（來函、錄音或簽字的口述紀錄）。',
    'The original complaint must be attached (letter, recording or signed transcript).',
  ),
  'guard.reportExists': label(
    '本案没有调查报告。',
    '本案沒有調查報告。',
    'There is no investigation report.',
  ),
  'guard.disputePath': label('本案不是合同纠纷。', '本案不是合約糾紛。', 'This is no contract dispute.'),
  'guard.opinionRefersToHr': label(
    '处理意见须依据行政人事部的意见。',
    '處理意見須依據行政人事部的意見。',
    'The handling opinion must be based on the opinion of HR and administration.',
  ),
  'guard.compensationSettled': label(
    '赔偿金额超出您的审批限额，或申请尚未批准。',
    '賠償金額超出您的核准限額，或申請尚未核准。',
    'The compensation exceeds what you may approve, or its request is not decided.',
  ),
  'guard.noOpenAssistance': label(
    '协办事项尚未办结。',
    '協辦事項尚未辦結。',
    'Another department’s help is still open.',
  ),
  'guard.preventiveActionRecorded': label(
    '我方有责任的案件，结案前须记录预防措施。',
    '我方有責任的案件，結案前須記錄預防措施。',
    'Where we are at fault a preventive action must be recorded before closing.',
  ),
  'guard.noPreventionExplained': label(
    '非我方责任的案件，结案时须说明不需预防措施的理由。',
    '非我方責任的案件，結案時須說明不需預防措施的理由。',
    'Where the fault is not ours, closing says why no preventive action is needed.',
  ),
  'guard.breachReasonGiven': label(
    '案件已超期，须填写超期原因才能结案。',
    '案件已超期，須填寫超期原因才能結案。',
    'The case is overdue; it closes only with the reason of the breach.',
  ),
  'guard.nothingToExecute': label(
    '尚有处理措施或赔偿须执行。',
    '尚有處理措施或賠償須執行。',
    'There is a remedy to be carried out.',
  ),
  'guard.remedyToExecute': label(
    '没有须执行的措施。',
    '沒有須執行的措施。',
    'There is nothing to carry out.',
  ),
  'guard.roundsLeft': label(
    '客户已多次不接受：报总经理，或作为有争议结案并告知外部途径。',
    '客戶已多次不接受：報總經理，或作為有爭議結案並告知外部途徑。',
    'The customer rejected before: bring it to the general manager, or close it as disputed and name outside channels.',
  ),
  'guard.afterTwoRejections': label(
    '须先再处理一轮。',
    '須先再處理一輪。',
    'There must be one more round first.',
  ),
  'guard.proofOfRemedy': label(
    '须有执行凭证且批准的赔偿均已执行，否则须作出限期落实的承诺。',
    '須有執行憑證且核准的賠償均已執行，否則須作出限期落實的承諾。',
    'There must be proof and every approved compensation carried out, or else an undertaking with a date.',
  ),
  'guard.withinReopenDays': label(
    '已超过重新立案期限。',
    '已超過重新立案期限。',
    'The time for reopening is over.',
  ),
  'guard.lateWithdrawalOn': label(
    '指派后不能撤回，案件继续办理。',
    '指派後不能撤回，案件繼續辦理。',
    'After the assignment the case goes on.',
  ),
  'guard.statementOnFile': label(
    '须有客户撤回的说明。',
    '須有客戶撤回的說明。',
    'The customer’s statement must be on file.',
  ),
  'guard.simpleProcedureOn': label('简易程序未启用。', '簡易程序未啟用。', 'The simple procedure is off.'),
  'guard.anonymousCase': label('本案不是匿名投诉。', '本案不是匿名投訴。', 'This case is not anonymous.'),
  'guard.notAnonymous': label(
    '匿名投诉无从答复，由行政人事部结案。',
    '匿名投訴無從答覆，由行政人事部結案。',
    'Nobody can be answered; HR and administration closes an anonymous case.',
  ),
  'guard.batchReviewOn': label(
    '本案须报总经理批阅。',
    '本案須報總經理批閱。',
    'This case must go to the general manager.',
  ),
  'guard.keyAccountEarly': label(
    '大客户经理只在前期办理自己的大客户的案件。',
    '大客戶經理只在前期辦理自己的大客戶的案件。',
    'A key-account manager handles only cases of his own key accounts in the early phase.',
  ),
  'guard.notKeyAccountReviewer': label(
    '大客户经理不得审核自己大客户的案件。',
    '大客戶經理不得審核自己大客戶的案件。',
    'The key-account manager never reviews the own account’s case.',
  ),
  'guard.hrComplainedAbout': label(
    '行政人事部未被投诉。',
    '行政人事部未被投訴。',
    'HR and administration is not complained about.',
  ),
  'guard.hrNotComplainedAbout': label(
    '行政人事部被投诉，须回避。',
    '行政人事部被投訴，須迴避。',
    'HR and administration is complained about and stays out.',
  ),
  'guard.wrongState': label(
    '案件现在是“{state}”，不能进行此操作。',
    '案件現在是「{state}」，不能進行此操作。',
    'The case is “{state}” now; this is not open.',
  ),
  'guard.documentMissing': label('缺少：{document}。', '缺少：{document}。', 'Missing: {document}.'),
} satisfies Record<string, Label>;

export type GuardMessageKey = keyof typeof guardMessages;
