import { permissions } from '@kehu/domain/access/permissions';
import type { Role } from '@kehu/domain/access/roles';
import { dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../../commands/command.js';
import { ruleViolation } from '../../commands/errors.js';
import { storedInstant } from '../../records/decode.js';

/** Grants that hold now, of people who work here; `?` twice for the instant, once for the day. */
const holding = `g.state = 'ACTIVE' AND (g.valid_from IS NULL OR g.valid_from <= ?) AND (g.valid_to IS NULL OR g.valid_to > ?)
  AND (g.expires_on IS NULL OR g.expires_on >= ?) AND s.status <> 'LEFT' AND s.login IS NOT NULL`;

const instants = (work: Work) => {
  const at = storedInstant(work.now);
  return [at, at, dayIn(work.context.organisation.zone, work.now)];
};

/** People who hold one of these roles now. */
export async function holdersOf(work: Work, roles: readonly string[]): Promise<string[]> {
  const rows = await work.rows<{ staff_id: string }>(
    `SELECT DISTINCT g.staff_id FROM role_grant g JOIN staff s ON s.id = g.staff_id
     WHERE g.role IN (${roles.map(() => '?').join(', ')}) AND ${holding}`,
    [...roles, ...instants(work)],
  );
  return rows.map((row) => String(row.staff_id));
}

/** Roles whose holders may approve a role grant. */
export const approvingRoles: readonly Role[] = [
  ...new Set(
    permissions.filter((p) => p.subject === 'roleGrant' && p.action === 'APPROVE').map((p) => p.role),
  ),
];

/** An organisation never loses its last administrator: nobody could let another one in. */
export async function requireAdministratorRemains(work: Work, leaving: string): Promise<void> {
  const administrators = await holdersOf(work, ['SYS_ADMIN']);
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
