import type { MigrationStep } from '@kehu/database/migrations';

/** The files of one kind of record; they end with it. */
const files = (table: string, parent: string, of: string): MigrationStep => ({
  name: table,
  sql: `CREATE TABLE IF NOT EXISTS ${table} (
      id BIGINT NOT NULL,
      ${parent}_id BIGINT NOT NULL,
      file_name VARCHAR(200) NOT NULL,
      mime VARCHAR(80) NOT NULL,
      size INT NOT NULL,
      sha256 VARCHAR(64) NOT NULL,
      personal TINYINT(1) NOT NULL,
      uploaded_by_id BIGINT NULL,
      uploaded_at DATETIME(3) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      KEY ${table}_${parent}_id (${parent}_id),
      FOREIGN KEY (${parent}_id) REFERENCES ${of} (id),
      KEY ${table}_uploaded_by_id (uploaded_by_id),
      KEY ${table}_sha256 (sha256)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
});

/** Papers of contracts, visits, deliveries, technical support and expenses. */
export const fileTables: readonly MigrationStep[] = [
  files('contract_file', 'contract', 'contract'),
  files('visit_file', 'visit', 'customer_visit'),
  files('shipment_file', 'shipment', 'shipment'),
  files('support_file', 'request', 'tech_support_request'),
  files('expense_file', 'expense', 'expense_claim'),
];
