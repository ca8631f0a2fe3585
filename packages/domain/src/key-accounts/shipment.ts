import { date, dateTime, decimal, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

/** States of a shipment (D5). */
export const shipmentState = vocabulary('ShipmentState', {
  PLANNED: label('已安排', '已安排', 'Planned'),
  PICKED: label('已拣货', '已揀貨', 'Picked'),
  DISPATCHED: label('已发出', '已出貨', 'Dispatched'),
  IN_TRANSIT: label('在途', '運送中', 'In transit'),
  ARRIVED: label('已到达', '已到達', 'Arrived'),
  SIGNED: label('已签收', '已簽收', 'Signed for'),
  PARTLY_SIGNED: label('部分签收', '部分簽收', 'Partly signed for'),
  REFUSED: label('拒收', '拒收', 'Refused'),
  EXCEPTION: label('异常', '異常', 'Exception'),
  CLOSED: label('已结束', '已結束', 'Closed'),
  CANCELLED: label('已取消', '已取消', 'Cancelled'),
});
export type ShipmentState = CodeOf<typeof shipmentState>;

export const exceptionKind = vocabulary('ShipmentExceptionKind', {
  DELAY: label('延误', '延誤', 'Delay'),
  DAMAGE: label('货损', '貨損', 'Damage'),
  LOSS: label('丢失', '遺失', 'Loss'),
  SHORT: label('短少', '短少', 'Short'),
});

/** A shipment of an order (dossier C5): one of several; each line's quantity stands in its lines. */
export const shipment = kind('Shipment', {
  plural: 'shipments',
  table: 'shipment',
  department: 'key-accounts',
  subject: 'shipment',
  label: label('发运单', '出貨單', 'Shipment'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'no', direction: 'DESC' }],
  fields: {
    no: text(label('发运单号', '出貨單號', 'Shipment no.'), { max: 40, searchable: true }),
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      required: true,
      inverse: 'shipments',
      inverseLabel: label('发运', '出貨', 'Shipments'),
    }),
    state: oneOf(label('状态', '狀態', 'State'), shipmentState),
    stateSince: dateTime(label('状态开始', '狀態開始', 'State since'), { system: true }),
    heldFrom: oneOf(label('异常前状态', '異常前狀態', 'State before the exception'), shipmentState, {
      optional: true,
      system: true,
    }),
    plannedOn: date(label('计划发货', '計畫出貨', 'Planned on')),
    carrier: text(label('承运商', '承運商', 'Carrier'), { optional: true, max: 80, codeList: 'carrier' }),
    waybillNo: text(label('运单号', '運單號', 'Waybill no.'), { optional: true, max: 60, searchable: true }),
    consignee: text(label('收货人', '收貨人', 'Consignee'), { optional: true, max: 60, protection: 'name' }),
    address: text(label('收货地址', '收貨地址', 'Address'), {
      optional: true,
      max: 300,
      protection: 'identifier',
      mask: 'address',
    }),
    phone: text(label('收货电话', '收貨電話', 'Phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    packages: integer(label('件数', '件數', 'Packages'), { optional: true, min: 0 }),
    freight: decimal(label('运费', '運費', 'Freight'), { optional: true, scale: 2, money: true, min: 0 }),
    dispatchedAt: dateTime(label('发出时间', '出貨時間', 'Dispatched at'), { optional: true }),
    eta: date(label('预计到达', '預計到達', 'Expected on'), { optional: true }),
    arrivedAt: dateTime(label('到达时间', '到達時間', 'Arrived at'), { optional: true }),
    signedAt: dateTime(label('签收时间', '簽收時間', 'Signed for at'), { optional: true }),
    signedBy: text(label('签收人', '簽收人', 'Signed for by'), {
      optional: true,
      max: 60,
      protection: 'name',
    }),
    refusedReason: text(label('拒收原因', '拒收原因', 'Why refused'), { optional: true, max: 500 }),
    logistician: toOne('Staff', label('物流责任人', '物流責任人', 'Logistics'), { inverse: 'shipments' }),
  },
});
export type ShipmentRow = RowOf<typeof shipment>;

/** How much of an order's line a shipment carries, and what of it was signed for. */
export const shipmentLine = kind('ShipmentLine', {
  plural: 'shipmentLines',
  table: 'shipment_line',
  department: 'key-accounts',
  subject: 'shipment',
  partOf: 'shipment',
  label: label('发运明细', '出貨明細', 'Shipment line'),
  title: 'quantity',
  fields: {
    shipment: toOne('Shipment', label('发运单', '出貨單', 'Shipment'), {
      required: true,
      inverse: 'lines',
      inverseLabel: label('明细', '明細', 'Lines'),
    }),
    orderLine: toOne('OrderLine', label('订单明细', '訂單明細', 'Order line'), {
      required: true,
      inverse: 'shipmentLines',
      inverseLabel: label('发运明细', '出貨明細', 'Shipment lines'),
    }),
    quantity: decimal(label('数量', '數量', 'Quantity'), { scale: 3, min: 0 }),
    signedQuantity: decimal(label('签收数量', '簽收數量', 'Signed for'), {
      optional: true,
      scale: 3,
      min: 0,
    }),
    refusedQuantity: decimal(label('拒收数量', '拒收數量', 'Refused'), { optional: true, scale: 3, min: 0 }),
  },
});

/** Something that went wrong on the way, until it is resolved (D5). */
export const shipmentException = kind('ShipmentException', {
  plural: 'shipmentExceptions',
  table: 'shipment_exception',
  department: 'key-accounts',
  subject: 'shipment',
  partOf: 'shipment',
  label: label('发运异常', '出貨異常', 'Exception'),
  title: 'kind',
  fields: {
    shipment: toOne('Shipment', label('发运单', '出貨單', 'Shipment'), {
      required: true,
      inverse: 'exceptions',
      inverseLabel: label('异常', '異常', 'Exceptions'),
    }),
    kind: oneOf(label('异常类别', '異常類別', 'Kind'), exceptionKind),
    description: text(label('情况', '情況', 'What happened'), { max: 1000 }),
    reportedBy: toOne('Staff', label('报告人', '報告人', 'Reported by')),
    reportedAt: dateTime(label('报告时间', '報告時間', 'Reported at')),
    resolution: text(label('处理结果', '處理結果', 'Resolution'), { optional: true, max: 1000 }),
    resolvedBy: toOne('Staff', label('处理人', '處理人', 'Resolved by')),
    resolvedAt: dateTime(label('处理时间', '處理時間', 'Resolved at'), { optional: true }),
    complaint: toOne('Complaint', label('投诉案件', '投訴案件', 'Complaint'), {
      inverse: 'shipmentExceptions',
    }),
  },
});

/** A step of the shipment's path. */
export const shipmentStep = kind('ShipmentStep', {
  plural: 'shipmentSteps',
  table: 'shipment_step',
  department: 'key-accounts',
  subject: 'shipment',
  partOf: 'shipment',
  label: label('发运步骤', '出貨步驟', 'Shipment step'),
  title: 'act',
  fields: {
    shipment: toOne('Shipment', label('发运单', '出貨單', 'Shipment'), {
      required: true,
      inverse: 'steps',
      inverseLabel: label('步骤', '步驟', 'Steps'),
    }),
    transition: text(label('流转号', '流轉號', 'Transition'), { max: 20 }),
    act: text(label('动作', '動作', 'Act'), { max: 60 }),
    fromState: oneOf(label('原状态', '原狀態', 'From'), shipmentState, { optional: true }),
    toState: oneOf(label('新状态', '新狀態', 'To'), shipmentState),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 1000 }),
    by: toOne('Staff', label('经办人', '經辦人', 'By')),
    onBehalfOf: toOne('Staff', label('代理', '代理', 'On behalf of'), {
      note: label('委托代理时，被代理人', '委託代理時，被代理人', 'Under a delegation: in whose name (B7.7)'),
    }),
    at: dateTime(label('时间', '時間', 'At')),
  },
});

/** What lies in stock of a product; dispatches take from it, never below nothing. */
export const stock = kind('Stock', {
  plural: 'stocks',
  table: 'stock',
  department: 'key-accounts',
  subject: 'product',
  label: label('库存', '庫存', 'Stock'),
  title: 'warehouse',
  importable: true,
  fields: {
    product: toOne('Product', label('产品', '產品', 'Product'), {
      required: true,
      inverse: 'stocks',
      inverseLabel: label('库存', '庫存', 'Stock'),
    }),
    warehouse: text(label('仓库', '倉庫', 'Warehouse'), { max: 60 }),
    onHand: decimal(label('在库', '在庫', 'On hand'), { scale: 3, min: 0 }),
    countedAt: dateTime(label('盘点时间', '盤點時間', 'Counted at'), { optional: true }),
  },
});
