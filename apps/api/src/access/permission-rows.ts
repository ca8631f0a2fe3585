import type { Actor } from '@kehu/domain/access/actor';
import { basisLabel, disclosureLabels } from '@kehu/domain/access/basis';
import { action, type Permission, scope } from '@kehu/domain/access/permission';
import { permissionId, permissionsOf } from '@kehu/domain/access/permissions';
import { role } from '@kehu/domain/access/roles';
import { matrixLabels, type SubjectName, subjectLabel, subjects } from '@kehu/domain/access/subjects';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { readGrants } from './grants.js';

/** One cell of the matrices in the reader's language, for the Permissions page and for `me`. */
export interface PermissionRow {
  readonly id: string;
  readonly matrix: string | null;
  readonly matrixLabel: string | null;
  readonly role: string;
  readonly roleLabel: string;
  readonly subject: string;
  readonly subjectLabel: string;
  readonly action: string;
  readonly actionLabel: string;
  readonly scope: string;
  readonly scopeLabel: string;
  /** Identifiers come masked under this right. */
  readonly masked: boolean;
  readonly disclosure: string;
  readonly disclosureLabel: string;
  /** Fields that the right opens, as `Kind.field`; null: all of them. */
  readonly fields: readonly string[] | null;
  readonly basis: string;
  readonly basisLabel: string;
}

type OwnLabels = ReadonlyMap<string, Label>;

/** A matrix cell in words; the organisation's own word for a role comes first. */
export function permissionRow(permission: Permission, language: Language, own: OwnLabels): PermissionRow {
  const subject = Object.hasOwn(subjects, permission.subject)
    ? subjects[permission.subject as SubjectName]
    : null;
  return {
    id: permissionId(permission),
    matrix: subject?.matrix ?? null,
    matrixLabel: subject ? matrixLabels[subject.matrix][language] : null,
    role: permission.role,
    roleLabel: (own.get(`Role.${permission.role}`) ?? role.labels[permission.role])[language],
    subject: permission.subject,
    subjectLabel: subjectLabel(permission.subject)[language],
    action: permission.action,
    actionLabel: action.labels[permission.action][language],
    scope: permission.scope,
    scopeLabel: scope.labels[permission.scope][language],
    masked: permission.disclosure !== 'PLAIN',
    disclosure: permission.disclosure,
    disclosureLabel: disclosureLabels[permission.disclosure][language],
    fields: permission.onlyFields ?? null,
    basis: permission.basis,
    basisLabel: basisLabel(permission.basis)[language],
  };
}

/**
 * What an actor may do. For reading, the fields are those that the right really opens for this person,
 * since some stand under further rights (business secrets, grade).
 */
export function permissionRowsOf(actor: Actor, language: Language, own: OwnLabels): PermissionRow[] {
  return permissionsOf(actor.roles).map((permission) => {
    const row = permissionRow(permission, language, own);
    return permission.action === 'READ' ? { ...row, fields: openFields(actor, permission) } : row;
  });
}

function openFields(actor: Actor, permission: Permission): readonly string[] | null {
  const open: string[] = [];
  let closed = false;
  for (const kind of catalogue) {
    if (kind.subject !== permission.subject) continue;
    const grants = readGrants(kind, actor).filter((grant) => grant.permission === permission);
    const fields = Object.keys(kind.fields).filter((field) =>
      grants.some((grant) => !grant.hidden.has(field)),
    );
    if (fields.length < Object.keys(kind.fields).length) closed = true;
    open.push(...fields.map((field) => `${kind.name}.${field}`));
  }
  return closed ? open : null;
}
