import { isDeepStrictEqual } from 'node:util';
import type { Where } from './arguments.js';
import type { ReadKind, ReadModel, ReadRelation } from './model.js';
import type { KindPolicy, ReadPolicy } from './policy.js';

const remembered = new WeakMap<ReadPolicy, ReadonlySet<string>>();

/**
 * What the policies of an actor, compared with each other, make superfluous:
 * - the relations (`Order.lines`, `Order.customer`) whose records are visible whenever the record that
 *   they are reached from is: a line's policy says of its order what the order's policy says itself;
 * - the grants (`Customer#1`) whose rows another grant of the kind reaches anyway. They still decide
 *   what is masked, but an OR less in the row policy keeps the index usable.
 */
export function impliedRows(model: ReadModel, policy: ReadPolicy): ReadonlySet<string> {
  const known = remembered.get(policy);
  if (known) return known;
  const found = new Set<string>();
  for (const [name, rules] of policy.kinds) {
    const kind = model.kinds.get(name);
    if (!kind) continue;
    for (const i of absorbed(rules)) found.add(`${name}#${i}`);
    for (const relation of kind.relations.values()) {
      const target = policy.kinds.get(relation.target);
      if (target && implies(model, kind, rules, relation, target)) found.add(`${name}.${relation.name}`);
    }
  }
  remembered.set(policy, found);
  return found;
}

/** The grants that lie in another one; of two equal ones the later. */
function absorbed({ grants }: KindPolicy): number[] {
  return [...grants.keys()].filter((i) =>
    grants.some((other, j) => {
      const where = grants[i]?.where ?? {};
      return i !== j && isNarrower(where, other.where) && (j < i || !isNarrower(other.where, where));
    }),
  );
}

function implies(
  model: ReadModel,
  kind: ReadKind,
  rules: KindPolicy,
  relation: ReadRelation,
  target: KindPolicy,
): boolean {
  if (rules.grants.length === 0 || relation.is === 'through') return false;
  const { foreignColumn } = relation;
  const back = foreignColumn === undefined ? null : wayBack(model, kind, relation.target, foreignColumn);
  if (foreignColumn !== undefined && back === null) return false;
  // What a filter on the record where we are says about the record that is reached.
  const here = (where: Where): Where => (back === null ? where : { [back]: where });
  const there = (where: Where): Where => (back === null ? { [relation.name]: where } : where);
  const reached = rules.grants.every((grant) =>
    target.grants.some((other) => isNarrower(here(grant.where), there(other.where))),
  );
  const restricted = target.restrictions.every((restriction) =>
    rules.restrictions.some((own) => isNarrower(here(own), there(restriction))),
  );
  return reached && restricted;
}

/** The child's relation that leads back to its parent. */
function wayBack(model: ReadModel, kind: ReadKind, target: string, foreignColumn: string): string | null {
  for (const other of model.kinds.get(target)?.relations.values() ?? []) {
    if (other.is === 'one' && other.column === foreignColumn && other.target === kind.name) return other.name;
  }
  return null;
}

/** Whether every row that meets `narrow` meets `wide`, as far as the forms of the two tell. */
export function isNarrower(narrow: Where, wide: Where): boolean {
  if (isDeepStrictEqual(narrow, wide)) return true;
  const { and } = narrow;
  if (Array.isArray(and) && and.some((part) => isNarrower(part as Where, wide))) return true;
  const asked = Object.entries(wide);
  if (asked.length === 0 || asked.some(([key]) => key === 'and' || key === 'or' || key === 'not'))
    return false;
  return asked.every(([key, value]) => {
    const own = narrow[key];
    if (own === undefined) return false;
    if (isDeepStrictEqual(own, value)) return true;
    return isNested(own) && isNested(value) && isNarrower(own, value);
  });
}

const listKeys = ['some', 'none', 'every'];

/** A filter on a related record; not a list's (whose `none` turns narrow and wide around) and no operators. */
function isNested(value: unknown): value is Where {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return !Object.keys(value).some((key) => listKeys.includes(key) || key === 'count' || key === 'where');
}
