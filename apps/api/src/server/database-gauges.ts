import type { Database } from '@kehu/database/connection';
import type { Clock } from '../clock.js';
import { outboxLag } from '../notify/forget-sent.js';
import { timerLag } from '../timers/claim.js';
import type { Gauge } from './metrics.js';

/** What the database side of the server measures: waiting for connections, audit entries not yet sealed, timers and messages that are late. */
export function databaseGauges(database: Database, clock: Clock): Gauge[] {
  return [
    {
      name: 'kehu_pool_acquired_total',
      help: 'Times that a database connection was asked for.',
      read: () => database.waits().count,
    },
    {
      name: 'kehu_pool_wait_seconds_total',
      help: 'Time spent waiting for a free database connection.',
      read: () => database.waits().milliseconds / 1000,
    },
    {
      name: 'kehu_audit_unsealed',
      help: 'Audit entries that the chain does not hold yet; -1 while the database is away.',
      read: () => unsealed(database),
    },
    {
      name: 'kehu_timer_lag_seconds',
      help: 'How late the oldest timer that is due is; -1 while the database is away.',
      read: () => timerLag(database, clock.now()).catch(() => -1),
    },
    {
      name: 'kehu_outbox_lag_seconds',
      help: 'How late the oldest message that is due to go out is; -1 while the database is away.',
      read: () => outboxLag(database, clock.now()).catch(() => -1),
    },
  ];
}

async function unsealed(database: Database): Promise<number> {
  try {
    const [row] = await database.query<{ waiting: string | number }>(
      `SELECT COUNT(*) AS waiting FROM audit_entry e
       WHERE e.id > (SELECT COALESCE(MAX(entry_id), 0) FROM audit_seal) - 1000
         AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)`,
    );
    return Number(row?.waiting ?? 0);
  } catch {
    return -1;
  }
}
