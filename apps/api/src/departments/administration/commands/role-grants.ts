import { type Role, role } from '@kehu/domain/access/roles';
import { brokenGuards } from '@kehu/domain/access/separation-of-duties';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { cleanReason, optionalReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { approvingRoles, requireAdministratorRemains, signingHoldersOf } from '../grants.js';
import type { ChangeInput } from './staff.js';

export type GrantRoleInput = ActInput & {
  readonly staffId: string;
  readonly role: string;
  readonly expiresOn?: string | null;
  readonly reason?: string | null;
};

export interface GrantOutcome {
  readonly id: string;
  readonly waits: boolean;
}

const actorId = (work: Work) => (work.actor.via === 'operator' ? null : work.actor.staffId);

/**
 * Gives a person a role. It holds when a second person has approved it (dossier B7.5); where there is
 * nobody else who could, it holds at once, so that a house with one administrator is not locked out
 * (practice, settings 11). Nobody grants to himself.
 */
export const grantRole: Command<GrantRoleInput, GrantOutcome> = {
  name: 'grantRole',
  permission: { subject: 'roleGrant', action: 'CREATE' },
  targets: ({ staffId }) => [
    { kind: 'Staff', id: String(staffId), expectedVersion: null, reach: 'see', path: 'staffId' },
  ],
  async run(work, { staffId, role: code, expiresOn, reason }) {
    const { row, problems } = checkFields(
      kindNamed('RoleGrant'),
      { expiresOn },
      { fields: ['expiresOn'], partial: true },
    );
    const granted = role.codes.find((known) => known === code);
    if (!granted)
      problems.push({ path: 'role', message: 'input.notOneOf', values: { codes: role.codes.join(', ') } });
    if (typeof row.expiresOn === 'string' && row.expiresOn < work.now.toISOString().slice(0, 10)) {
      problems.push({ path: 'expiresOn', message: 'input.past' });
    }
    if (problems.length > 0 || !granted) throw badInput(...problems);
    const why = optionalReason(reason, 'reason');
    // Locked, so that two grants to one person are looked at one after the other.
    const person = await work.load('Staff', staffId);
    if (person?.status === 'LEFT') throw ruleViolation('rule.staffNotActive', null);
    if (brokenGuards(['noGrantToOneself'], { actor: work.actor, granteeId: staffId }).length > 0) {
      throw ruleViolation('rule.grantToOneself', 'B7.5');
    }
    await requireNew(work, staffId, granted);
    const others = (await signingHoldersOf(work, approvingRoles)).filter(
      (id) => id !== staffId && id !== work.actor.staffId,
    );
    const alone = others.length === 0;
    const at = work.now.toISOString();
    const holds: RecordRow = { state: 'ACTIVE', approvedVia: 'alone', approvedAt: at, validFrom: at };
    work.reason(why);
    const id = await work.insert('RoleGrant', {
      staffId,
      role: granted,
      grantedById: actorId(work),
      grantedVia: work.actor.via,
      expiresOn: row.expiresOn ?? null,
      reason: why,
      ...(alone ? holds : { state: 'PENDING' }),
    });
    return { id, waits: !alone };
  },
};

/** A role is given once. */
async function requireNew(work: Work, staffId: string, granted: Role): Promise<void> {
  const held = [
    ...(await work.find('RoleGrant', { staffId, state: 'ACTIVE' })),
    ...(await work.find('RoleGrant', { staffId, state: 'PENDING' })),
  ].filter((grant) => grant.validTo === null || String(grant.validTo) > work.now.toISOString());
  if (held.some((grant) => grant.role === granted)) throw ruleViolation('rule.grantWaitsAlready', null);
}

/** A second person lets a grant hold: neither who granted it nor who receives it; the operator's tool counts as one person. */
export const approveRoleGrant: Command<ChangeInput, GrantOutcome> = {
  name: 'approveRoleGrant',
  permission: { subject: 'roleGrant', action: 'APPROVE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'RoleGrant', id: String(id), expectedVersion }],
  async run(work, { id }) {
    const grant = await waiting(work, id);
    requireSecondPerson(work, grant);
    const person = await work.load('Staff', String(grant.staffId));
    if (person?.status === 'LEFT') throw ruleViolation('rule.staffNotActive', null);
    const at = work.now.toISOString();
    const approval = {
      approvedById: actorId(work),
      approvedVia: work.actor.via,
      approvedAt: at,
      validFrom: at,
    };
    await work.update('RoleGrant', id, { state: 'ACTIVE', ...approval });
    return { id, waits: false };
  },
};

/** A second person refuses a grant, with a reason. */
export const refuseRoleGrant: Command<ChangeInput & { readonly reason: string }, GrantOutcome> = {
  name: 'refuseRoleGrant',
  permission: { subject: 'roleGrant', action: 'APPROVE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'RoleGrant', id: String(id), expectedVersion }],
  async run(work, { id, reason }) {
    const grant = await waiting(work, id);
    requireSecondPerson(work, grant);
    work.reason(cleanReason(reason, 'reason'));
    const decided = {
      approvedById: actorId(work),
      approvedVia: work.actor.via,
      approvedAt: work.now.toISOString(),
    };
    await work.update('RoleGrant', id, { state: 'REFUSED', ...decided });
    return { id, waits: false };
  },
};

/** Ends a grant that holds or waits; at least one administrator remains. */
export const revokeRoleGrant: Command<ChangeInput & { readonly reason: string }, GrantOutcome> = {
  name: 'revokeRoleGrant',
  permission: { subject: 'roleGrant', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'RoleGrant', id: String(id), expectedVersion }],
  async run(work, { id, reason }) {
    const grant = (await work.load('RoleGrant', id)) ?? {};
    if (grant.state !== 'ACTIVE' && grant.state !== 'PENDING') throw ruleViolation('rule.grantState', null);
    if (grant.role === 'SYS_ADMIN' && grant.state === 'ACTIVE') {
      await requireAdministratorRemains(work, String(grant.staffId));
    }
    work.reason(cleanReason(reason, 'reason'));
    await work.update('RoleGrant', id, { state: 'REVOKED', validTo: work.now.toISOString() });
    return { id, waits: false };
  },
};

async function waiting(work: Work, id: string): Promise<RecordRow> {
  const grant = (await work.load('RoleGrant', id)) ?? {};
  if (grant.state !== 'PENDING') throw ruleViolation('rule.grantState', null);
  return grant;
}

function requireSecondPerson(work: Work, grant: RecordRow): void {
  const broken = brokenGuards(['secondPersonApproves'], {
    actor: work.actor,
    granteeId: String(grant.staffId),
    grantedById: grant.grantedById == null ? null : String(grant.grantedById),
  });
  // The operator's tool counts as one person, so it does not approve what it granted itself.
  const ownGrant = work.actor.via === 'operator' && grant.grantedVia === 'operator';
  if (broken.length > 0 || ownGrant) throw ruleViolation('rule.secondPerson', 'B7.5');
}
