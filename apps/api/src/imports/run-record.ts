import { randomUUID } from 'node:crypto';
import type { Database, Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import type { Actor } from '@kehu/domain/access/actor';
import { importRowError, importRun } from '@kehu/domain/administration/data-runs';
import { writeAudit } from '../commands/audit.js';
import { insertRows } from '../records/bulk.js';
import type { FieldCodec } from '../records/codec.js';
import type { RecordRow } from '../records/encode.js';
import { sqlTime } from './bulk-update.js';
import type { BadRow } from './check-pass.js';

/** The run in the database: who imports what, and what comes of it. */
export interface RunRecord {
  readonly id: string;
  /** Writes the outcome; on a transaction's connection it holds exactly when the transaction does. */
  finish(connection: Queryable, outcome: RecordRow, bad: readonly BadRow[]): Promise<void>;
  /** Says that the run is alive; throws when another one has taken over. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** Somebody is importing with the same profile. */
export class ImportBusyError extends Error {
  constructor(readonly profile: string) {
    super(`Another import of ${profile} is running.`);
    this.name = 'ImportBusyError';
  }
}

const leaseSeconds = 60;

export interface RunStart {
  readonly profile: string;
  readonly files: readonly string[];
  readonly staffId: string | null;
  readonly via: Actor['via'];
  readonly dryRun: boolean;
}

/**
 * Takes the lease of a profile and records the run. A run of the same profile that says it is running
 * although nobody holds its lease was broken off: it is marked as failed; whatever it committed will be
 * found unchanged by this one.
 */
export async function startRun(
  deps: { database: Database; ids: IdBlocks; codec: FieldCodec; auditSecret: Buffer; now: () => Date },
  start: RunStart,
): Promise<RunRecord> {
  const { database, ids, codec, auditSecret, now } = deps;
  const lease = `import:${start.profile}`.slice(0, 40);
  const holder = randomUUID();
  const until = () => sqlTime(new Date(now().getTime() + leaseSeconds * 1000));
  await database.change('INSERT IGNORE INTO job_lease (name, holder, lease_until) VALUES (?, ?, ?)', [
    lease,
    '',
    '2000-01-01 00:00:00.000',
  ]);
  const { affectedRows } = await database.change(
    'UPDATE job_lease SET holder = ?, lease_until = ? WHERE name = ? AND lease_until < ?',
    [holder, until(), lease, sqlTime(now())],
  );
  if (affectedRows !== 1) throw new ImportBusyError(start.profile);
  await database.change(
    `UPDATE import_run SET state = 'FAILED', message = 'interrupted', finished_at = ?, version = version + 1
     WHERE profile = ? AND state = 'RUNNING'`,
    [sqlTime(now()), start.profile],
  );
  const id = await ids.next();
  const zero = { rowsRead: 0, rowsCreated: 0, rowsChanged: 0, rowsUnchanged: 0, rowsBad: 0 };
  const row = { ...start, ...zero, id, state: 'RUNNING', startedAt: now() };
  await insertRows(database, importRun, [row], codec, now());
  return {
    id,
    async finish(connection, outcome, bad) {
      // Whatever was said of the progress is over; a failure brings its own words.
      const columns = Object.entries({ message: null, ...outcome });
      await connection.change(
        `UPDATE import_run SET ${columns.map(([name]) => `${snake(name)} = ?`).join(', ')}, finished_at = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
        [...columns.map(([, value]) => value as string | number | null), sqlTime(now()), sqlTime(now()), id],
      );
      await writeAudit(connection, auditSecret, await ids.next(), {
        at: now(),
        actorId: start.staffId,
        via: start.via,
        action: start.dryRun ? 'tryImport' : 'import',
        entity: importRun.name,
        entityId: id,
        after: { profile: start.profile, files: start.files, ...outcome },
        ip: null,
        requestId: null,
      });
      if (bad.length === 0) return;
      const errorIds = await ids.take(bad.length);
      const rows = bad.map((found, index) => ({
        id: errorIds[index],
        runId: id,
        file: placeOf(found),
        rowNo: found.rowNo,
        columnName: found.column?.slice(0, 120) ?? null,
        value: found.value?.slice(0, 200) ?? null,
        reason: found.problem.message,
        detail: { ...found.problem.values, ...(found.columnNo ? { column: found.columnNo } : {}) },
      }));
      await insertRows(connection, importRowError, rows, codec, now());
    },
    async renew() {
      const { affectedRows: held } = await database.change(
        'UPDATE job_lease SET lease_until = ? WHERE name = ? AND holder = ?',
        [until(), lease, holder],
      );
      if (held !== 1) throw new ImportBusyError(start.profile);
    },
    async release() {
      await database.change('UPDATE job_lease SET lease_until = ? WHERE name = ? AND holder = ?', [
        sqlTime(now()),
        lease,
        holder,
      ]);
    },
  };
}

/** `orders.xlsx [Sheet1]`. */
export function placeOf({ file, sheet }: Pick<BadRow, 'file' | 'sheet'>): string {
  return (sheet === null ? file : `${file} [${sheet}]`).slice(0, 200);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
