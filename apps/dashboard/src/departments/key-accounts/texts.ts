import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../../app/texts';

export const keyAccountTexts = {
  department: label('大客户与订单', '大客戶與訂單', 'Key accounts'),
  orders: label('订单', '訂單', 'Orders'),
  products: label('产品', '產品', 'Products'),
  orderLines: label('订单明细', '訂單明細', 'Order lines'),
  lines: label('明细', '明細', 'Lines'),
  order: label('订单 %{no}', '訂單 %{no}', 'Order %{no}'),
  facts: label('订单资料', '訂單資料', 'Order'),
  sums: label(
    '金额 %{total} · 运费 %{freight}',
    '金額 %{total} · 運費 %{freight}',
    'Amount %{total} · freight %{freight}',
  ),
  lineSum: label(
    '%{n} 行，金额合计 %{amount}',
    '%{n} 列，金額合計 %{amount}',
    '%{n} lines, %{amount} in all',
  ),
  delivery: label('客户电话', '客戶電話', "Customer's phone"),
  soldTo: label('购买情况', '購買情況', 'Sales'),
  soldHint: label('近 12 个月销售金额', '近 12 個月銷售金額', 'Sales of the last 12 months'),
  soldAll: label(
    '共 %{n} 行订单明细，数量 %{quantity}，金额 %{amount}',
    '共 %{n} 列訂單明細，數量 %{quantity}，金額 %{amount}',
    '%{n} order lines, quantity %{quantity}, amount %{amount}',
  ),
  month: label('月份', '月份', 'Month'),
  late: label('晚于要求交期发货', '晚於要求交期出貨', 'Shipped late'),
  returned: label('已退货', '已退貨', 'Returned'),
} satisfies Texts;
