import { label } from '../catalogue/labels.js';

/** What acts on accounts, contracts and visits say when they refuse. */
export const accountRules = {
  'solicitation.ended': label('该招商已结束。', '該招商已結束。', 'This solicitation has ended.'),
  'solicitation.notAManager': label(
    '该人员不是在职的大客户经理。',
    '該人員不是在職的大客戶經理。',
    'This person is no account manager at work.',
  ),
  'contract.onlyDrafts': label(
    '只能修改草稿或被退回的合同。',
    '只能修改草稿或被退回的合約。',
    'Only a draft or a returned contract is edited.',
  ),
  'contract.endsBeforeItStarts': label(
    '到期日期不得早于生效日期。',
    '到期日期不得早於生效日期。',
    'It cannot end before it starts.',
  ),
  'account.sameState': label('已是该状态。', '已是該狀態。', 'It is in this state already.'),
  'account.notActive': label(
    '合作已暂停或终止，不能新建订单。',
    '合作已暫停或終止，不能新建訂單。',
    'The account is paused or has ended; no new order is taken.',
  ),
  'account.ended': label('合作已终止。', '合作已終止。', 'The account has ended.'),
  'account.openOrders': label(
    '尚有未完成的订单，不能终止合作。',
    '尚有未完成的訂單，不能終止合作。',
    'Orders are still open; it cannot end yet.',
  ),
  'account.onlyByTheCompany': label(
    '由部门负责人或大区经理安排。',
    '由部門主管或大區經理安排。',
    'The department head or the area manager arranges it.',
  ),
  'account.onlyByTheHead': label(
    '只能由部门负责人退回前期。',
    '只能由部門主管退回前期。',
    'Only the department head takes it back to the early phase.',
  ),
  'account.contactOfAnother': label(
    '该联系人不属于此客户。',
    '該聯絡人不屬於此客戶。',
    'This contact is not of this customer.',
  ),
  'account.alreadyEarly': label(
    '该大客户已在前期。',
    '該大客戶已在前期。',
    'The account is in its early phase already.',
  ),
  'visit.forOne': label(
    '须指明客户或招商之一。',
    '須指明客戶或招商之一。',
    'Name the customer or the solicitation, one of them.',
  ),
  'visit.noPlace': label('没有这样的坐标。', '沒有這樣的座標。', 'There is no such place on earth.'),
  'handover.notProposed': label(
    '清单已接收或已结束，不能再改。',
    '清單已接收或已結束，不能再改。',
    'The list was accepted or has ended; it cannot be changed.',
  ),
} as const;

/** What people are told about accounts; numbers only, never personal data. */
export const accountMessages = {
  'solicitation.assigned': label(
    '招商 {no} 已分派给您。',
    '招商 {no} 已分派給您。',
    'Solicitation {no} was assigned to you.',
  ),
  'account.assigned': label(
    '大客户 {no} 已由您负责。',
    '大客戶 {no} 已由您負責。',
    'Key account {no} is yours now.',
  ),
  'contract.toDecide': label(
    '合同 {no} 待您审批。',
    '合約 {no} 待您審批。',
    'Contract {no} waits for your decision.',
  ),
  'contract.returned': label(
    '合同 {no} 已退回修改。',
    '合約 {no} 已退回修改。',
    'Contract {no} was returned.',
  ),
  'contract.approved': label('合同 {no} 已批准。', '合約 {no} 已核准。', 'Contract {no} was approved.'),
  'contract.renewalDue': label(
    '合同 {no} 将于 {day} 到期，请安排续签。',
    '合約 {no} 將於 {day} 到期，請安排續約。',
    'Contract {no} ends on {day}; see to its renewal.',
  ),
  'contract.expired': label(
    '合同 {no} 已到期，未续签。',
    '合約 {no} 已到期，未續約。',
    'Contract {no} has expired without a renewal.',
  ),
  'visit.reportDue': label(
    '拜访 {no} 的报告已逾期，请尽快提交。',
    '拜訪 {no} 的報告已逾期，請儘快提交。',
    'The report of visit {no} is overdue.',
  ),
  'visit.reviewed': label(
    '拜访报告 {no} 已审阅。',
    '拜訪報告 {no} 已審閱。',
    'The report of visit {no} was reviewed.',
  ),
  'handover.proposed': label(
    '移交清单 {no} 待营运部接收。',
    '移交清單 {no} 待營運部接收。',
    'Hand-over {no} waits to be received by operations.',
  ),
  'handover.toApprove': label(
    '移交清单 {no} 待您批准。',
    '移交清單 {no} 待您核准。',
    'Hand-over {no} waits for your approval.',
  ),
  'handover.refused': label(
    '移交清单 {no} 被退回。',
    '移交清單 {no} 被退回。',
    'Hand-over {no} was sent back.',
  ),
  'handover.effective': label(
    '移交清单 {no} 已生效。',
    '移交清單 {no} 已生效。',
    'Hand-over {no} has taken effect.',
  ),
} as const;
