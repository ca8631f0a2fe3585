import { serverTexts } from '../server-texts.mjs';
import type { Database, Queryable } from './connection.js';
import { ID_BLOCK_ROW, ID_BLOCK_TABLE } from './id-blocks.js';
import { withLease } from './migration-lease.js';

/** One statement, or one piece of work; either may be run again after an interruption. */
export type MigrationStep = { readonly name: string } & (
  | { readonly sql: string }
  | { readonly run: (database: Queryable) => Promise<void> }
);

/** Ids sort in the order of application: `0001-foundation`. */
export interface Migration {
  readonly id: string;
  readonly steps: readonly MigrationStep[];
}

export interface MigrateOptions {
  /** Gets a line for each migration and for each step that takes longer than two seconds. */
  readonly log?: (line: string) => void;
  readonly now?: () => Date;
  /** How long to wait while another process migrates, in seconds; 600. */
  readonly patienceSeconds?: number;
}

/** The database was migrated by a newer release; this one must not write to it. */
export class SchemaTooNewError extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(serverTexts().schemaTooNew(unknown.join(', ')));
    this.name = 'SchemaTooNewError';
  }
}

export interface PendingStep {
  readonly migration: string;
  readonly step: string;
}

/**
 * Steps that have not been done, in order. Throws `SchemaTooNewError` when the database is ahead of
 * this release. Changes nothing.
 */
export async function pendingSteps(
  database: Database,
  migrations: readonly Migration[],
): Promise<PendingStep[]> {
  const done = await doneSteps(database);
  const known = new Set(migrations.map(({ id }) => id));
  const unknown = [...new Set([...done].map((key) => key.split(' ')[0] ?? ''))].filter(
    (id) => !known.has(id),
  );
  if (unknown.length > 0) throw new SchemaTooNewError(unknown.sort());
  return migrations.flatMap(({ id, steps }) =>
    steps.filter(({ name }) => !done.has(`${id} ${name}`)).map(({ name }) => ({ migration: id, step: name })),
  );
}

/**
 * Brings the database up to `migrations` and says which steps it did. Several processes may start
 * at once: one of them holds a lease row and works, the others wait. Each finished step is recorded
 * at once, so an interrupted run goes on where it stopped.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  options: MigrateOptions = {},
): Promise<PendingStep[]> {
  checkOrder(migrations);
  if ((await pendingSteps(database, migrations)).length === 0) return [];
  const { log = () => {}, now = () => new Date() } = options;
  await prepareOwnTables(database.migration);
  return withLease(
    database.migration,
    { log, now, patienceSeconds: options.patienceSeconds ?? 600 },
    async (stillOurs) => {
      const pending = await pendingSteps(database, migrations);
      let current = '';
      for (const { migration, step } of pending) {
        stillOurs();
        if (migration !== current) log(serverTexts().migration(migration));
        current = migration;
        const found = migrations.find(({ id }) => id === migration)?.steps.find(({ name }) => name === step);
        if (found) await perform(database.migration, migration, found, log);
        await database.migration.change('INSERT INTO schema_step (migration, step, at) VALUES (?, ?, ?)', [
          migration,
          step,
          now().toISOString().slice(0, 23).replace('T', ' '),
        ]);
      }
      return pending;
    },
  );
}

async function perform(
  database: Queryable,
  migration: string,
  step: MigrationStep,
  log: (line: string) => void,
): Promise<void> {
  const began = Date.now();
  const timer = setInterval(
    () =>
      log(
        serverTexts().still(
          `${serverTexts().migration(migration)}, ${step.name}`,
          Math.round((Date.now() - began) / 1000),
        ),
      ),
    2000,
  );
  try {
    if ('sql' in step) await database.query(step.sql);
    else await step.run(database);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(serverTexts().stepFailed(migration, step.name, reason), { cause: error });
  } finally {
    clearInterval(timer);
  }
}

function checkOrder(migrations: readonly Migration[]): void {
  const ids = migrations.map(({ id }) => id);
  ids.forEach((id, i) => {
    const before = ids[i - 1];
    if (before !== undefined && before >= id) throw new Error(`migration ${id} stands after ${before}`);
  });
  for (const { id, steps } of migrations) {
    const names = steps.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new Error(`migration ${id} has two steps named ${twice}`);
    if (/\s/.test(id)) throw new Error(`the id of migration ${id} holds a space`);
  }
}

async function doneSteps(database: Database): Promise<Set<string>> {
  try {
    // from the primary: a replica may lag behind a migration that has just been done
    const rows = await database.query<{ migration: string; step: string }>(
      'SELECT migration, step FROM schema_step',
    );
    return new Set(rows.map(({ migration, step }) => `${migration} ${step}`));
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) return new Set();
    throw error;
  }
}

async function prepareOwnTables(database: Queryable): Promise<void> {
  await database.query(
    `CREATE TABLE IF NOT EXISTS schema_step (
      migration VARCHAR(80) NOT NULL,
      step VARCHAR(80) NOT NULL,
      at DATETIME(3) NOT NULL,
      PRIMARY KEY (migration, step)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  );
  await database.query(
    `CREATE TABLE IF NOT EXISTS schema_lease (
      id TINYINT NOT NULL PRIMARY KEY,
      holder CHAR(36) NOT NULL,
      until_at DATETIME(3) NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  );
  await database.change(
    "INSERT IGNORE INTO schema_lease (id, holder, until_at) VALUES (1, '', '2000-01-01')",
  );
  await database.query(ID_BLOCK_TABLE);
  await database.change(ID_BLOCK_ROW);
}
