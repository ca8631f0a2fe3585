import type { Queryable } from './connection.js';
import { APP_ACCOUNT } from './server-process.js';

/**
 * Gives the application's account on the private server the right to change and remove rows, table
 * by table, except in those that only ever grow (the audit trail). Run after the migrations, with
 * the rights of the migrating account. Every account may read and insert already.
 */
export async function grantChanges(
  migration: Queryable,
  appendOnly: readonly string[],
  account: string = APP_ACCOUNT,
): Promise<void> {
  const tables = await migration.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const granted = await grantedTables(migration, account);
  for (const { name } of tables) {
    for (const host of ['localhost', '127.0.0.1']) {
      const who = `'${account}'@'${host}'`;
      const has = granted.has(`${who} ${name}`);
      if (appendOnly.includes(name) && has)
        await migration.query(`REVOKE UPDATE, DELETE ON \`${name}\` FROM ${who}`);
      if (!appendOnly.includes(name) && !has)
        await migration.query(`GRANT UPDATE, DELETE ON \`${name}\` TO ${who}`);
    }
  }
}

async function grantedTables(migration: Queryable, account: string): Promise<Set<string>> {
  const rows = await migration.query<{ grantee: string; name: string }>(
    `SELECT grantee, table_name AS name FROM information_schema.table_privileges
     WHERE table_schema = DATABASE() AND privilege_type = 'UPDATE' AND grantee LIKE ?`,
    [`'${account}'@%`],
  );
  return new Set(rows.map(({ grantee, name }) => `${grantee} ${name}`));
}
