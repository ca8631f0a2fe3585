import { randomBytes } from 'node:crypto';
import { setCredential } from '@kehu/api/access/credentials';
import { hashPassword } from '@kehu/api/access/passwords';
import { openDatabase } from '@kehu/database/connection';
import { askingLogin, askingStaff } from './data/organisation.js';

/** How the head of the asking department signs in during this run. */
export interface Asker {
  readonly login: string;
  readonly password: string;
}

const grantId = '1';

/**
 * Gives the head of one department the role of a head of department (the department's customers,
 * identifiers masked) and a password that is made anew for each run.
 */
export async function prepareActor(databaseUrl: string): Promise<Asker> {
  const password = randomBytes(18).toString('base64url');
  const hash = await hashPassword(password);
  const database = await openDatabase({ url: databaseUrl, connections: 1 });
  try {
    const now = new Date();
    await setCredential(database, askingStaff, hash, { mustChange: false, now });
    await database.change(
      `INSERT INTO role_grant (id, staff_id, role, state, granted_by_id, granted_via, approved_by_id, approved_via,
                               approved_at, valid_from, created_at, updated_at, version)
       VALUES (?, ?, 'DEPT_HEAD', 'ACTIVE', NULL, 'operator', NULL, 'operator',
               '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 1)
       ON DUPLICATE KEY UPDATE state = VALUES(state)`,
      [grantId, askingStaff],
    );
  } finally {
    await database.close();
  }
  return { login: askingLogin, password };
}
