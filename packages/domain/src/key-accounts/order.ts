import {
  after,
  bool,
  dateTime,
  daysBetween,
  decimal,
  integer,
  oneOf,
  rate,
  text,
  times,
  toOne,
} from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

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
  ON_HOLD: label('暂停', '暫停', 'On hold'),
  CANCELLED: label('已取消', '已取消', 'Cancelled'),
});

/** An order (dossier C5, R3.2); as sales history until the order workflow works on it. */
export const order = kind('Order', {
  plural: 'orders',
  table: 'sales_order',
  department: 'key-accounts',
  subject: 'order',
  label: label('订单', '訂單', 'Order'),
  title: 'orderNo',
  importable: true,
  defaultOrder: [{ field: 'orderedAt', direction: 'DESC' }],
  fields: {
    orderNo: text(label('订单编号', '訂單編號', 'Order no.'), { max: 40, searchable: true }),
    receiptNo: text(label('小票号', '收據號', 'Receipt no.'), {
      optional: true,
      max: 60,
      note: label(
        '门店收银小票上的号码；登记投诉时凭它查到这笔销售',
        '門市收銀收據上的號碼；登記投訴時憑它查到這筆銷售',
        'On the till receipt; by it the intake of a complaint finds the sale',
      ),
    }),
    state: oneOf(label('状态', '狀態', 'State'), orderState),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'orders',
      inverseLabel: label('订单', '訂單', 'Orders'),
    }),
    owner: toOne('Staff', label('负责人', '負責人', 'Owner'), { inverse: 'ownedOrders' }),
    region: toOne('Region', label('区域', '區域', 'Region'), { inverse: 'orders' }),
    orderedAt: dateTime(label('下单时间', '下單時間', 'Ordered at')),
    requiredAt: dateTime(label('要求交期', '要求交期', 'Required at'), { optional: true }),
    promisedAt: dateTime(label('承诺交期', '承諾交期', 'Promised at'), { optional: true }),
    shippedAt: dateTime(label('发货时间', '出貨時間', 'Shipped at'), { optional: true }),
    daysToShip: daysBetween(label('发货天数', '出貨天數', 'Days to ship'), 'orderedAt', 'shippedAt'),
    shippedLate: after(
      label('晚于要求交期发货', '晚於要求交期出貨', 'Shipped late'),
      'shippedAt',
      'requiredAt',
      label('发货时间晚于要求交期', '出貨時間晚於要求交期', 'Shipped after the required date'),
    ),
    returned: bool(label('已退货', '已退貨', 'Returned')),
    country: text(label('国家', '國家', 'Country'), { optional: true, max: 60 }),
    province: text(label('省份', '省份', 'Province'), { optional: true, max: 60 }),
    city: text(label('城市', '城市', 'City'), { optional: true, max: 60 }),
    shippingMode: text(label('配送方式', '配送方式', 'Shipping mode'), {
      optional: true,
      max: 40,
      codeList: 'shippingMode',
    }),
    shipper: text(label('承运商', '承運商', 'Shipper'), { optional: true, max: 80 }),
    freight: decimal(label('运费', '運費', 'Freight'), { optional: true, money: true, min: 0 }),
    total: decimal(label('订单金额', '訂單金額', 'Total'), {
      money: true,
      note: label(
        '各行金额之和，不含运费',
        '各行金額之和，不含運費',
        'Sum of the line amounts, without freight',
      ),
    }),
    profit: decimal(label('利润', '利潤', 'Profit'), { optional: true, money: true }),
  },
});
export type OrderRow = RowOf<typeof order>;

/** A line of an order; amounts keep four decimals and are rounded only when shown. */
export const orderLine = kind('OrderLine', {
  plural: 'orderLines',
  table: 'order_line',
  department: 'key-accounts',
  subject: 'order',
  partOf: 'order',
  label: label('订单明细', '訂單明細', 'Order line'),
  title: 'lineNo',
  importable: true,
  defaultOrder: [{ field: 'id', direction: 'ASC' }],
  fields: {
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      required: true,
      inverse: 'lines',
      inverseLabel: label('明细', '明細', 'Lines'),
    }),
    lineNo: integer(label('行号', '行號', 'Line no.'), { min: 0 }),
    product: toOne('Product', label('产品', '產品', 'Product'), { inverse: 'orderLines' }),
    quantity: decimal(label('数量', '數量', 'Quantity'), { scale: 3, min: 0 }),
    unitPrice: decimal(label('单价', '單價', 'Unit price'), { money: true, min: 0 }),
    discount: rate(label('折扣', '折扣', 'Discount'), {
      min: 0,
      note: label('0.2 即减价百分之二十', '0.2 即減價百分之二十', '0.2 means 20 % off'),
    }),
    grossAmount: times(
      label('折前金额', '折前金額', 'Amount before discount'),
      'unitPrice',
      'quantity',
      label('单价 × 数量', '單價 × 數量', 'Unit price × quantity'),
    ),
    amount: decimal(label('金额', '金額', 'Amount'), { money: true }),
    profit: decimal(label('利润', '利潤', 'Profit'), { optional: true, money: true }),
    spec: text(label('规格', '規格', 'Specification'), { optional: true, max: 120 }),
    shippedQuantity: decimal(label('已发数量', '已出數量', 'Shipped quantity'), {
      optional: true,
      scale: 3,
      min: 0,
    }),
    returnedQuantity: decimal(label('退货数量', '退貨數量', 'Returned quantity'), {
      optional: true,
      scale: 3,
      min: 0,
    }),
  },
});
export type OrderLineRow = RowOf<typeof orderLine>;

/** What is sold. Product numbers are what people say; they need not be unique. */
export const product = kind('Product', {
  plural: 'products',
  table: 'product',
  department: 'key-accounts',
  subject: 'product',
  label: label('产品', '產品', 'Product'),
  title: 'name',
  importable: true,
  defaultOrder: [{ field: 'productNo', direction: 'ASC' }],
  fields: {
    productNo: text(label('产品编号', '產品編號', 'Product no.'), { max: 60, searchable: true }),
    name: text(label('产品名称', '產品名稱', 'Name'), { max: 200, searchable: true, sorted: true }),
    category: text(label('类别', '類別', 'Category'), { optional: true, max: 60 }),
    subcategory: text(label('子类别', '子類別', 'Subcategory'), { optional: true, max: 60 }),
    supplier: text(label('供应商', '供應商', 'Supplier'), { optional: true, max: 120 }),
    unit: text(label('单位', '單位', 'Unit'), { optional: true, max: 40 }),
    listPrice: decimal(label('标价', '標價', 'List price'), { optional: true, money: true, min: 0 }),
    active: bool(label('在售', '在售', 'Active')),
  },
});
export type ProductRow = RowOf<typeof product>;
