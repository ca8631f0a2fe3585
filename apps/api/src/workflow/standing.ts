import type { Actor } from '@kehu/domain/access/actor';
import type { Role } from '@kehu/domain/access/roles';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Transition } from '@kehu/domain/workflow/workflow';
import { actGrants } from '../access/grants.js';
import { type Loader, matches } from '../access/row-filter.js';
import type { RecordRow } from '../records/encode.js';

/** As whom somebody does an act: in the own name, or in that of a person who is away (B7.7). */
export interface Standing {
  readonly actor: Actor;
  /** In whose name; null: the own. */
  readonly principal: Actor | null;
  /** The roles that open the act for this record. */
  readonly roles: readonly Role[];
}

/** What of a transition decides about people. */
export type OpenedBy = Pick<Transition<string, string>, 'by' | 'rights'>;

/** Whether a person holds any of a transition's rights by any of its roles, whatever the record. */
export function mayAtAll(kind: Kind, transition: OpenedBy, actor: Actor): boolean {
  return [actor, ...(actor.deputyFor ?? [])].some((who) => grantsOf(kind, transition, who).length > 0);
}

/** Whether all that a person holds of a transition's rights comes from a part in a record, not from a scope of the role. */
export function onlyByPart(kind: Kind, transition: OpenedBy, actor: Actor): boolean {
  return [actor, ...(actor.deputyFor ?? [])].every((who) =>
    grantsOf(kind, transition, who).every(({ permission }) => permission.scope === 'ASSIGNED'),
  );
}

/**
 * As whom the actor may do a transition on a record: the own name goes first, then those for whom he
 * stands in, in their order. Null when no right reaches the record. `row` null: a record that is about to be created,
 * of which only the right itself is asked.
 */
export async function standingFor(
  kind: Kind,
  transition: OpenedBy,
  row: RecordRow | null,
  actor: Actor,
  load: Loader,
): Promise<Standing | null> {
  const own = await rolesReaching(kind, transition, row, actor, load);
  if (own.length > 0) return { actor, principal: null, roles: own };
  for (const principal of actor.deputyFor ?? []) {
    const roles = await rolesReaching(kind, transition, row, principal, load);
    if (roles.length > 0) return { actor, principal, roles };
  }
  return null;
}

async function rolesReaching(
  kind: Kind,
  transition: OpenedBy,
  row: RecordRow | null,
  who: Actor,
  load: Loader,
): Promise<Role[]> {
  const roles = new Set<Role>();
  for (const grant of grantsOf(kind, transition, who)) {
    if (roles.has(grant.permission.role)) continue;
    if (row === null || (await matches(grant.where, kind, row, load))) roles.add(grant.permission.role);
  }
  return [...roles];
}

function grantsOf(kind: Kind, { by, rights }: OpenedBy, who: Actor) {
  return rights
    .flatMap(({ subject, action }) => actGrants(kind, subject, action, who))
    .filter(({ permission }) => by.includes(permission.role));
}
