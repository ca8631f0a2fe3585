import { createHash } from 'node:crypto';
import type { Actor } from '@kehu/domain/access/actor';
import type { Disclosure } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import { limitsOf } from '@kehu/domain/access/role-limits';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { CountsOnly, KindPolicy, ReadGrant, ReadPolicy } from '@kehu/query/policy';
import { type Grant, isEmptyList, readGrants, same } from './grants.js';
import { restrictionsOf, rulesOf, scopesOf } from './rules-register.js';

/** Smallest group that a right to count shows by itself (issue, section 3). */
export const smallestGroup = 5;

/** Policies by everything of the actor that they are made of; the oldest goes first. */
const known = new Map<string, ReadPolicy>();
const mostKnown = 2000;

/**
 * The policy of an actor, made once while nothing of his changes: a session is looked up again every
 * second, and the same object also lets the engine recognise its shape at once.
 */
export function policyOf(actor: Actor): ReadPolicy {
  const key = JSON.stringify([actor, ...(actor.deputyFor ?? [])].map(shapeOf));
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
  const policy = policyFor(actor);
  known.set(key, policy);
  return policy;
}

/** Everything of a person that rules refer to. */
function shapeOf(actor: Actor): unknown[] {
  const { staffId, roles, departmentId, departmentIds, storeId, regionIds, teamIds, keyAccountScope } = actor;
  return [staffId, roles, departmentId, departmentIds, storeId, regionIds, teamIds, keyAccountScope ?? null];
}

/**
 * What an actor may read, kind by kind, from the permission matrices and what each department says
 * about its scopes. A kind without a right is absent, which closes it on every path.
 */
export function policyFor(actor: Actor): ReadPolicy {
  const kinds = new Map<string, KindPolicy>();
  for (const kind of catalogue) {
    const policy = kindPolicy(kind, actor);
    if (policy) kinds.set(kind.name, policy);
  }
  return { key: keyOf(actor, kinds), kinds, limits: limitsOf(actor.roles) };
}

function kindPolicy(kind: Kind, actor: Actor): KindPolicy | null {
  const grants = withoutRepeats(readGrants(kind, actor));
  const countsOnly = countsOf(kind, actor);
  if (grants.length === 0 && !countsOnly) return null;
  return {
    grants: grants.map(asReadGrant),
    restrictions: restrictionsOf(kind, actor),
    ...(countsOnly ? { countsOnly } : {}),
  };
}

function countsOf(kind: Kind, actor: Actor): CountsOnly | null {
  const scopes = scopesOf(kind);
  const countable = rulesOf(kind.name)?.countable;
  const rights = permits(actor.roles, kind.subject, 'COUNT');
  if (!scopes || !countable || rights.length === 0) return null;
  const reached = rights.map((right) => scopes(right.scope, actor, 'COUNT'));
  const where = reached.length === 1 && reached[0] ? reached[0] : { or: reached };
  return { where, smallestGroup, fields: countable.fields, buckets: countable.buckets };
}

function asReadGrant(grant: Grant): ReadGrant {
  const { id, where, disclosure, hidden } = grant;
  return { id, where, disclosure, ...(hidden.size > 0 ? { hidden } : {}) };
}

const openness: Readonly<Record<Disclosure, number>> = { DEIDENTIFIED: 0, MASKED: 1, PLAIN: 2 };

/** A grant that another one contains in rows, disclosure and fields adds nothing but work for the database. */
export function withoutRepeats(grants: readonly Grant[]): Grant[] {
  return grants
    .filter(
      (grant, at) =>
        !isEmptyList(grant.where, 'or') &&
        !grants.some(
          (other, otherAt) =>
            otherAt !== at && contains(other, grant) && (!contains(grant, other) || otherAt < at),
        ),
    )
    .concat(onlyEmpty(grants));
}

/** Rights that reach no row at all still open the kind: an empty list, not a refusal. */
function onlyEmpty(grants: readonly Grant[]): Grant[] {
  const first = grants[0];
  return first && grants.every((grant) => isEmptyList(grant.where, 'or')) ? [first] : [];
}

function contains(wide: Grant, narrow: Grant): boolean {
  return (
    (isEmptyList(wide.where, 'and') || same(wide.where, narrow.where)) &&
    openness[wide.disclosure] >= openness[narrow.disclosure] &&
    [...wide.hidden].every((field) => narrow.hidden.has(field))
  );
}

/** Names the actor and everything that decides what he sees: it changes when his rights do. */
function keyOf(actor: Actor, kinds: ReadonlyMap<string, KindPolicy>): string {
  const content = JSON.stringify([...kinds], (_, value: unknown) =>
    value instanceof Set ? [...value].sort() : value,
  );
  return `${actor.staffId}:${createHash('sha256').update(content).digest('base64url').slice(0, 16)}`;
}
