import type { Actor } from '@kehu/domain/access/actor';
import type { Action } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Profile } from '@kehu/importer/profile/profile';

/**
 * Whether somebody may import with a profile: every kind that it writes must be one that the person may
 * import, or both create and change, without limit of scope; and one at least must be importable by right.
 * What one may not do record by record one may not do by a file either.
 */
export function mayImport({ roles }: Pick<Actor, 'roles'>, profile: Profile): boolean {
  const subjects = new Set(profile.records.map(({ kind }) => kindNamed(kind).subject));
  const forAll = (subject: string, action: Action) =>
    permits(roles, subject, action).some((row) => row.scope === 'ALL' && !row.onlyFields);
  const imports = [...subjects].filter((subject) => forAll(subject, 'IMPORT'));
  if (imports.length === 0) return false;
  return [...subjects].every(
    (subject) => imports.includes(subject) || (forAll(subject, 'CREATE') && forAll(subject, 'UPDATE')),
  );
}
