import type { MigrationStep } from '@kehu/database/migrations';

/** What the workflow adds to orders that so far were sales history; all of it empty for those. */
const added: Readonly<Record<string, readonly string[]>> = {
  sales_order: [
    'erp_no VARCHAR(60) NULL',
    'erp_no_folded VARCHAR(60) NULL',
    'customer_ref VARCHAR(60) NULL',
    'customer_ref_folded VARCHAR(60) NULL',
    'phase VARCHAR(40) NULL',
    'contract_id BIGINT NULL',
    'dealer_id BIGINT NULL',
    'responsible_id BIGINT NULL',
    'responsible_department_id BIGINT NULL',
    'state_since DATETIME(3) NULL',
    'held_from VARCHAR(40) NULL',
    'hold_reason VARCHAR(500) NULL',
    'cancel_reason VARCHAR(500) NULL',
    'order_version INT NULL',
    'confirmed_at DATETIME(3) NULL',
    'delivered_at DATETIME(3) NULL',
    'completed_at DATETIME(3) NULL',
    'tax_mode VARCHAR(40) NULL',
    'tax_total DECIMAL(18,4) NULL',
    'payment_days INT NULL',
    'payable_on DATE NULL',
    'paid_total DECIMAL(18,4) NULL',
    'invoiced_total DECIMAL(18,4) NULL',
    'open_quantity DECIMAL(18,3) NULL',
    'shipped_lines INT NULL',
    'late_milestones INT NULL',
    'next_milestone_on DATE NULL',
    'consignee VARCHAR(60) NULL',
    'delivery_address VARCHAR(300) NULL',
    'delivery_phone_cipher VARBINARY(320) NULL',
    'delivery_phone_hash VARBINARY(33) NULL',
    'delivery_phone_mask VARCHAR(40) NULL',
    'remark VARCHAR(2000) NULL',
  ],
  assigned_task: ['visit_id BIGINT NULL'],
  order_line: [
    'grade VARCHAR(40) NULL',
    'unit VARCHAR(20) NULL',
    'tolerance DOUBLE NULL',
    'tax_rate DOUBLE NULL',
    'tax_amount DECIMAL(18,4) NULL',
    'price_basis VARCHAR(40) NULL',
    'delivered_quantity DECIMAL(18,3) NULL',
    'delivered_at DATETIME(3) NULL',
    'removed TINYINT(1) NULL',
  ],
};

const keys: Readonly<Record<string, readonly string[]>> = {
  sales_order: [
    'KEY sales_order_promised (state, promised_at)',
    'KEY sales_order_responsible (responsible_id, state)',
    'KEY sales_order_department (responsible_department_id, state)',
    'KEY sales_order_contract_id (contract_id)',
    'KEY sales_order_dealer_id (dealer_id)',
    'KEY sales_order_erp (erp_no)',
  ],
  assigned_task: ['KEY assigned_task_visit_id (visit_id)'],
};

/** Adds in one statement what a table lacks; run again it adds nothing. */
function addColumns(table: string, columns: readonly string[]): MigrationStep {
  return {
    name: `${table} columns`,
    async run(database) {
      const known = await database.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
        [table],
      );
      const names = new Set(known.map(({ name }) => name));
      const missing = columns.filter((column) => !names.has(column.split(' ')[0] ?? ''));
      if (missing.length > 0)
        await database.query(
          `ALTER TABLE ${table} ${missing.map((column) => `ADD COLUMN ${column}`).join(', ')}`,
        );
    },
  };
}

function addKeys(table: string, wanted: readonly string[]): MigrationStep {
  return {
    name: `${table} keys`,
    async run(database) {
      const known = await database.query<{ name: string }>(
        'SELECT DISTINCT index_name AS name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?',
        [table],
      );
      const names = new Set(known.map(({ name }) => name));
      const missing = wanted.filter((key) => !names.has(key.split(' ')[1] ?? ''));
      if (missing.length > 0)
        await database.query(`ALTER TABLE ${table} ${missing.map((key) => `ADD ${key}`).join(', ')}`);
    },
  };
}

export const orderColumns: readonly MigrationStep[] = [
  ...Object.entries(added).map(([table, columns]) => addColumns(table, columns)),
  ...Object.entries(keys).map(([table, wanted]) => addKeys(table, wanted)),
];
