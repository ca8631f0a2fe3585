import type { ReadField, ReadKind } from '../model.js';
import type { CountsOnly, Disclosure, KindPolicy, ReadGrant, ReadPolicy } from '../policy.js';
import type { Draw } from './draw.js';
import { coarsePaths } from './random-counts.js';
import { everything, randomWhere, redrawn, type Usable } from './random-where.js';
import { hides, type World } from './world.js';

/** Generous limits: what is tested here is who sees what, not how much. */
export const testLimits: ReadPolicy['limits'] = {
  pageSize: 1000,
  inList: 500,
  conditions: 1000,
  cost: 10_000_000,
  statements: 1000,
  statementSeconds: 20,
  children: 500,
};

/** A random actor: no grant on a few kinds, else one to three, of different reach and openness. */
export function randomPolicy(draw: Draw, world: World, key: string): ReadPolicy {
  const kinds = new Map<string, KindPolicy>();
  for (const kind of world.model.kinds.values()) {
    if (draw.chance(7)) continue;
    const context = { draw, world, usable: everything };
    const restrictions = draw.chance(25) ? [randomWhere(context, kind, 2)] : [];
    if (draw.chance(18)) {
      kinds.set(kind.name, { grants: [], restrictions, countsOnly: randomCounting(draw, world, kind) });
      continue;
    }
    const grants = draw.times(draw.integer(draw.chance(6) ? 0 : 1, 3), (i) =>
      randomGrant(draw, world, kind, i),
    );
    kinds.set(kind.name, { grants, restrictions });
  }
  return { key, kinds, limits: testLimits };
}

/** A right to count rows, not to open them. */
function randomCounting(draw: Draw, world: World, kind: ReadKind): CountsOnly {
  const context = { draw, world, usable: everything };
  return {
    where: draw.chance(60) ? { and: [] } : randomWhere(context, kind, 2),
    smallestGroup: draw.pick([2, 3, 5]),
    fields: coarsePaths(draw, world.model, kind),
    buckets: draw.pick([['MONTH'], ['MONTH', 'YEAR'], ['QUARTER'], ['WEEK'], ['DAY', 'MONTH']]),
  };
}

function randomGrant(draw: Draw, world: World, kind: ReadKind, index: number): ReadGrant {
  const context = { draw, world, usable: everything };
  const reach = draw.integer(1, 100);
  const where = reach <= 35 ? { and: [] } : reach <= 42 ? { or: [] } : randomWhere(context, kind, 2);
  const hideable = [...kind.fields.keys()].filter((name) => name !== 'id' && name !== 'party');
  return {
    id: `${kind.name}-${index}`,
    where,
    disclosure: draw.pick<Disclosure>(['PLAIN', 'PLAIN', 'MASKED', 'DEIDENTIFIED']),
    ...(draw.chance(15) ? { hidden: new Set(draw.some(hideable, 1, 2)) } : {}),
  };
}

/** Another actor of the same kind: the same rights with other values in their scopes. */
export function redrawnPolicy(draw: Draw, world: World, policy: ReadPolicy): ReadPolicy {
  const context = { draw, world, usable: everything };
  const kinds = [...policy.kinds].map(([name, rules]): [string, KindPolicy] => {
    const kind = world.model.kinds.get(name);
    if (!kind) return [name, rules];
    const grants = rules.grants.map((grant) => ({ ...grant, where: redrawn(context, kind, grant.where) }));
    const restrictions = rules.restrictions.map((where) => redrawn(context, kind, where));
    const { countsOnly } = rules;
    if (!countsOnly) return [name, { grants, restrictions }];
    const counted = { ...countsOnly, where: redrawn(context, kind, countsOnly.where) };
    return [name, { grants, restrictions, countsOnly: counted }];
  });
  return { ...policy, kinds: new Map(kinds) };
}

/** Whether the actor has any right on a kind; without one every use of it is FORBIDDEN. */
export function hasGrant(policy: ReadPolicy, kind: string): boolean {
  return (policy.kinds.get(kind)?.grants.length ?? 0) > 0;
}

/** Whether no grant shows a field: selecting it is FORBIDDEN. A derived field shows what it is made of. */
export function isHidden(policy: ReadPolicy, kind: ReadKind, field: ReadField): boolean {
  const grants = policy.kinds.get(kind.name)?.grants ?? [];
  return grants.every((grant) => hides(grant, field));
}

/** What an actor may filter, sort and group by: no field that any of the grants masks or hides. */
export function usableBy(policy: ReadPolicy): Usable {
  return {
    kind: (kind) => hasGrant(policy, kind),
    field: (kind, field) => {
      const grants = policy.kinds.get(kind.name)?.grants ?? [];
      if (grants.some((grant) => hides(grant, field))) return 'none';
      if (field.encrypted) return 'exact';
      return grants.some((grant) => masks(grant, field)) ? 'none' : 'any';
    },
  };
}

function masks(grant: ReadGrant, field: ReadField): boolean {
  if (field.protection === 'identifier') return grant.disclosure !== 'PLAIN';
  return field.protection === 'name' && grant.disclosure === 'DEIDENTIFIED';
}
