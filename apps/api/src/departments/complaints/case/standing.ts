import type { Actor } from '@kehu/domain/access/actor';
import type { Role } from '@kehu/domain/access/roles';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ComplaintTransition } from '@kehu/domain/complaints/workflow';
import { actGrants } from '../../../access/grants.js';
import { type Loader, matches } from '../../../access/row-filter.js';
import type { RecordRow } from '../../../records/encode.js';

/** As whom somebody does an act: in the own name, or in that of a person who is away (B7.7). */
export interface Standing {
  readonly actor: Actor;
  /** In whose name; null: the own. */
  readonly principal: Actor | null;
  /** The roles that open the act for this case. */
  readonly roles: readonly Role[];
}

/** What of a transition decides about people. */
export type OpenedBy = Pick<ComplaintTransition, 'by' | 'rights'>;

/** Whether a person holds any of a transition's rights by any of its roles, whatever the case. */
export function mayAtAll(transition: OpenedBy, actor: Actor): boolean {
  return [actor, ...(actor.deputyFor ?? [])].some((who) => grantsOf(transition, who).length > 0);
}

/** Whether all that a person holds of a transition's rights comes from a part in a case, not from a scope of the role. */
export function onlyByPart(transition: OpenedBy, actor: Actor): boolean {
  return [actor, ...(actor.deputyFor ?? [])].every((who) =>
    grantsOf(transition, who).every(({ permission }) => permission.scope === 'ASSIGNED'),
  );
}

/**
 * As whom the actor may do a transition on a case: the own name goes first, then those for whom he
 * stands in, in their order. Null when no right reaches the case.
 */
export async function standingFor(
  transition: OpenedBy,
  complaint: RecordRow,
  actor: Actor,
  load: Loader,
): Promise<Standing | null> {
  const own = await rolesReaching(transition, complaint, actor, load);
  if (own.length > 0) return { actor, principal: null, roles: own };
  for (const principal of actor.deputyFor ?? []) {
    const roles = await rolesReaching(transition, complaint, principal, load);
    if (roles.length > 0) return { actor, principal, roles };
  }
  return null;
}

async function rolesReaching(
  transition: OpenedBy,
  complaint: RecordRow,
  who: Actor,
  load: Loader,
): Promise<Role[]> {
  const roles = new Set<Role>();
  for (const grant of grantsOf(transition, who)) {
    if (roles.has(grant.permission.role)) continue;
    if (await matches(grant.where, kindNamed('Complaint'), complaint, load)) roles.add(grant.permission.role);
  }
  return [...roles];
}

function grantsOf({ by, rights }: OpenedBy, who: Actor) {
  return rights
    .flatMap(({ subject, action }) => actGrants(kindNamed('Complaint'), subject, action, who))
    .filter(({ permission }) => by.includes(permission.role));
}
