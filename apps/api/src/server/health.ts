import type { Database } from '@kehu/database/connection';
import { pendingSteps } from '@kehu/database/migrations';
import { migrations } from '../migrations/register.js';

export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrated: boolean;
}

/** Whether requests can be served: the database answers and has every migration of this release. */
export async function readiness(database: Database): Promise<Readiness> {
  const health = await database.health();
  if (!health.ok) return { ready: false, database: false, migrated: false };
  const migrated = await pendingSteps(database, migrations).then(
    (steps) => steps.length === 0,
    () => false,
  );
  return { ready: migrated, database: true, migrated };
}
