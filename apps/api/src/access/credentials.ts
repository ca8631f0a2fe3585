import type { Queryable } from '@kehu/database/connection';
import { storedInstant } from '../records/decode.js';

/**
 * Sets the password of a person from its hash (`hashPassword`). `mustChange`: somebody else chose
 * it, and the person changes it before doing anything else.
 */
export async function setCredential(
  work: Pick<Queryable, 'change'>,
  staffId: string,
  passwordHash: string,
  options: { readonly mustChange: boolean; readonly now: Date },
): Promise<void> {
  await work.change(
    `INSERT INTO credential (staff_id, password_hash, must_change, changed_at) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE password_hash = VALUES(password_hash), must_change = VALUES(must_change), changed_at = VALUES(changed_at)`,
    [staffId, passwordHash, options.mustChange ? 1 : 0, storedInstant(options.now)],
  );
}

/** Ends every session of a person except one. */
export async function endSessions(
  work: Pick<Queryable, 'change'>,
  staffId: string,
  now: Date,
  except: string | null = null,
): Promise<void> {
  await work.change(
    'UPDATE session SET revoked_at = ? WHERE staff_id = ? AND revoked_at IS NULL AND id <> ?',
    [storedInstant(now), staffId, except ?? '0'],
  );
}
