import { type Label, label } from '../catalogue/labels.js';

/** Acts on payments, invoices, dealers, costs and proposals in words. */
export const moneyActLabels = {
  recordPayment: label('登记回款', '登記收款', 'Record a payment'),
  allocatePayment: label('核销到订单', '沖銷到訂單', 'Book against orders'),
  undoAllocation: label('撤销核销', '撤銷沖銷', 'Undo the booking'),
  issueInvoice: label('登记发票', '登記發票', 'Record an invoice'),
  voidInvoice: label('作废发票', '作廢發票', 'Void the invoice'),
  createDealer: label('建立经销商档案', '建立經銷商檔案', 'Create a dealer'),
  updateDealer: label('修改经销商档案', '修改經銷商檔案', 'Edit the dealer'),
  suspendDealer: label('暂停供货', '暫停供貨', 'Suspend'),
  resumeDealer: label('恢复供货', '恢復供貨', 'Resume'),
  endDealer: label('终止经销关系', '終止經銷關係', 'End the dealership'),
  draftDealerRule: label('起草制度', '起草制度', 'Draft a rule'),
  updateDealerRule: label('修改制度草稿', '修改制度草稿', 'Edit the draft'),
  submitDealerRule: label('提交审批', '提交審批', 'Submit for approval'),
  reviewDealerRule: label('部门审批', '部門審批', 'Review'),
  enactDealerRule: label('批准生效', '核准生效', 'Enact'),
  supersedeDealerRule: label('废止', '廢止', 'Take out of force'),
  recordRebate: label('登记返利', '登記返利', 'Record a rebate'),
  recordTerritoryBreach: label('登记窜货', '登記竄貨', 'Record a breach of territory'),
  allocateResource: label('分配资源', '分配資源', 'Allocate a budget'),
  updateAllocation: label('调整预算', '調整預算', 'Change the budget'),
  addCostEntry: label('登记费用', '登記費用', 'Record a cost'),
  requestExpense: label('申请费用', '申請費用', 'Apply for an expense'),
  decideExpense: label('审批费用', '審批費用', 'Decide'),
  claimExpense: label('提交核销', '提交核銷', 'Claim with the bill'),
  reapplyExpense: label('超支重新申请', '超支重新申請', 'Apply again for more'),
  settleExpense: label('核销', '核銷', 'Settle'),
  withdrawExpense: label('撤回', '撤回', 'Withdraw'),
  submitProposal: label('提交建议', '提交建議', 'Submit a proposal'),
  reviewProposal: label('评审建议', '審查建議', 'Review'),
  decideProposal: label('决定采纳与否', '決定採納與否', 'Adopt or decline'),
  implementProposal: label('登记实施', '登記實施', 'Carried out'),
  checkProposalEffect: label('核实效果', '核實成效', 'Check the effect'),
} satisfies Record<string, Label>;

export type MoneyActName = keyof typeof moneyActLabels;

/** The words of an act on payments, dealers, costs or proposals; its name when it has none. */
export function moneyActLabel(act: string): Label {
  return Object.hasOwn(moneyActLabels, act) ? moneyActLabels[act as MoneyActName] : label(act, act, act);
}
