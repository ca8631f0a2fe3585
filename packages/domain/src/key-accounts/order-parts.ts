import { bool, date, dateTime, decimal, integer, json, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { type Label, label } from '../catalogue/labels.js';
import {
  approvalKind,
  approvalState,
  milestoneKind,
  noticeMode,
  noticeOccasion,
  orderState,
  reviewItemKind,
} from './order-vocabularies.js';

/** The order that a part belongs to; parts follow the row policy of their order. */
const ofOrder = (inverse: string, inverseLabel: Label) =>
  toOne('Order', label('订单', '訂單', 'Order'), { required: true, inverse, inverseLabel });
const onBehalfOf = toOne('Staff', label('代理', '代理', 'On behalf of'), {
  note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
});

/** A step of the order's workflow (D5), with both names under a delegation. */
export const orderStep = kind('OrderStep', {
  plural: 'orderSteps',
  table: 'order_step',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单步骤', '訂單步驟', 'Order step'),
  title: 'act',
  fields: {
    order: ofOrder('steps', label('步骤', '步驟', 'Steps')),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromState: oneOf(label('原状态', '原狀態', 'From'), orderState, { optional: true }),
    toState: oneOf(label('新状态', '新狀態', 'To'), orderState),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf,
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** One thing that the order was reviewed for, met or not (D5). */
export const orderReviewItem = kind('OrderReviewItem', {
  plural: 'orderReviewItems',
  table: 'order_review_item',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单评审', '訂單審查', 'Order review'),
  title: 'kind',
  fields: {
    order: ofOrder('reviewItems', label('评审', '審查', 'Review')),
    orderVersion: integer(label('订单版次', '訂單版次', 'Version of the order'), { min: 1 }),
    kind: oneOf(label('评审项', '審查項', 'Item'), reviewItemKind),
    met: bool(label('满足', '滿足', 'Met')),
    proposed: bool(label('系统判断', '系統判斷', 'As the system finds'), { optional: true }),
    finding: text(label('依据', '依據', 'Finding'), { optional: true, max: 500 }),
    by: toOne('Staff', label('评审人', '審查人', 'Reviewed by')),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** A version of the order after a change 变更: what it was before, what changed, the customer's word (D5). */
export const orderChange = kind('OrderChange', {
  plural: 'orderChanges',
  table: 'order_change',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单变更', '訂單變更', 'Order change'),
  title: 'orderVersion',
  fields: {
    order: ofOrder('changes', label('变更', '變更', 'Changes')),
    orderVersion: integer(label('新版次', '新版次', 'New version'), { min: 2 }),
    reason: text(label('变更原因', '變更原因', 'Reason'), { max: 1000 }),
    before: json(label('变更前', '變更前', 'Before')),
    after: json(label('变更后', '變更後', 'After')),
    totalBefore: decimal(label('原金额', '原金額', 'Total before'), { money: true }),
    totalAfter: decimal(label('新金额', '新金額', 'Total after'), { money: true }),
    by: toOne('Staff', label('变更人', '變更人', 'Changed by')),
    at: dateTime(label('时间', '時間', 'At')),
    customerConfirmedAt: dateTime(label('客户确认时间', '客戶確認時間', 'Customer confirmed at'), {
      optional: true,
    }),
    confirmedBy: toOne('Staff', label('记录人', '記錄人', 'Recorded by')),
  },
});

/** A milestone with its planned and actual day, and why it slipped (D5: over two working days). */
export const orderMilestone = kind('OrderMilestone', {
  plural: 'orderMilestones',
  table: 'order_milestone',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('跟单节点', '跟單節點', 'Milestone'),
  title: 'kind',
  fields: {
    order: ofOrder('milestones', label('节点', '節點', 'Milestones')),
    kind: oneOf(label('节点', '節點', 'Milestone'), milestoneKind),
    plannedOn: date(label('计划日期', '計畫日期', 'Planned on')),
    firstPlannedOn: date(label('首次计划', '首次計畫', 'First planned on'), { system: true }),
    actualOn: date(label('实际日期', '實際日期', 'Actual on'), { optional: true }),
    lateDays: integer(label('逾期天数', '逾期天數', 'Days late'), { optional: true, min: 0, system: true }),
    lateReason: text(label('逾期原因', '逾期原因', 'Why late'), { optional: true, max: 500 }),
    by: toOne('Staff', label('更新人', '更新人', 'Updated by')),
    at: dateTime(label('更新时间', '更新時間', 'Updated at'), { optional: true }),
  },
});

/** A comment of somebody who may read but not edit the order (B6: R + comment). */
export const orderComment = kind('OrderComment', {
  plural: 'orderComments',
  table: 'order_comment',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单批注', '訂單批註', 'Comment'),
  title: 'text',
  fields: {
    order: ofOrder('comments', label('批注', '批註', 'Comments')),
    text: text(label('内容', '內容', 'Text'), { max: 2000 }),
    by: toOne('Staff', label('批注人', '批註人', 'By')),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** The customer was told: at confirmation, dispatch, delay, delivery (D5). */
export const customerNotice = kind('CustomerNotice', {
  plural: 'customerNotices',
  table: 'customer_notice',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('告知客户', '告知客戶', 'Customer told'),
  title: 'occasion',
  fields: {
    order: ofOrder('notices', label('告知记录', '告知紀錄', 'Notices')),
    occasion: oneOf(label('事由', '事由', 'Occasion'), noticeOccasion),
    mode: oneOf(label('方式', '方式', 'Mode'), noticeMode),
    content: text(label('内容', '內容', 'Content'), { optional: true, max: 1000 }),
    by: toOne('Staff', label('告知人', '告知人', 'Told by')),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** An approval beside the order's path: special price, release over the credit limit (practice, KAM 2). */
export const orderApproval = kind('OrderApproval', {
  plural: 'orderApprovals',
  table: 'order_approval',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单审批', '訂單審批', 'Approval'),
  title: 'kind',
  fields: {
    order: ofOrder('approvals', label('审批', '審批', 'Approvals')),
    kind: oneOf(label('审批类别', '審批類別', 'Kind'), approvalKind),
    state: oneOf(label('状态', '狀態', 'State'), approvalState),
    amount: decimal(label('涉及金额', '涉及金額', 'Amount'), {
      optional: true,
      scale: 2,
      money: true,
      min: 0,
    }),
    reason: text(label('申请理由', '申請理由', 'Reason'), { max: 1000 }),
    requestedBy: toOne('Staff', label('申请人', '申請人', 'Requested by')),
    requestedAt: dateTime(label('申请时间', '申請時間', 'Requested at')),
    decidedBy: toOne('Staff', label('审批人', '審批人', 'Decided by')),
    decidedAt: dateTime(label('审批时间', '審批時間', 'Decided at'), { optional: true }),
    decision: text(label('审批意见', '審批意見', 'Decision'), { optional: true, max: 1000 }),
  },
});
