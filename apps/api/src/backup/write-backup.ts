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
  const key = await keyOf(state, table);
  const order = key.map((column) => `\`${column}\``).join(', ');
  let after: readonly SqlValue[] | null = null;
  let count = 0;
  for (;;) {
    const behind = after === null ? null : behindKey(key, after);
    const rows: Record<string, unknown>[] = await state.query<Record<string, unknown>>(
      `SELECT * FROM \`${table}\`${behind ? ` WHERE ${behind.sql}` : ''} ORDER BY ${order} LIMIT ${batchSize}`,
      behind ? behind.values : [],
    );
    for (const row of rows) await put(columns.map((column) => cellOf(row[column])));
    count += rows.length;
    tell(count);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return count;
    after = key.map((column) => last[column] as SqlValue);
  }
}

/** Everything behind a key, column by column: neither server uses an index for `(a, b) > (?, ?)`. */
export function behindKey(
  key: readonly string[],
  after: readonly SqlValue[],
): { readonly sql: string; readonly values: SqlValue[] } {
  const values: SqlValue[] = [];
  const ways = key.map((column, at) => {
    values.push(...after.slice(0, at + 1));
    const same = key.slice(0, at).map((earlier) => `\`${earlier}\` = ?`);
    return `(${[...same, `\`${column}\` > ?`].join(' AND ')})`;
  });
  return { sql: ways.join(' OR '), values };
}

function readSecrets(home: string): Record<string, string> {
  const folder = join(home, 'secrets');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
