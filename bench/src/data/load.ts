import { createHash } from 'node:crypto';
import { migrations } from '@kehu/api/migrations/register';
import { insertRows } from '@kehu/api/records/bulk';
import type { FieldCodec } from '@kehu/api/records/codec';
import type { RecordRow } from '@kehu/api/records/encode';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Connection } from 'mysql2/promise';
import { contactRows, customerRows } from './customers.js';
import { lineRows, orderRows } from './orders.js';
import { departmentRows, organisationRow, productRows, regionRows, staffRows } from './organisation.js';

/** Grows when the rows change, so that data of an older bench is not taken for today's. */
const dataVersion = 1;

/** One line for the data and one for each step of the migrations: what the tables look like, and how they came about. */
function mark(): string {
  const steps = migrations.flatMap((migration) =>
    migration.steps.map((step) => ('sql' in step ? step.sql : step.name)),
  );
  const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
  return [`data ${dataVersion}`, ...steps.map(short)].join('\n');
}

const everything: readonly [kind: string, rows: () => Iterable<RecordRow>][] = [
  ['Organisation', () => [organisationRow()]],
  ['Region', regionRows],
  ['Department', departmentRows],
  ['Staff', staffRows],
  ['Product', productRows],
  ['Customer', customerRows],
  ['Contact', contactRows],
  ['Order', orderRows],
  ['OrderLine', lineRows],
];

export interface LoadTarget {
  readonly connect: (database: string | null) => Promise<Connection>;
  readonly database: string;
  readonly codec: FieldCodec;
  readonly log: (line: string) => void;
}

/**
 * Makes and fills the bench's database unless it holds this very data already; migrations that came
 * after it was made are caught up with, changed ones make it anew.
 */
export async function ensureData(target: LoadTarget, migrate: () => Promise<void>): Promise<void> {
  const { database, log } = target;
  const loaded = await loadedMark(target);
  if (loaded !== null && (loaded === mark() || mark().startsWith(`${loaded}\n`))) {
    log(`Using the data of an earlier run (${database}).`);
    if (loaded === mark()) return;
    await migrate();
    return remember(target);
  }
  const admin = await target.connect(null);
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${database}`);
    await admin.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } finally {
    await admin.end();
  }
  await migrate();
  const started = Date.now();
  log(
    'Making 100,000 customers, 300,000 contacts, 1,000,000 orders and 3,000,000 lines; this is done once …',
  );
  // The tables are filled side by side: while the server writes one batch, the next one is made.
  await Promise.all(everything.map(([kind, rows]) => fill(target, kind, rows())));
  await finish(target);
  log(`Loaded in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The mark of the data that is there; null when there is none, or not whole. */
async function loadedMark({ connect, database }: LoadTarget): Promise<string | null> {
  const connection = await connect(null);
  try {
    const [rows] = await connection.query(
      'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [database, 'bench_mark'],
    );
    if ((rows as unknown[]).length === 0) return null;
    const [marks] = await connection.query(`SELECT mark FROM ${database}.bench_mark`);
    return (marks as { mark: string }[])[0]?.mark ?? null;
  } finally {
    await connection.end();
  }
}

async function fill(target: LoadTarget, kindName: string, rows: Iterable<RecordRow>): Promise<void> {
  const connection = await target.connect(target.database);
  const started = Date.now();
  try {
    // Parents and children come at the same time, and the rows are known to be sound.
    await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
    await connection.beginTransaction();
    const writer = {
      query: async <Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> => {
        await connection.query(sql, values as unknown[]);
        return [];
      },
    };
    const count = await insertRows(writer, kindNamed(kindName), rows, target.codec, loadedAt);
    await connection.commit();
    target.log(
      `  ${kindName}: ${count.toLocaleString('en')} rows after ${Math.round((Date.now() - started) / 1000)} s`,
    );
  } finally {
    await connection.end();
  }
}

const loadedAt = new Date(Date.UTC(2026, 5, 30));

/** Statistics for the optimiser, and the mark that the data is whole. */
async function finish(target: LoadTarget): Promise<void> {
  const connection = await target.connect(target.database);
  try {
    for (const [kind] of everything) await connection.query(`ANALYZE TABLE ${kindNamed(kind).table}`);
  } finally {
    await connection.end();
  }
  await remember(target);
}

async function remember({ connect, database }: LoadTarget): Promise<void> {
  const connection = await connect(database);
  try {
    await connection.query(
      'CREATE TABLE IF NOT EXISTS bench_mark (id TINYINT NOT NULL PRIMARY KEY, mark MEDIUMTEXT NOT NULL)',
    );
    await connection.query('REPLACE INTO bench_mark VALUES (1, ?)', [mark()]);
  } finally {
    await connection.end();
  }
}
