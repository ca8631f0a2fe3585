import type { Actor } from '@kehu/domain/access/actor';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Where } from '@kehu/query/arguments';
import { administrationRules } from '../departments/administration/policy.js';
import { complaintsRules } from '../departments/complaints/policy.js';
import { customersRules } from '../departments/customers/policy.js';
import { keyAccountsRules } from '../departments/key-accounts/policy.js';
import { platformRules } from '../departments/platform/policy.js';
import { serviceDeskRules } from '../departments/service-desk/policy.js';
import type { KindRules, ScopeFilter } from './department-policy.js';

/** The row rules of every department; a new department is one line here. */
const all: readonly KindRules[] = [
  ...administrationRules,
  ...complaintsRules,
  ...customersRules,
  ...keyAccountsRules,
  ...platformRules,
  ...serviceDeskRules,
];

const byKind = new Map(all.map((rules) => [rules.kind, rules]));

/** The rules of a kind; a kind without any is closed to everybody. */
export function rulesOf(kind: string): KindRules | null {
  return byKind.get(kind) ?? null;
}

/** What a scope means for a kind; parts look to their whole. Null when nothing was said: closed. */
export function scopesOf(kind: Kind): ScopeFilter | null {
  const own = rulesOf(kind.name);
  if (!own) return null;
  if (own.scopes) return own.scopes;
  const relation = kind.partOf ? kind.fields[kind.partOf] : undefined;
  if (!kind.partOf || relation?.is !== 'toOne') return null;
  const { partOf } = kind;
  const whole = scopesOf(kindNamed(relation.target));
  if (!whole) return null;
  return (scope, actor, action) => nested(partOf, whole(scope, actor, action));
}

/** What must hold of every row of a kind that an actor sees, beside the grants; parts look to their whole. */
export function restrictionsOf(kind: Kind, actor: Actor): readonly Where[] {
  const own = rulesOf(kind.name)?.restrictions?.(actor) ?? [];
  const relation = kind.partOf ? kind.fields[kind.partOf] : undefined;
  if (!kind.partOf || relation?.is !== 'toOne') return own;
  const { partOf } = kind;
  const whole = restrictionsOf(kindNamed(relation.target), actor);
  return [...own, ...whole.map((where) => nested(partOf, where))];
}

/** A filter on the whole as a filter on its part; "all" and "none" stay what they are. */
function nested(relation: string, where: ReturnType<ScopeFilter>): ReturnType<ScopeFilter> {
  const keys = Object.keys(where);
  const list = keys.length === 1 ? where[keys[0] ?? ''] : undefined;
  return Array.isArray(list) && list.length === 0 ? where : { [relation]: where };
}
