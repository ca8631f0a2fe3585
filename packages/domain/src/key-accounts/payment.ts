import { date, dateTime, decimal, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const paymentMethod = vocabulary('PaymentMethod', {
  TRANSFER: label('银行转账', '銀行轉帳', 'Bank transfer'),
  DRAFT: label('承兑汇票', '承兌匯票', 'Bank draft'),
  CASH: label('现金', '現金', 'Cash'),
  ONLINE: label('线上支付', '線上支付', 'Online'),
  OFFSET: label('抵扣', '抵扣', 'Set off'),
});

/** Money received 回款, recorded by finance or imported; booked against orders by its allocations. */
export const payment = kind('Payment', {
  plural: 'payments',
  table: 'payment',
  department: 'key-accounts',
  subject: 'payment',
  label: label('回款', '收款', 'Payment received'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'receivedOn', direction: 'DESC' }],
  fields: {
    no: text(label('回款编号', '收款編號', 'No.'), { max: 40, searchable: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), {
      required: true,
      inverse: 'payments',
      inverseLabel: label('回款', '收款', 'Payments'),
    }),
    amount: decimal(label('金额', '金額', 'Amount'), { money: true, min: 0 }),
    unallocated: decimal(label('未核销', '未沖銷', 'Not yet booked'), { money: true, min: 0, system: true }),
    method: oneOf(label('方式', '方式', 'Method'), paymentMethod),
    receivedOn: date(label('到账日期', '入帳日期', 'Received on')),
    bankRef: text(label('银行流水号', '銀行流水號', 'Bank reference'), { optional: true, max: 60 }),
    erpNo: text(label('ERP 单号', 'ERP 單號', 'ERP no.'), { optional: true, max: 60 }),
    by: toOne('Staff', label('登记人', '登記人', 'Recorded by')),
    at: dateTime(label('登记时间', '登記時間', 'Recorded at')),
    remark: text(label('备注', '備註', 'Remark'), { optional: true, max: 500 }),
  },
});

/** What of a payment settles which order. */
export const paymentAllocation = kind('PaymentAllocation', {
  plural: 'paymentAllocations',
  table: 'payment_allocation',
  department: 'key-accounts',
  subject: 'payment',
  partOf: 'payment',
  label: label('回款核销', '收款沖銷', 'Booking'),
  title: 'amount',
  fields: {
    payment: toOne('Payment', label('回款', '收款', 'Payment'), {
      required: true,
      inverse: 'allocations',
      inverseLabel: label('核销', '沖銷', 'Bookings'),
    }),
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      required: true,
      inverse: 'paymentAllocations',
      inverseLabel: label('回款', '收款', 'Payments'),
    }),
    amount: decimal(label('金额', '金額', 'Amount'), { money: true, min: 0 }),
    by: toOne('Staff', label('核销人', '沖銷人', 'Booked by')),
    at: dateTime(label('核销时间', '沖銷時間', 'Booked at')),
  },
});

export const invoiceState = vocabulary('InvoiceState', {
  ISSUED: label('已开具', '已開立', 'Issued'),
  VOID: label('已作废', '已作廢', 'Void'),
});

/** An invoice of an order, with the number under which tax knows it. */
export const invoice = kind('Invoice', {
  plural: 'invoices',
  table: 'invoice',
  department: 'key-accounts',
  subject: 'invoice',
  label: label('发票', '發票', 'Invoice'),
  title: 'no',
  importable: true,
  defaultOrder: [{ field: 'issuedOn', direction: 'DESC' }],
  fields: {
    no: text(label('发票号码', '發票號碼', 'Invoice no.'), { max: 40, searchable: true }),
    order: toOne('Order', label('订单', '訂單', 'Order'), {
      required: true,
      inverse: 'invoices',
      inverseLabel: label('发票', '發票', 'Invoices'),
    }),
    state: oneOf(label('状态', '狀態', 'State'), invoiceState),
    amount: decimal(label('价税合计', '價稅合計', 'Amount with tax'), { money: true, min: 0 }),
    tax: decimal(label('税额', '稅額', 'Tax'), { money: true, min: 0 }),
    issuedOn: date(label('开票日期', '開立日期', 'Issued on')),
    by: toOne('Staff', label('登记人', '登記人', 'Recorded by')),
    at: dateTime(label('登记时间', '登記時間', 'Recorded at')),
    voidReason: text(label('作废原因', '作廢原因', 'Why void'), { optional: true, max: 300 }),
  },
});
