import { label } from '../catalogue/labels.js';

/** What acts on key accounts, orders and deliveries say when they refuse. */
export const keyAccountRules = {
  'workflow.wrongState': label(
    '现在是“{state}”，不能进行此操作。',
    '現在是「{state}」，不能進行此操作。',
    'It stands at “{state}”; this cannot be done now.',
  ),
  'input.notPositive': label('须大于零。', '須大於零。', 'It must be greater than zero.'),
  'input.tooManyLines': label('最多 {max} 行。', '最多 {max} 行。', 'At most {max} lines.'),
  'order.onlyDrafts': label(
    '只能直接修改草稿；已提交的订单请走变更。',
    '只能直接修改草稿；已提交的訂單請走變更。',
    'Only a draft is edited; a submitted order is changed by a new version.',
  ),
  'order.lineShipped': label(
    '该行已有发货，数量不得少于已发数量，也不得作废。',
    '該行已有出貨，數量不得少於已出數量，也不得作廢。',
    'Something of this line was shipped: it keeps at least that quantity and cannot be struck out.',
  ),
  'order.approvalDecided': label('已经审批过。', '已經審批過。', 'It has been decided already.'),
  'order.approvalPending': label(
    '同一审批已在等待。',
    '同一審批已在等待。',
    'The same approval is already waiting.',
  ),
  'order.requesterDoesNotDecide': label(
    '申请人不得审批自己的申请。',
    '申請人不得審批自己的申請。',
    'Nobody decides what he requested himself.',
  ),
  'order.followUpNotYours': label(
    '跟单由责任方登记；您可以批注。',
    '跟單由責任方登記；您可以批註。',
    'Milestones are kept by whoever is responsible; you may comment.',
  ),
  'stock.short': label(
    '{product} 库存不足：在库 {onHand}。',
    '{product} 庫存不足：在庫 {onHand}。',
    'Not enough {product} in stock: {onHand} on hand.',
  ),
  'shipment.complaintExists': label(
    '该异常已转为投诉。',
    '該異常已轉為投訴。',
    'A complaint about it exists already.',
  ),
  'plan.badPeriod': label(
    '期间须写作 2027、2027-Q1 或 2027-01。',
    '期間須寫作 2027、2027-Q1 或 2027-01。',
    'A period is written 2027, 2027-Q1 or 2027-01.',
  ),
  'plan.outsideParent': label(
    '期间不在上级计划之内。',
    '期間不在上級計畫之內。',
    "The period lies outside the parent plan's.",
  ),
  'plan.locked': label(
    '已提交或执行中的计划不能直接修改；请修订。',
    '已提交或執行中的計畫不能直接修改；請修訂。',
    'A submitted or running plan is locked; revise it.',
  ),
  'plan.notRevisable': label(
    '只能修订已批准或执行中的计划。',
    '只能修訂已核准或執行中的計畫。',
    'Only an approved or running plan is revised.',
  ),
  'order.ended': label('订单已结束。', '訂單已結束。', 'The order has ended.'),
} as const;

/** What people are told about after-sales and technical support; numbers only, never personal data. */
export const keyAccountMessages = {
  'afterSales.opened': label(
    '新的售后单 {no} 由您负责，请及时受理。',
    '新的售後單 {no} 由您負責，請及時受理。',
    'After-sales case {no} is yours; please take it up in time.',
  ),
  'support.assigned': label(
    '技术支持单 {no} 已派给您。',
    '技術支援單 {no} 已派給您。',
    'Technical support {no} was assigned to you.',
  ),
} as const;
