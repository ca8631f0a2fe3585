import type { Migration } from '@kehu/database/migrations';

/** 小票号 of an order: by which the intake of a complaint finds a sale of any store. */
export const receiptNo: Migration = {
  id: '0012-receipt-no',
  steps: [
    {
      name: 'sales_order.receipt_no',
      sql: 'ALTER TABLE sales_order ADD COLUMN IF NOT EXISTS receipt_no VARCHAR(60) NULL',
    },
    {
      name: 'sales_order_receipt_no',
      sql: 'ALTER TABLE sales_order ADD KEY IF NOT EXISTS sales_order_receipt_no (receipt_no)',
    },
  ],
};
