import type { Migration } from '@kehu/database/migrations';

/** Files that were uploaded and that no act has taken yet; afterwards they are attachments of a record. */
export const fileTables: Migration = {
  id: '0008-files',
  steps: [
    {
      name: 'uploaded_file',
      sql: `CREATE TABLE IF NOT EXISTS uploaded_file (
      id BIGINT NOT NULL,
      staff_id BIGINT NOT NULL,
      file_name VARCHAR(200) NOT NULL,
      mime VARCHAR(80) NOT NULL,
      size INT NOT NULL,
      sha256 VARCHAR(64) NOT NULL,
      at DATETIME(3) NOT NULL,
      PRIMARY KEY (id),
      KEY uploaded_file_staff (staff_id, at),
      KEY uploaded_file_at (at),
      KEY uploaded_file_hash (sha256)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'attachment_sha256',
      async run(database) {
        const known = await database.query(
          "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'attachment' AND index_name = 'attachment_sha256'",
        );
        if (known.length === 0)
          await database.query('ALTER TABLE attachment ADD KEY attachment_sha256 (sha256)');
      },
    },
  ],
};
