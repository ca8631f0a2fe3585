import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

/** States of an order (dossier D5). */
export const orderState = vocabulary('OrderState', {
  DRAFT: label('草稿', '草稿', 'Draft'),
  SUBMITTED: label('已提交', '已提交', 'Submitted'),
  REVIEWED: label('已评审', '已審查', 'Reviewed'),
  CONFIRMED: label('已确认', '已確認', 'Confirmed'),
  IN_PREPARATION: label('备货中', '備貨中', 'In preparation'),
  READY: label('待发货', '待出貨', 'Ready'),
  PARTLY_SHIPPED: label('部分发货', '部分出貨', 'Partly shipped'),
  SHIPPED: label('已发货', '已出貨', 'Shipped'),
  DELIVERED: label('已送达', '已送達', 'Delivered'),
  COMPLETED: label('已完成', '已完成', 'Completed'),
  CHANGED: label('变更待确认', '變更待確認', 'Change awaits the customer'),
  ON_HOLD: label('暂停', '暫停', 'On hold'),
  CANCELLED: label('已取消', '已取消', 'Cancelled'),
});
export type OrderState = CodeOf<typeof orderState>;

/** What an order is checked for before it is confirmed (D5). */
export const reviewItemKind = vocabulary('OrderReviewItemKind', {
  PRODUCT: label('产品', '產品', 'Product'),
  QUANTITY: label('数量', '數量', 'Quantity'),
  SPECIFICATION: label('规格', '規格', 'Specification'),
  PRICE: label('价格', '價格', 'Price'),
  DATE: label('交期', '交期', 'Date'),
  STOCK: label('库存', '庫存', 'Stock'),
  CREDIT: label('信用额度', '信用額度', 'Credit limit'),
});
export type OrderReviewItemKind = CodeOf<typeof reviewItemKind>;

/** Milestones of preparation and delivery (dossier C5). */
export const milestoneKind = vocabulary('MilestoneKind', {
  REVIEWED: label('评审', '審查', 'Reviewed'),
  MATERIAL: label('备料', '備料', 'Material'),
  PRODUCTION: label('生产', '生產', 'Production'),
  QC: label('检验', '檢驗', 'Quality check'),
  PACKED: label('包装', '包裝', 'Packed'),
  SHIPPED: label('发货', '出貨', 'Shipped'),
  DELIVERED: label('送达', '送達', 'Delivered'),
  INVOICED: label('开票', '開立發票', 'Invoiced'),
  PAID: label('回款', '收款', 'Paid'),
});
export type MilestoneKind = CodeOf<typeof milestoneKind>;

/** Where the price of a line comes from. */
export const priceBasis = vocabulary('PriceBasis', {
  CONTRACT: label('合同价', '合約價', 'Contract'),
  LIST: label('标价', '標價', 'List'),
  SPECIAL: label('特价', '特價', 'Special price'),
  MANUAL: label('手工', '手動', 'Typed'),
});

/** On what occasion the customer was told (D5, follow-up rhythm). */
export const noticeOccasion = vocabulary('NoticeOccasion', {
  CONFIRMATION: label('订单确认', '訂單確認', 'Confirmation'),
  CHANGE: label('订单变更', '訂單變更', 'Change'),
  DISPATCH: label('发货', '出貨', 'Dispatch'),
  DELAY: label('延误', '延誤', 'Delay'),
  DELIVERY: label('送达', '送達', 'Delivery'),
});
export type NoticeOccasion = CodeOf<typeof noticeOccasion>;

export const noticeMode = vocabulary('NoticeMode', {
  PHONE: label('电话', '電話', 'Telephone'),
  WECHAT: label('微信', '微信', 'WeChat'),
  SMS: label('短信', '簡訊', 'Text message'),
  EMAIL: label('邮件', '郵件', 'E-mail'),
  IN_PERSON: label('当面', '當面', 'In person'),
});

export const approvalKind = vocabulary('OrderApprovalKind', {
  SPECIAL_PRICE: label('特价审批', '特價審批', 'Special price'),
  CREDIT_RELEASE: label('超额度放行', '超額度放行', 'Release over the credit limit'),
  LATE_CANCELLATION: label('发货后取消', '出貨後取消', 'Cancellation after shipping began'),
});
export type OrderApprovalKind = CodeOf<typeof approvalKind>;

export const approvalState = vocabulary('OrderApprovalState', {
  REQUESTED: label('待审批', '待審批', 'Requested'),
  APPROVED: label('已批准', '已核准', 'Approved'),
  DECLINED: label('未批准', '未核准', 'Declined'),
});
