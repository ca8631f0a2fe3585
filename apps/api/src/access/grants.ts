import type { Actor } from '@kehu/domain/access/actor';
import type { Disclosure, Permission } from '@kehu/domain/access/permission';
import { permissionId, permitsActor } from '@kehu/domain/access/permissions';
import { commonFields, type Kind } from '@kehu/domain/catalogue/kind';
import type { Where } from '@kehu/query/arguments';
import type { AlsoUnder, ScopeFilter } from './department-policy.js';
import { restrictionsOf, rulesOf, scopesOf } from './rules-register.js';

/** One reason why an actor sees rows, with the matrix cell that it comes from. */
export interface Grant {
  readonly id: string;
  readonly permission: Permission;
  readonly where: Where;
  readonly disclosure: Disclosure;
  readonly hidden: ReadonlySet<string>;
}

/**
 * Every reason why an actor may read rows of a kind, before what says the same is taken together.
 * A kind without rules, or without a cell for the actor's roles, has none: closed.
 */
export function readGrants(kind: Kind, actor: Actor): Grant[] {
  return [...ownGrants(kind, actor), ...deputyGrants(kind, actor)];
}

/** Whether a kind belongs to the complaint cases, in which a deputy stands in (B7.7). */
export function isOfCases(kind: Kind): boolean {
  return kind.department === 'complaints' || kind.partOf === 'complaint';
}

/** What the people for whom the actor stands in see of the cases, as far as nothing is closed to them. */
function deputyGrants(kind: Kind, actor: Actor): Grant[] {
  if (!actor.deputyFor || !isOfCases(kind)) return [];
  return actor.deputyFor.flatMap((principal) => {
    const closed = restrictionsOf(kind, principal);
    return ownGrants(kind, principal).map((grant) => ({
      ...grant,
      where: closed.reduce((where, restriction) => both(where, restriction), grant.where),
    }));
  });
}

function ownGrants(kind: Kind, actor: Actor): Grant[] {
  const scopes = scopesOf(kind);
  const rules = rulesOf(kind.name);
  if (!scopes || !rules) return [];
  const grants: Grant[] = [];
  for (const permission of permitsActor(actor, kind.subject, 'READ')) {
    const narrowed = fieldsLeft(kind, permission.onlyFields);
    if (!narrowed) continue;
    const where = scopes(permission.scope, actor, 'READ');
    const openings = fieldOpenings(rules.fieldSubjects ?? {}, permission, where, scopes, actor);
    for (const opening of openings) {
      const hidden = new Set([...narrowed, ...opening.hidden]);
      grants.push({
        id: permissionId(permission),
        permission,
        where: opening.where,
        disclosure: permission.disclosure,
        hidden,
      });
      for (const rule of rules.plainUnder ?? []) {
        grants.push(...plainly(rule, opening.where, hidden, scopes, actor));
      }
    }
  }
  for (const rule of rules.alsoUnder ?? []) {
    for (const permission of permitsActor(actor, rule.subject, 'READ')) {
      grants.push({
        id: permissionId(permission),
        permission,
        where: both(scopes(permission.scope, actor, 'READ'), rule.where),
        disclosure: permission.disclosure,
        hidden: new Set(rule.hidden ?? []),
      });
    }
  }
  return grants;
}

/** Rows that the actor may act on in this way; empty when he may not at all. */
export function actGrants(kind: Kind, subject: string, action: Permission['action'], actor: Actor): Grant[] {
  const scopes = scopesOf(kind);
  if (!scopes) return [];
  return permitsActor(actor, subject, action).map((permission) => ({
    id: permissionId(permission),
    permission,
    where: scopes(permission.scope, actor, action),
    disclosure: permission.disclosure,
    hidden: new Set(),
  }));
}

function plainly(
  rule: AlsoUnder,
  seen: Where,
  hidden: ReadonlySet<string>,
  scopes: ScopeFilter,
  actor: Actor,
): Grant[] {
  return permitsActor(actor, rule.subject, 'READ').map((permission) => ({
    id: permissionId(permission),
    permission,
    where: both(both(seen, scopes(permission.scope, actor, 'READ')), rule.where),
    disclosure: permission.disclosure,
    hidden: new Set([...hidden, ...(rule.hidden ?? [])]),
  }));
}

interface Opening {
  readonly where: Where;
  readonly hidden: readonly string[];
}

/**
 * The rows of one right, split by which of the fields under other subjects they show: where such a
 * right reaches as far as this one the fields are simply shown, where it reaches less far they are
 * shown in the rows that both reach.
 */
function fieldOpenings(
  fieldSubjects: Readonly<Record<string, string>>,
  permission: Permission,
  where: Where,
  scopes: ScopeFilter,
  actor: Actor,
): Opening[] {
  const closed: string[] = [];
  const partly: { readonly subject: string; readonly where: Where }[] = [];
  for (const [field, subject] of Object.entries(fieldSubjects)) {
    const rights = permitsActor(actor, subject, 'READ');
    if (rights.some((right) => right.scope === 'ALL' || right.scope === permission.scope)) continue;
    closed.push(field);
    for (const right of rights) {
      const reached = scopes(right.scope, actor, 'READ');
      if (!partly.some((p) => p.subject === subject && same(p.where, reached)))
        partly.push({ subject, where: reached });
    }
  }
  return [
    { where, hidden: closed },
    ...partly.map((part) => ({
      where: both(where, part.where),
      hidden: closed.filter((field) => fieldSubjects[field] !== part.subject),
    })),
  ];
}

/** What of a kind stays hidden under "these fields only"; null when nothing of the kind is named. */
function fieldsLeft(kind: Kind, onlyFields: readonly string[] | undefined): string[] | null {
  if (!onlyFields) return [];
  if (onlyFields.includes(`${kind.name}.*`)) return [];
  const named = new Set(
    onlyFields.filter((f) => f.startsWith(`${kind.name}.`)).map((f) => f.slice(kind.name.length + 1)),
  );
  if (named.size === 0) return null;
  return Object.keys(kind.fields).filter((field) => !named.has(field) && !(field in commonFields));
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Both filters; "all" disappears, "none" stays alone. */
export function both(one: Where, other: Where): Where {
  if (isEmptyList(one, 'and') || isEmptyList(other, 'or')) return other;
  if (isEmptyList(other, 'and') || isEmptyList(one, 'or') || same(one, other)) return one;
  return { and: [one, other] };
}

/** Whether a filter is "all" (`and`) or "none" (`or`) by its form. */
export function isEmptyList(where: Where, key: 'and' | 'or'): boolean {
  const list = where[key];
  return Array.isArray(list) && list.length === 0 && Object.keys(where).length === 1;
}
