import type { Queryable } from '@kehu/database/connection';
import type { PermissionSettings } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import { defaultOf } from '@kehu/domain/complaints/settings-defaults';
import { storedInstant } from '../records/decode.js';

type KeyAccountScope = PermissionSettings['keyAccountScope'];

/** How far account managers reach now (R3.2, practice 2): the own accounts unless the organisation set otherwise. */
export async function keyAccountScopeAt(database: Queryable, now: Date): Promise<KeyAccountScope> {
  const [row] = await database.query<{ value: string }>(
    "SELECT value FROM complaint_setting WHERE `key` = 'keyAccount.scope' AND effective_from <= ? ORDER BY effective_from DESC, id DESC LIMIT 1",
    [storedInstant(now)],
  );
  return (row?.value ?? defaultOf('keyAccount.scope', null)) as KeyAccountScope;
}

/** The part of an actor that the setting makes; only account managers have it. */
export async function scopePart(
  database: Queryable,
  roles: readonly Role[],
  now: Date,
): Promise<{ readonly keyAccountScope?: KeyAccountScope }> {
  return roles.includes('KAM') ? { keyAccountScope: await keyAccountScopeAt(database, now) } : {};
}
