import type { Migration } from '@kehu/database/migrations';

/**
 * What lies behind sign-in and acts: credentials, sessions, token hashes, throttle counters, operation
 * keys, change feed, sequences, audit seals, job leases. None of it is read through the engine; only the
 * log of plainly read customer files is a kind of record.
 */
export const access: Migration = {
  id: '0002-access',
  steps: [
    {
      name: 'credential',
      sql: `CREATE TABLE IF NOT EXISTS credential (
        staff_id BIGINT NOT NULL,
        password_hash VARCHAR(200) NOT NULL,
        must_change TINYINT(1) NOT NULL,
        changed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (staff_id),
        FOREIGN KEY (staff_id) REFERENCES staff (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'session',
      sql: `CREATE TABLE IF NOT EXISTS session (
        id BIGINT NOT NULL,
        token_hash VARBINARY(32) NOT NULL,
        staff_id BIGINT NOT NULL,
        created_at DATETIME(3) NOT NULL,
        last_used_at DATETIME(3) NOT NULL,
        idle_seconds INT NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        revoked_at DATETIME(3) NULL,
        ip VARCHAR(45) NULL,
        PRIMARY KEY (id),
        UNIQUE KEY session_token (token_hash),
        KEY session_staff (staff_id, revoked_at),
        KEY session_expires (expires_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'api_token_secret',
      sql: `CREATE TABLE IF NOT EXISTS api_token_secret (
        token_id BIGINT NOT NULL,
        token_hash VARBINARY(32) NOT NULL,
        PRIMARY KEY (token_id),
        UNIQUE KEY api_token_secret_hash (token_hash),
        FOREIGN KEY (token_id) REFERENCES api_token (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'sign_in_throttle',
      sql: `CREATE TABLE IF NOT EXISTS sign_in_throttle (
        subject VARBINARY(32) NOT NULL,
        failures INT NOT NULL,
        window_start DATETIME(3) NOT NULL,
        blocked_until DATETIME(3) NULL,
        PRIMARY KEY (subject),
        KEY sign_in_throttle_window (window_start)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'operation',
      sql: `CREATE TABLE IF NOT EXISTS operation (
        staff_id BIGINT NOT NULL,
        act VARCHAR(60) NOT NULL,
        op_key VARCHAR(80) NOT NULL,
        input_hash VARBINARY(32) NOT NULL,
        outcome MEDIUMTEXT NOT NULL,
        at DATETIME(3) NOT NULL,
        PRIMARY KEY (staff_id, act, op_key),
        KEY operation_at (at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'change_feed',
      sql: `CREATE TABLE IF NOT EXISTS change_feed (
        id BIGINT NOT NULL,
        kind VARCHAR(40) NOT NULL,
        record_id BIGINT NOT NULL,
        version INT NOT NULL,
        at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        KEY change_feed_at (at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'number_sequence',
      sql: `CREATE TABLE IF NOT EXISTS number_sequence (
        name VARCHAR(40) NOT NULL,
        last_number BIGINT NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      // Seals stand beside the entries, so that both tables only ever grow.
      name: 'audit_seal',
      sql: `CREATE TABLE IF NOT EXISTS audit_seal (
        chain_no BIGINT NOT NULL,
        entry_id BIGINT NOT NULL,
        chain_hash VARCHAR(64) NOT NULL,
        sealed_at DATETIME(3) NOT NULL,
        PRIMARY KEY (chain_no),
        UNIQUE KEY audit_seal_entry (entry_id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'job_lease',
      sql: `CREATE TABLE IF NOT EXISTS job_lease (
        name VARCHAR(40) NOT NULL,
        holder VARCHAR(80) NOT NULL,
        lease_until DATETIME(3) NOT NULL,
        PRIMARY KEY (name)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
    {
      name: 'personal_data_view',
      sql: `CREATE TABLE IF NOT EXISTS personal_data_view (
        id BIGINT NOT NULL,
        staff_id BIGINT NOT NULL,
        customer_id BIGINT NOT NULL,
        \`day\` DATE NOT NULL,
        \`at\` DATETIME(3) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        updated_at DATETIME(3) NOT NULL,
        version INT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY personal_data_view_one (staff_id, customer_id, \`day\`),
        KEY personal_data_view_customer_id (customer_id),
        KEY personal_data_view_at (\`at\`)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    },
  ],
};
