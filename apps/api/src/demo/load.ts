import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Queryable } from '@kehu/database/connection';
import { caseSequence } from '@kehu/domain/complaints/case-number';
import { hashPassword } from '../access/passwords.js';
import { storedPath } from '../files/store.js';
import { insertRows } from '../records/bulk.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { freeLease } from '../timers/timer.js';
import { writeMonthlyReports } from './complaints/monthly-reports.js';
import { type DemoBeside, generateDemo } from './generate.js';
import { posts } from './house-plan.js';

/** More than all rows of the demo together, so that every row can have its id before it is written. */
const idCount = 200_000;
/** Rows that a case has with all that hangs on it, at most, on average. */
const idsPerCase = 70;

/** The number sequence that new customers continue. */
const customerSequence = 'customer';

export interface LoadDemoOptions {
  /** The instant up to which the demo's history reaches. */
  readonly today: Date;
  /** Password of the twenty sign-ins. */
  readonly password: string;
  readonly seed?: string;
  /** How many complaints; those of the demo unless a larger company is wanted. */
  readonly cases?: number;
  /** Told after each batch how many rows are in. */
  readonly onProgress?: (rows: number) => void;
}

export interface LoadedDemo {
  /** False: the organisation has people already, and nothing was changed. */
  readonly loaded: boolean;
  readonly rows: number;
  /** Logins that have the demo's password. */
  readonly logins: readonly string[];
}

/**
 * Loads the demo organisation into an empty database, in one transaction: after a failure nothing of
 * it is there. A database that has an organisation or people already is left as it is.
 */
export async function loadDemo(
  services: Pick<Services, 'database' | 'ids' | 'codec' | 'settings'>,
  options: LoadDemoOptions,
): Promise<LoadedDemo> {
  const { database, codec } = services;
  if (await isInhabited(database)) return { loaded: false, rows: 0, logins: [] };
  const wanted = idCount + (options.cases ?? 0) * idsPerCase;
  const ids = await services.ids.take(wanted);
  // A salt of its own for each sign-in; as many at once as there are cores.
  const hashes = await Promise.all(
    posts()
      .filter((post) => post.signIn !== undefined)
      .map(() => hashPassword(options.password)),
  );
  return database.transaction(async (transaction) => {
    let used = 0;
    const nextId = () => {
      const id = ids[used++];
      if (id === undefined) throw new Error(`The demo has more than ${wanted} rows.`);
      return id;
    };
    const demo = generateDemo({
      today: options.today,
      ...(options.seed ? { seed: options.seed } : {}),
      ...(options.cases ? { cases: options.cases } : {}),
      nextId,
    });
    let rows = 0;
    for (const batch of demo.batches) {
      rows += await insertRows(transaction, batch.kind, batch.rows, codec, options.today);
      options.onProgress?.(rows);
    }
    const signIns = demo.staff.filter((one) => one.signsIn);
    await insertCredentials(transaction, signIns, hashes, options.today);
    await transaction.change('REPLACE INTO number_sequence (name, last_number) VALUES (?, ?)', [
      customerSequence,
      demo.customerCount,
    ]);
    await insertBeside(transaction, demo.beside);
    const idOf = (login: string) => demo.staff.find((one) => one.login === login)?.id ?? '';
    rows += await writeMonthlyReports(transaction, codec, {
      until: options.today,
      nextId,
      hrId: idOf('hr-admin'),
      gmId: idOf('gm'),
    });
    options.onProgress?.(rows);
    writeFiles(services.settings.home, demo.beside);
    return { loaded: true, rows, logins: signIns.map((one) => one.login) };
  });
}

/** Clocks of the open cases, and the numbers that new cases of a day go on from. */
async function insertBeside(transaction: Queryable, { timers, caseNumbers }: DemoBeside): Promise<void> {
  const stored = (at: number) => storedInstant(new Date(at));
  const rows = timers.map((timer) => [
    'Complaint',
    timer.recordId,
    timer.rule,
    stored(timer.dueAt),
    timer.running ? 1 : 0,
    JSON.stringify(timer.content),
    freeLease,
    0,
  ]);
  await transaction.query(
    'INSERT INTO timer (kind, record_id, rule, due_at, running, content, lease_until, failures) VALUES ?',
    [rows],
  );
  await transaction.query('REPLACE INTO number_sequence (name, last_number) VALUES ?', [
    [...caseNumbers].map(([day, last]) => [caseSequence(day), last]),
  ]);
}

/** The contents of the demo's attachments; written again they are the same. */
function writeFiles(home: string, { files }: DemoBeside): void {
  for (const { sha256, content } of files) {
    const path = storedPath(home, sha256);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600 });
  }
}

async function isInhabited(database: Queryable): Promise<boolean> {
  const found = await database.query(
    '(SELECT id FROM organisation LIMIT 1) UNION ALL (SELECT id FROM staff LIMIT 1)',
  );
  return found.length > 0;
}

async function insertCredentials(
  transaction: Queryable,
  signIns: readonly { readonly id: string }[],
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  const changedAt = now.toISOString().replace('T', ' ').replace('Z', '');
  await transaction.change(
    'INSERT INTO credential (staff_id, password_hash, must_change, changed_at) VALUES ?',
    [signIns.map(({ id }, at) => [id, hashes[at] ?? '', 0, changedAt])],
  );
}
