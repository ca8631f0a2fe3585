import { type Label, label } from '../catalogue/labels.js';

/** Acts on orders in words: buttons, logs, messages. */
export const orderActLabels = {
  createOrder: label('新建订单', '新建訂單', 'Create order'),
  updateOrder: label('修改草稿', '修改草稿', 'Edit draft'),
  submitOrder: label('提交评审', '提交審查', 'Submit for review'),
  reviewOrder: label('评审订单', '審查訂單', 'Review order'),
  confirmOrder: label('确认订单', '確認訂單', 'Confirm order'),
  planMilestones: label('排定节点', '排定節點', 'Plan milestones'),
  recordMilestone: label('登记节点', '登記節點', 'Record a milestone'),
  prepareOrder: label('开始备货', '開始備貨', 'Begin preparation'),
  readyOrder: label('备货完成', '備貨完成', 'Ready to ship'),
  dispatchShipment: label('发货', '出貨', 'Dispatch'),
  deliverOrder: label('确认送达', '確認送達', 'Delivered'),
  completeOrder: label('完成订单', '完成訂單', 'Complete order'),
  holdOrder: label('暂停订单', '暫停訂單', 'Hold order'),
  resumeOrder: label('恢复订单', '恢復訂單', 'Resume order'),
  changeOrder: label('变更订单', '變更訂單', 'Change order'),
  confirmOrderChange: label(
    '记录客户对变更的答复',
    '記錄客戶對變更的答覆',
    'Record the answer to the change',
  ),
  cancelOrder: label('取消订单', '取消訂單', 'Cancel order'),
  tellCustomer: label('告知客户', '告知客戶', 'Tell the customer'),
  commentOnOrder: label('批注', '批註', 'Comment'),
  requestOrderApproval: label('申请审批', '申請審批', 'Request an approval'),
  decideOrderApproval: label('审批', '審批', 'Decide'),
} satisfies Record<string, Label>;

/** Acts on shipments in words. */
export const shipmentActLabels = {
  planShipment: label('安排发运', '安排出貨', 'Plan a shipment'),
  pickShipment: label('拣货完成', '揀貨完成', 'Picked'),
  dispatchShipment: label('发货', '出貨', 'Dispatch'),
  moveShipment: label('更新在途状态', '更新運送狀態', 'Update on the way'),
  signShipment: label('登记签收', '登記簽收', 'Record the receipt'),
  closeShipment: label('结束发运单', '結束出貨單', 'Close shipment'),
  reportException: label('报告异常', '回報異常', 'Report an exception'),
  resolveException: label('处理异常', '處理異常', 'Resolve the exception'),
  complainAboutShipment: label('转为投诉', '轉為投訴', 'Open a complaint'),
  cancelShipment: label('取消发运单', '取消出貨單', 'Cancel shipment'),
} satisfies Record<string, Label>;

/** The words of an act on shipments; its name when it has none. */
export function shipmentActLabel(act: string): Label {
  return wordsOf(shipmentActLabels, act);
}

/** Acts on after-sales cases and technical support in words. */
export const serviceActLabels = {
  openAfterSales: label('新建售后单', '新建售後單', 'Open an after-sales case'),
  acknowledgeAfterSales: label('受理', '受理', 'Acknowledge'),
  diagnoseAfterSales: label('开始诊断', '開始診斷', 'Begin the diagnosis'),
  actOnAfterSales: label('开始处理', '開始處理', 'Begin the action'),
  finishAfterSales: label('处理完成', '處理完成', 'Done'),
  promiseAfterSales: label('承诺完成日期', '承諾完成日期', 'Promise a date'),
  confirmAfterSales: label('记录客户确认', '記錄客戶確認', "Record the customer's word"),
  closeAfterSales: label('结案', '結案', 'Close'),
  disputeAfterSales: label('转为投诉', '轉為投訴', 'Turn into a complaint'),
  settleDispute: label('争议已解决', '爭議已解決', 'Dispute settled'),
  requestSupport: label('申请技术支持', '申請技術支援', 'Request support'),
  assignSupport: label('派工', '派工', 'Assign'),
  startSupport: label('开始支持', '開始支援', 'Begin support'),
  solveSupport: label('已解决', '已解決', 'Solved'),
  confirmSupport: label('客户签字确认', '客戶簽字確認', 'Signed by the customer'),
  closeSupport: label('关闭', '關閉', 'Close'),
} satisfies Record<string, Label>;

/** The words of an act on after-sales cases or technical support; its name when it has none. */
export function serviceActLabel(act: string): Label {
  return wordsOf(serviceActLabels, act);
}

/** Acts on sales plans in words. */
export const planActLabels = {
  draftPlan: label('编制计划', '編製計畫', 'Draft a plan'),
  updatePlan: label('修改计划', '修改計畫', 'Edit the plan'),
  submitPlan: label('提交审批', '提交審批', 'Submit for approval'),
  reviewPlan: label('部门审批', '部門審批', "Department head's review"),
  approvePlan: label('总经理审批', '總經理審批', "General manager's approval"),
  executePlan: label('开始执行', '開始執行', 'Put into execution'),
  revisePlan: label('修订计划', '修訂計畫', 'Revise the plan'),
  supersedePlan: label('被新版取代', '被新版取代', 'Superseded'),
  closePlan: label('结束计划', '結束計畫', 'Close the plan'),
} satisfies Record<string, Label>;

/** The words of an act on sales plans; its name when it has none. */
export function planActLabel(act: string): Label {
  return wordsOf(planActLabels, act);
}

/** The words of an act on orders; its name when it has none. */
export function orderActLabel(act: string): Label {
  return wordsOf(orderActLabels, act);
}

function wordsOf(acts: Readonly<Record<string, Label>>, act: string): Label {
  const own = Object.hasOwn(acts, act) ? acts[act] : undefined;
  return own ?? label(act, act, act);
}
