import type { Actor } from './actor.js';
import { administrationPermissions } from './matrix-administration.js';
import { bankingPermissions } from './matrix-banking.js';
import { complaintPermissions } from './matrix-complaints.js';
import { customerPermissions } from './matrix-customers.js';
import { keyAccountPermissions } from './matrix-key-accounts.js';
import type { Action, Permission, Scope } from './permission.js';
import type { Role } from './roles.js';
import type { SubjectName } from './subjects.js';

/** What an organisation may set of the matrices (practice 2: own accounts, or the team's, or the region's). */
export interface PermissionSettings {
  readonly keyAccountScope: 'OWN' | 'TEAM' | 'REGION';
}

export const defaultPermissionSettings: PermissionSettings = { keyAccountScope: 'OWN' };

/** Rows as the matrices give them, without settings. */
const written: readonly Permission[] = [
  ...customerPermissions,
  ...complaintPermissions,
  ...bankingPermissions,
  ...keyAccountPermissions,
  ...administrationPermissions,
];

/**
 * Subjects whose rows of the key-account manager follow the setting; what is personal (tokens, own
 * contacts in plain text, own records) stays with the person whatever the setting says.
 */
const followSetting: ReadonlySet<string> = new Set<SubjectName>([
  'customerFile',
  'customerGrade',
  'customerPool',
  'ownerTransfer',
  'businessSecret',
  'visitorRegister',
  'interaction',
  'feedbackTicket',
  'satisfactionSurvey',
  'complaintCard',
  'customerReply',
  'compensation',
  'complaintMonthlyReport',
  'supervision',
  'keyAccount',
  'solicitation',
  'contract',
  'order',
  'orderComment',
  'phaseHandover',
  'shipment',
  'afterSales',
  'techSupport',
  'salesPlan',
  'resourceCost',
]);

/** Every permission of the product under an organisation's settings. */
export function permissionRegister(
  settings: PermissionSettings = defaultPermissionSettings,
): readonly Permission[] {
  if (settings.keyAccountScope === 'OWN') return written;
  return written.map((row) =>
    row.role === 'KAM' && row.scope === 'OWN' && followSetting.has(row.subject)
      ? { ...row, scope: settings.keyAccountScope, basis: `${row.basis}, practice 2` }
      : row,
  );
}

/** Every permission with the settings that hold by default. */
export const permissions: readonly Permission[] = permissionRegister();

/** Everything that the holder of these roles may do; a right that no row gives is refused. */
export function permissionsOf(
  roles: readonly Role[],
  register: readonly Permission[] = permissions,
): readonly Permission[] {
  const held = new Set(roles);
  return register.filter((row) => held.has(row.role));
}

/**
 * The rows by which these roles may do something; none at all means that it is refused. Which records
 * the scopes reach is the business of the department's policy.
 */
export function permits(
  roles: readonly Role[],
  subject: string,
  action: Action,
  register: readonly Permission[] = permissions,
): readonly Permission[] {
  return register.filter(
    (row) => row.subject === subject && row.action === action && roles.includes(row.role),
  );
}

const registers: Readonly<Record<PermissionSettings['keyAccountScope'], readonly Permission[]>> = {
  OWN: permissions,
  TEAM: permissionRegister({ keyAccountScope: 'TEAM' }),
  REGION: permissionRegister({ keyAccountScope: 'REGION' }),
};

/** As `permits`, for a person: with the scopes that the organisation set for account managers. */
export function permitsActor(
  { roles, keyAccountScope = 'OWN' }: Pick<Actor, 'roles' | 'keyAccountScope'>,
  subject: string,
  action: Action,
): readonly Permission[] {
  return permits(roles, subject, action, registers[keyAccountScope]);
}

const reach: readonly Scope[] = ['OWN', 'ASSIGNED', 'STORE', 'TEAM', 'DEPARTMENT', 'REGION', 'ALL'];

/** The widest scope of some rows, for a sheet that has room for one; null for none. */
export function widestScope(rows: readonly Permission[]): Scope | null {
  let widest: Scope | null = null;
  for (const row of rows) {
    if (widest === null || reach.indexOf(row.scope) > reach.indexOf(widest)) widest = row.scope;
  }
  return widest;
}

/** A name for a permission that stays the same while its cell does: `STORE_STAFF.customerFile.READ.STORE`. */
export function permissionId(row: Permission): string {
  const only = row.onlyFields ? '.PART' : row.disclosure === 'PLAIN' ? '.PLAIN' : '';
  return `${row.role}.${row.subject}.${row.action}.${row.scope}${only}`;
}
