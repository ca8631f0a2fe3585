import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { SqlValue } from '@kehu/database/pool';
import { headsFile } from '../audit/chain.js';
import type { Services } from '../services.js';
import { type BackupEnd, type BackupHeader, LineDigest, storedValue, type TableLine } from './format.js';
import { schemaOf, tablesOf } from './write-backup.js';

const batchSize = 500;

/** Why a backup cannot be used; for the operator. */
export class BackupError extends Error {
  constructor(
    readonly key: 'notABackup' | 'damaged' | 'otherRelease' | 'notEmpty' | 'otherSecrets',
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = 'BackupError';
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const zip = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => zip.destroy(error));
  source.pipe(zip);
  try {
    yield* createInterface({ input: zip, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code } = error as { code?: string };
    throw code === 'ENOENT' ? error : new BackupError('damaged', { file: basename(file) });
  }
}

/** Only the first line; throws when the file is no backup. */
export async function readHeader(file: string): Promise<BackupHeader> {
  for await (const line of linesOf(file)) return headerOf(line, file);
  throw new BackupError('notABackup', { file: basename(file) });
}

function headerOf(line: string, file: string): BackupHeader {
  try {
    const header = JSON.parse(line) as BackupHeader;
    if (header.kehuBackup === 1) return header;
  } catch {
    // told below
  }
  throw new BackupError('notABackup', { file: basename(file) });
}

/**
 * Reads a backup from end to end without writing anything: every line, the counts, the digest. Throws
 * `damaged` when it is not whole.
 */
export async function checkBackup(file: string): Promise<{ header: BackupHeader; rows: BackupEnd['rows'] }> {
  const digest = new LineDigest();
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  let table = '';
  const rows: Record<string, number> = {};
  const damaged = () => new BackupError('damaged', { file: basename(file) });
  for await (const line of linesOf(file)) {
    if (end) throw damaged();
    if (!header) header = headerOf(line, file);
    else {
      const content = parsed(line);
      if (content === null) throw damaged();
      if (Array.isArray(content)) rows[table] = (rows[table] ?? 0) + 1;
      else if ('end' in content) end = content as BackupEnd;
      else {
        table = (content as TableLine).table;
        rows[table] = 0;
      }
    }
    if (!end) digest.add(line);
  }
  const counted = Object.entries(end?.rows ?? {});
  if (!header || !end || end.sha256 !== digest.end()) throw damaged();
  if (counted.some(([name, count]) => rows[name] !== count)) throw damaged();
  return { header, rows };
}

function parsed(line: string): object | null {
  try {
    const content: unknown = JSON.parse(line);
    return typeof content === 'object' ? content : null;
  } catch {
    return null;
  }
}

/**
 * Puts the secrets of a backup into a home folder that has none; one that has other ones is left alone.
 * Before the services are opened, which would make new secrets.
 */
export function restoreSecrets(home: string, header: BackupHeader): void {
  if (!header.secrets) return;
  const folder = join(home, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(header.secrets)) {
    const file = join(folder, basename(name));
    if (!existsSync(file)) writeFileSync(file, content, { mode: 0o600 });
    else if (readFileSync(file, 'utf8').trim() !== content.trim())
      throw new BackupError('otherSecrets', { file });
  }
}

/** Writes a checked backup into an empty database of the same release. */
export async function restoreRows(
  services: Pick<Services, 'database' | 'settings'>,
  file: string,
  onProgress: (table: string, rows: number) => void = () => {},
): Promise<void> {
  const { database, settings } = services;
  const header = await readHeader(file);
  const own = await schemaOf(database);
  if (own.join('\n') !== header.schema.join('\n')) throw new BackupError('otherRelease');
  for (const table of await tablesOf(database)) {
    const [row] = await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM \`${table}\``);
    if (Number(row?.n ?? 0) > 0) throw new BackupError('notEmpty', { table });
  }
  let current: TableLine | null = null;
  let batch: SqlValue[][] = [];
  let count = 0;
  const flush = async () => {
    if (!current || batch.length === 0) return;
    const columns = current.columns.map((column) => `\`${column}\``).join(', ');
    const sql = `INSERT INTO \`${current.table}\` (${columns}) VALUES ?`;
    const rows = batch;
    batch = [];
    await database.transaction(async (work) => {
      // Rows come table by table, so that some point to rows that follow; all of them are there in the end.
      await work.query('SET SESSION foreign_key_checks = 0');
      await work.query(sql, [rows]);
      await work.query('SET SESSION foreign_key_checks = 1');
    });
    count += rows.length;
    onProgress(current.table, count);
  };
  for await (const line of linesOf(file)) {
    const content = parsed(line);
    if (Array.isArray(content)) {
      batch.push(content.map(storedValue));
      if (batch.length >= batchSize) await flush();
    } else if (content && 'table' in content) {
      await flush();
      current = content as TableLine;
      count = 0;
    }
  }
  await flush();
  await raiseIds(services);
  if (header.auditHeads !== '' && !existsSync(headsFile(settings.home))) {
    writeFileSync(headsFile(settings.home), header.auditHeads, { mode: 0o600 });
  }
}

/** Ids go on behind the highest one that came back. */
async function raiseIds({ database }: Pick<Services, 'database'>): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'id' AND data_type = 'bigint'",
  );
  for (const { name } of tables) {
    await database.change(
      `UPDATE id_block SET next = GREATEST(next, (SELECT COALESCE(MAX(id), 0) + 1 FROM \`${name}\`)) WHERE id = 1`,
    );
  }
}
