import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Queryable } from '@kehu/database/connection';
import type { SqlValue } from '@kehu/database/pool';
import { headsFile } from '../audit/chain.js';
import type { Services } from '../services.js';
import {
  type BackupEnd,
  type BackupHeader,
  cellOf,
  LineDigest,
  passingTables,
  type TableLine,
} from './format.js';

const batchSize = 2000;

export interface BackupOptions {
  readonly file: string;
  readonly withSecrets: boolean;
  readonly onProgress?: (table: string, rows: number) => void;
}

/**
 * Writes a backup of one unchanging state of the database: gzip of JSON lines with row counts and a digest.
 * It grows under another name and gets its own at the end, so that a broken-off one is never taken for whole.
 * Identifiers stay encrypted in it: without the secrets nobody reads them.
 */
export async function writeBackup(
  services: Pick<Services, 'database' | 'clock' | 'settings'>,
  options: BackupOptions,
): Promise<BackupEnd['rows']> {
  const { database, clock, settings } = services;
  const draft = `${options.file}.part`;
  const zip = createGzip({ level: 6 });
  const out = createWriteStream(draft, { mode: 0o600 });
  const written = finished(out);
  written.catch(() => {});
  zip.pipe(out);
  zip.on('error', (error) => out.destroy(error));
  const digest = new LineDigest();
  const put = async (line: object) => {
    const text = JSON.stringify(line);
    digest.add(text);
    if (!zip.write(`${text}\n`)) await Promise.race([once(zip, 'drain'), written]);
  };
  const rows: Record<string, number> = {};
  await database.snapshot(async (state) => {
    const header: BackupHeader = {
      kehuBackup: 1,
      at: clock.now().toISOString(),
      schema: await schemaOf(state),
      auditHeads: existsSync(headsFile(settings.home)) ? readFileSync(headsFile(settings.home), 'utf8') : '',
      secrets: options.withSecrets ? readSecrets(settings.home) : null,
    };
    await put(header);
    for (const table of await tablesOf(state)) {
      rows[table] = await dumpTable(state, table, put, (count) => options.onProgress?.(table, count));
    }
  });
  const end: BackupEnd = { end: true, rows, sha256: digest.end() };
  zip.end(`${JSON.stringify(end)}\n`);
  await written;
  renameSync(draft, options.file);
  return rows;
}

/** The steps of the migrations that a database has. */
export async function schemaOf(database: Queryable): Promise<string[]> {
  const steps = await database.query<{ migration: string; step: string }>(
    'SELECT migration, step FROM schema_step ORDER BY migration, step',
  );
  return steps.map(({ migration, step }) => `${migration} ${step}`);
}

/** Tables that are backed up. */
export async function tablesOf(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
  );
  return rows.map(({ name }) => name).filter((name) => !passingTables.has(name));
}

/** The columns of the primary key, in their order. */
async function keyOf(database: Queryable, table: string): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.key_column_usage
     WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = 'PRIMARY' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function dumpTable(
  state: Queryable,
  table: string,
  put: (line: object) => Promise<void>,
  tell: (rows: number) => void,
): Promise<number> {
  const columns = (
    await state.query<{ name: string }>(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position',
      [table],
    )
  ).map(({ name }) => name);
  const line: TableLine = { table, columns };
  await put(line);
  const [key = '', ...more] = await keyOf(state, table);
  if (more.length > 0)
    throw new Error(`The table ${table} has a key of several columns; the backup cannot page it.`);
  let after: SqlValue | undefined;
  let count = 0;
  for (;;) {
    const rows = await state.query<Record<string, unknown>>(
      `SELECT * FROM \`${table}\`${after === undefined ? '' : ` WHERE \`${key}\` > ?`} ORDER BY \`${key}\` LIMIT ${batchSize}`,
      after === undefined ? [] : [after],
    );
    for (const row of rows) await put(columns.map((column) => cellOf(row[column])));
    count += rows.length;
    tell(count);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return count;
    after = last[key] as SqlValue;
  }
}

function readSecrets(home: string): Record<string, string> {
  const folder = join(home, 'secrets');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
