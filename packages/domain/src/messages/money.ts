import { label } from '../catalogue/labels.js';

/** What acts on payments, dealers, costs and proposals say when they refuse. */
export const moneyRules = {
  'payment.overBooked': label(
    '核销合计超过回款金额，尚可核销 {left}。',
    '沖銷合計超過收款金額，尚可沖銷 {left}。',
    'More is booked than was received; {left} is left of it.',
  ),
  'payment.overOrder': label(
    '超过该订单的应收余额 {left}。',
    '超過該訂單的應收餘額 {left}。',
    'More than the order still owes: {left}.',
  ),
  'payment.otherCustomer': label(
    '该订单不属于此付款客户。',
    '該訂單不屬於此付款客戶。',
    'The order is of another customer.',
  ),
  'payment.orderTwice': label('同一订单只能列一次。', '同一訂單只能列一次。', 'Name each order once.'),
  'payment.notBookable': label(
    '草稿或已取消的订单不能核销回款或开票。',
    '草稿或已取消的訂單不能沖銷收款或開立發票。',
    'Nothing is booked or invoiced on a draft or a cancelled order.',
  ),
  'invoice.overOrder': label(
    '开票合计超过订单价税合计，尚可开票 {left}。',
    '開票合計超過訂單價稅合計，尚可開票 {left}。',
    'More is invoiced than the order comes to with tax; {left} is left.',
  ),
  'invoice.taxOverAmount': label(
    '税额不能超过价税合计。',
    '稅額不能超過價稅合計。',
    'The tax cannot exceed the amount.',
  ),
  'invoice.alreadyVoid': label('发票已作废。', '發票已作廢。', 'The invoice is void already.'),
  'dealer.exists': label('该客户已是经销商。', '該客戶已是經銷商。', 'The customer is a dealer already.'),
  'dealer.ended': label('经销关系已终止。', '經銷關係已終止。', 'The dealership has ended.'),
  'dealer.notActive': label('经销商不在合作中。', '經銷商不在合作中。', 'The dealer is not active.'),
  'dealer.notSuspended': label('经销商未被暂停。', '經銷商未被暫停。', 'The dealer is not suspended.'),
  'dealer.rebatePaid': label(
    '返利已兑现，不能修改。',
    '返利已兌現，不能修改。',
    'The rebate was paid; it cannot be changed.',
  ),
  'dealer.onlyDrafts': label(
    '只能修改草稿或被退回的制度。',
    '只能修改草稿或被退回的制度。',
    'Only a draft or a returned rule is edited.',
  ),
  'cost.belowUsed': label(
    '计划不得低于已用金额 {used}。',
    '計畫不得低於已用金額 {used}。',
    'The plan cannot fall below what was used: {used}.',
  ),
  'cost.onePlace': label(
    '须指明大客户、招商或区域。',
    '須指明大客戶、招商或區域。',
    'Name an account, a solicitation or a region.',
  ),
} as const;

/** What people are told about dealer rules, expenses and proposals; numbers only, never personal data. */
export const moneyMessages = {
  'dealerRule.toDecide': label(
    '经销商制度 {no} 待您审批。',
    '經銷商制度 {no} 待您審批。',
    'Dealer rule {no} waits for your decision.',
  ),
  'dealerRule.returned': label(
    '经销商制度 {no} 已退回：{reason}',
    '經銷商制度 {no} 已退回：{reason}',
    'Dealer rule {no} was returned: {reason}',
  ),
  'dealerRule.enacted': label(
    '经销商制度 {no} 已批准。',
    '經銷商制度 {no} 已核准。',
    'Dealer rule {no} was enacted.',
  ),
  'expense.toDecide': label(
    '费用申请 {no} 待您审批。',
    '費用申請 {no} 待您審批。',
    'Expense {no} waits for your decision.',
  ),
  'expense.again': label(
    '费用申请 {no} 超支重新申请：{reason}',
    '費用申請 {no} 超支重新申請：{reason}',
    'Expense {no} asks for more: {reason}',
  ),
  'expense.approved': label('费用申请 {no} 已批准。', '費用申請 {no} 已核准。', 'Expense {no} was approved.'),
  'expense.declined': label(
    '费用申请 {no} 未批准：{reason}',
    '費用申請 {no} 未核准：{reason}',
    'Expense {no} was declined: {reason}',
  ),
  'expense.toSettle': label(
    '费用申请 {no} 待核销。',
    '費用申請 {no} 待核銷。',
    'Expense {no} waits to be settled.',
  ),
  'expense.settled': label('费用申请 {no} 已核销。', '費用申請 {no} 已核銷。', 'Expense {no} was settled.'),
  'proposal.toReview': label(
    '合理化建议 {no} 待评审，须在 {day} 前答复。',
    '合理化建議 {no} 待審查，須在 {day} 前答覆。',
    'Proposal {no} waits for review; it is answered by {day}.',
  ),
  'proposal.toDecide': label(
    '合理化建议 {no} 待您决定。',
    '合理化建議 {no} 待您決定。',
    'Proposal {no} waits for your decision.',
  ),
  'proposal.adopted': label(
    '您的合理化建议 {no} 已采纳：{reason}',
    '您的合理化建議 {no} 已採納：{reason}',
    'Your proposal {no} was adopted: {reason}',
  ),
  'proposal.declined': label(
    '您的合理化建议 {no} 未采纳：{reason}',
    '您的合理化建議 {no} 未採納：{reason}',
    'Your proposal {no} was not adopted: {reason}',
  ),
  'proposal.checked': label(
    '您的合理化建议 {no} 已核实效果。',
    '您的合理化建議 {no} 已核實成效。',
    'The effect of your proposal {no} was checked.',
  ),
} as const;
