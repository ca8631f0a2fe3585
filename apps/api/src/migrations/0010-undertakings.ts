import type { Migration } from '@kehu/database/migrations';

/** Undertakings to customers (F7) and what makes a case severe, as codes that can be counted (D1.3). */
export const undertakings: Migration = {
  id: '0010-undertakings',
  steps: [
    {
      name: 'assigned_task.undertaking',
      sql: 'ALTER TABLE assigned_task ADD COLUMN IF NOT EXISTS undertaking TINYINT(1) NOT NULL DEFAULT 0',
    },
    {
      name: 'assigned_task_undertaking',
      sql: 'ALTER TABLE assigned_task ADD KEY IF NOT EXISTS assigned_task_undertaking (complaint_id, undertaking, state)',
    },
    {
      name: 'complaint_trigger',
      sql: `CREATE TABLE IF NOT EXISTS complaint_trigger (
      id BIGINT NOT NULL,
      complaint_id BIGINT NOT NULL,
      type VARCHAR(40) NOT NULL,
      by_id BIGINT NULL,
      at DATETIME(3) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      UNIQUE KEY complaint_trigger_once (complaint_id, type),
      FOREIGN KEY (complaint_id) REFERENCES complaint (id),
      KEY complaint_trigger_by_id (by_id),
      KEY complaint_trigger_type (type)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
  ],
};
