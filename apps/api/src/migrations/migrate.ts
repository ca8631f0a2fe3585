import type { Database } from '@kehu/database/connection';
import { type MigrateOptions, migrate } from '@kehu/database/migrations';
import { migrations } from './register.js';

/** Brings a database up to this release; does nothing when it is. See `migrate`. */
export async function migrateDatabase(database: Database, options: MigrateOptions = {}): Promise<void> {
  await migrate(database, migrations, options);
}
