import type { Migration } from '@kehu/database/migrations';

/** How people take messages out of the house, and of which messages a delivery speaks. */
export const outbox: Migration = {
  id: '0009-outbox',
  steps: [
    {
      name: 'personal_channel',
      sql: `CREATE TABLE IF NOT EXISTS personal_channel (
      id BIGINT NOT NULL,
      staff_id BIGINT NOT NULL,
      channel VARCHAR(40) NOT NULL,
      level VARCHAR(40) NOT NULL,
      address_cipher VARBINARY(320) NULL,
      address_hash VARBINARY(33) NULL,
      address_mask VARCHAR(80) NULL,
      language VARCHAR(10) NULL,
      created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      version INT NOT NULL,
      PRIMARY KEY (id),
      UNIQUE KEY personal_channel_one (staff_id, channel),
      FOREIGN KEY (staff_id) REFERENCES staff (id)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'message_part',
      sql: `CREATE TABLE IF NOT EXISTS message_part (
      delivery_id BIGINT NOT NULL,
      notification_id BIGINT NOT NULL,
      PRIMARY KEY (delivery_id, notification_id),
      KEY message_part_notification (notification_id)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
  ],
};
