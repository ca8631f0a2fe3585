import type { Migration } from '@kehu/database/migrations';

/** Timers: what is due when, and which of it has taken effect. */
export const clockTables: Migration = {
  id: '0006-clock',
  steps: [
    {
      name: 'timer',
      sql: `CREATE TABLE IF NOT EXISTS timer (
      kind VARCHAR(40) NOT NULL,
      record_id BIGINT NOT NULL,
      rule VARCHAR(40) NOT NULL,
      due_at DATETIME(3) NOT NULL,
      running TINYINT(1) NOT NULL,
      content JSON NULL,
      lease_holder CHAR(36) NULL,
      lease_until DATETIME(3) NOT NULL,
      failures INT NOT NULL,
      PRIMARY KEY (kind, record_id, rule),
      KEY timer_due (running, due_at),
      KEY timer_holder (lease_holder)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'timer_effect',
      sql: `CREATE TABLE IF NOT EXISTS timer_effect (
      kind VARCHAR(40) NOT NULL,
      record_id BIGINT NOT NULL,
      rule VARCHAR(40) NOT NULL,
      due_at DATETIME(3) NOT NULL,
      at DATETIME(3) NOT NULL,
      PRIMARY KEY (kind, record_id, rule, due_at),
      KEY timer_effect_at (at)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
  ],
};
