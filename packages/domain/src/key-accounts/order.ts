import {
  after,
  bool,
  date,
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
import { orderState, priceBasis } from './order-vocabularies.js';
import { responsibilityPhase, taxMode } from './vocabularies.js';

/** An order (dossier C5, D5, R3.2). Orders of other systems come in completed; others go through the workflow. */
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
    erpNo: text(label('ERP 单号', 'ERP 單號', 'ERP no.'), { optional: true, max: 60, searchable: true }),
    customerRef: text(label('客户订单号', '客戶訂單號', "Customer's reference"), {
      optional: true,
      max: 60,
      searchable: true,
    }),
    phase: oneOf(label('责任阶段', '責任階段', 'Phase'), responsibilityPhase, {
      optional: true,
      system: true,
      note: label(
        '随大客户；决定由谁负责该订单',
        '隨大客戶；決定由誰負責該訂單',
        'The phase of the account; decides who is accountable for the order (R3.2)',
      ),
    }),
    contract: toOne('Contract', label('合同', '合約', 'Contract'), {
      inverse: 'orders',
      inverseLabel: label('订单', '訂單', 'Orders'),
    }),
    dealer: toOne('Dealer', label('经销商', '經銷商', 'Dealer'), {
      inverse: 'orders',
      inverseLabel: label('订单', '訂單', 'Orders'),
    }),
    responsible: toOne('Staff', label('跟单责任人', '跟單責任人', 'Responsible'), {
      inverse: 'responsibleOrders',
      inverseLabel: label('负责的订单', '負責的訂單', 'Orders to follow up'),
    }),
    responsibleDepartment: toOne('Department', label('责任部门', '責任部門', 'Responsible department'), {
      inverse: 'responsibleOrders',
      inverseLabel: label('负责的订单', '負責的訂單', 'Orders to follow up'),
    }),
    stateSince: dateTime(label('状态开始', '狀態開始', 'State since'), { optional: true, system: true }),
    heldFrom: oneOf(label('暂停前状态', '暫停前狀態', 'State before the hold'), orderState, {
      optional: true,
      system: true,
    }),
    holdReason: text(label('暂停原因', '暫停原因', 'Why on hold'), { optional: true, max: 500 }),
    cancelReason: text(label('取消原因', '取消原因', 'Why cancelled'), { optional: true, max: 500 }),
    orderVersion: integer(label('订单版次', '訂單版次', 'Version of the order'), {
      optional: true,
      min: 1,
      system: true,
    }),
    confirmedAt: dateTime(label('确认时间', '確認時間', 'Confirmed at'), { optional: true, system: true }),
    deliveredAt: dateTime(label('送达时间', '送達時間', 'Delivered at'), { optional: true, system: true }),
    completedAt: dateTime(label('完成时间', '完成時間', 'Completed at'), { optional: true, system: true }),
    taxMode: oneOf(label('含税方式', '含稅方式', 'Tax mode'), taxMode, { optional: true }),
    taxTotal: decimal(label('税额', '稅額', 'Tax'), { optional: true, money: true, system: true }),
    paymentDays: integer(label('账期（天）', '帳期（天）', 'Payment term in days'), {
      optional: true,
      min: 0,
    }),
    payableOn: date(label('应收日期', '應收日期', 'Payable on'), { optional: true, system: true }),
    paidTotal: decimal(label('已回款', '已收款', 'Paid'), {
      optional: true,
      money: true,
      system: true,
      note: label('由回款核销汇总', '由收款沖銷彙總', 'Sum of the payments booked against the order'),
    }),
    invoicedTotal: decimal(label('已开票', '已開票', 'Invoiced'), {
      optional: true,
      money: true,
      system: true,
    }),
    openQuantity: decimal(label('未发数量', '未出數量', 'Open quantity'), {
      optional: true,
      scale: 3,
      system: true,
      note: label('各行订购减已发之和', '各行訂購減已出之和', 'Ordered less shipped over all lines'),
    }),
    shippedLines: integer(label('已发齐行数', '已出齊行數', 'Lines fully shipped'), {
      optional: true,
      min: 0,
      system: true,
    }),
    lateMilestones: integer(label('逾期节点', '逾期節點', 'Late milestones'), {
      optional: true,
      min: 0,
      system: true,
    }),
    nextMilestoneOn: date(label('下一节点', '下一節點', 'Next milestone on'), {
      optional: true,
      system: true,
    }),
    consignee: text(label('收货人', '收貨人', 'Consignee'), { optional: true, max: 60, protection: 'name' }),
    deliveryAddress: text(label('收货地址', '收貨地址', 'Delivery address'), {
      optional: true,
      max: 300,
      protection: 'identifier',
      mask: 'address',
    }),
    deliveryPhone: text(label('收货电话', '收貨電話', 'Delivery phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    remark: text(label('备注', '備註', 'Remark'), { optional: true, max: 2000 }),
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
    grade: text(label('等级', '等級', 'Grade'), { optional: true, max: 40, codeList: 'productGrade' }),
    unit: text(label('单位', '單位', 'Unit'), { optional: true, max: 20, codeList: 'unit' }),
    tolerance: rate(label('数量允差', '數量允差', 'Tolerance of quantity'), {
      optional: true,
      min: 0,
      note: label(
        '0.05 即可多发或少发百分之五',
        '0.05 即可多出或少出百分之五',
        '0.05 means five percent more or less may be shipped',
      ),
    }),
    taxRate: rate(label('税率', '稅率', 'Tax rate'), { optional: true, min: 0 }),
    taxAmount: decimal(label('税额', '稅額', 'Tax'), { optional: true, money: true, system: true }),
    priceBasis: oneOf(label('价格依据', '價格依據', 'Price from'), priceBasis, { optional: true }),
    deliveredQuantity: decimal(label('已签收数量', '已簽收數量', 'Delivered quantity'), {
      optional: true,
      scale: 3,
      min: 0,
      system: true,
    }),
    deliveredAt: dateTime(label('签收时间', '簽收時間', 'Delivered at'), { optional: true, system: true }),
    removed: bool(label('已作废', '已作廢', 'Struck out'), { optional: true, system: true }),
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
