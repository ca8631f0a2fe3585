import { permissions } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import { holdersOf } from '../../access/role-holders.js';
import type { Work } from '../../commands/command.js';
import { ruleViolation } from '../../commands/errors.js';

/** Holders of one of these roles now who can sign in: nobody else could let somebody in. */
export function signingHoldersOf(work: Work, roles: readonly Role[]): Promise<string[]> {
  return holdersOf(work, roles, 's.login IS NOT NULL');
}

/** Roles whose holders may approve a role grant. */
export const approvingRoles: readonly Role[] = [
  ...new Set(
    permissions.filter((p) => p.subject === 'roleGrant' && p.action === 'APPROVE').map((p) => p.role),
  ),
];

/** An organisation never loses its last administrator: nobody could let another one in. */
export async function requireAdministratorRemains(work: Work, leaving: string): Promise<void> {
  const administrators = await signingHoldersOf(work, ['SYS_ADMIN']);
  if (administrators.length === 1 && administrators[0] === leaving)
    throw ruleViolation('rule.lastAdministrator', null);
}

/** Ends every grant of a person that holds or waits. */
export async function revokeGrantsOf(work: Work, staffId: string): Promise<void> {
  for (const state of ['ACTIVE', 'PENDING']) {
    for (const grant of await work.find('RoleGrant', { staffId, state })) {
      await work.update('RoleGrant', String(grant.id), { state: 'REVOKED', validTo: work.now.toISOString() });
    }
  }
}
