import { type Label, label } from '../catalogue/labels.js';

/** Acts on key accounts, their sign-up, contracts, visits and hand-overs in words. */
export const accountActLabels = {
  openSolicitation: label('报备客户', '報備客戶', 'Register a prospect'),
  updateSolicitation: label('修改招商信息', '修改招商資訊', 'Edit'),
  advanceSolicitation: label('推进阶段', '推進階段', 'Move on'),
  signSolicitation: label('签约', '簽約', 'Signed'),
  loseSolicitation: label('未成交', '未成交', 'Lost'),
  reopenSolicitation: label('重新开发', '重新開發', 'Take up again'),
  assignSolicitation: label('分派线索', '分派線索', 'Assign'),
  draftContract: label('起草合同', '起草合約', 'Draft a contract'),
  updateContract: label('修改合同', '修改合約', 'Edit the contract'),
  submitContract: label('提交审批', '提交審批', 'Submit for approval'),
  approveContract: label('审批合同', '審批合約', 'Decide on the contract'),
  renewContract: label('续签', '續約', 'Renew'),
  expireContract: label('到期', '到期', 'Expired'),
  succeedContract: label('由续签合同接替', '由續約合約接替', 'Succeeded by its renewal'),
  terminateContract: label('终止合同', '終止合約', 'Terminate'),
  assignKeyAccount: label('分派大客户', '分派大客戶', 'Assign the account'),
  updateKeyAccount: label('修改大客户', '修改大客戶', 'Edit the account'),
  pauseKeyAccount: label('暂停合作', '暫停合作', 'Pause'),
  resumeKeyAccount: label('恢复合作', '恢復合作', 'Resume'),
  endKeyAccount: label('终止合作', '終止合作', 'End'),
  saveDecisionMaker: label('维护决策链', '維護決策鏈', 'Decision chain'),
  removeDecisionMaker: label('移出决策链', '移出決策鏈', 'Take out of the decision chain'),
  setVisitRhythm: label('设定拜访节奏', '設定拜訪節奏', 'Set the rhythm of visits'),
  planVisit: label('计划拜访', '計畫拜訪', 'Plan a visit'),
  checkInVisit: label('到访签到', '到訪簽到', 'Check in'),
  reportVisit: label('提交拜访报告', '提交拜訪報告', 'Report'),
  reviewVisit: label('审阅报告', '審閱報告', 'Review'),
  cancelVisit: label('取消拜访', '取消拜訪', 'Cancel'),
  proposeHandover: label('提出移交', '提出移交', 'Propose the hand-over'),
  refreshHandover: label('更新移交清单', '更新移交清單', 'Bring the list up to date'),
  tickHandoverItem: label('勾选移交事项', '勾選移交事項', 'Tick an item'),
  acceptHandover: label('接收移交', '接收移交', 'Accept'),
  refuseHandover: label('退回移交', '退回移交', 'Send back'),
  approveHandover: label('批准移交', '核准移交', 'Approve the hand-over'),
  withdrawHandover: label('撤回移交', '撤回移交', 'Withdraw'),
  returnAccountToEarly: label('退回前期', '退回前期', 'Back to the early phase'),
} satisfies Record<string, Label>;

export type AccountActName = keyof typeof accountActLabels;

/** The words of an act on accounts; its name when it has none. */
export function accountActLabel(act: string): Label {
  return Object.hasOwn(accountActLabels, act)
    ? accountActLabels[act as AccountActName]
    : label(act, act, act);
}
