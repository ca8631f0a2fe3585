import type { Where } from './arguments.js';
import type { Compilation, RowPolicies } from './compilation.js';
import { filter } from './filter.js';
import type { Place } from './place.js';
import type { Source } from './run.js';
import { all, any, no, type Sql } from './sql.js';

const narrowing = /^(not|or|some|none|every|.*Aggregate)$/;

/** Whether a filter says "all rows" by its form alone: `{ and: [] }`, `{ customer: { and: [] } }`. */
export function isEverything(where: Where): boolean {
  return Object.entries(where).every(([key, value]) => {
    if (key === 'and') return Array.isArray(value) && value.every((w) => isEverything(w as Where));
    if (narrowing.test(key) || value === null || typeof value !== 'object') return false;
    return Object.keys(value).length > 0 && isEverything(value as Where);
  });
}

function grantSource(kind: string, index: number, where: Where): Source {
  return {
    value: where,
    path: `policy.${kind}.grants.${index}`,
    at: (run) => run.context.policy.kinds.get(kind)?.grants[index]?.where,
  };
}

function restrictionSource(kind: string, index: number, where: Where): Source {
  return {
    value: where,
    path: `policy.${kind}.restrictions.${index}`,
    at: (run) => run.context.policy.kinds.get(kind)?.restrictions[index],
  };
}

/**
 * Whether some grants of a kind reach the record of a place (which must look with `policy` access,
 * so that a policy never asks for itself).
 */
export function grantsReach(c: Compilation, place: Place, indexes: readonly number[]): Sql {
  const { name } = place.kind;
  const { grants } = c.kindPolicy(name);
  return any(
    indexes.map((i) => filter(c, place, grantSource(name, i, grants[i]?.where ?? { or: [] }), false)),
  );
}

/** Each restriction of a kind as a condition on the record of a place. */
export function restrictionsHold(c: Compilation, place: Place): Sql[] {
  const { name } = place.kind;
  return c
    .kindPolicy(name)
    .restrictions.map((where, i) => filter(c, place, restrictionSource(name, i, where), false));
}

/** The rows that a counts-only right counts; restrictions hold here too. */
export function countedRows(c: Compilation, place: Place): Sql {
  const { name } = place.kind;
  const { countsOnly } = c.kindPolicy(name);
  if (!countsOnly) return no;
  const source: Source = {
    value: countsOnly.where,
    path: `policy.${name}.countsOnly`,
    at: (run) => run.context.policy.kinds.get(name)?.countsOnly?.where,
  };
  return all([filter(c, place, source, false), ...restrictionsHold(c, place)]);
}

/** (grant OR grant …) AND every restriction. */
export const rowPolicies: RowPolicies = {
  everyRow(c, kind) {
    const { grants, restrictions } = c.kindPolicy(kind);
    return grants.some((g) => isEverything(g.where)) && restrictions.every(isEverything);
  },
  condition(c, place) {
    const { grants } = c.kindPolicy(place.kind.name);
    const reached = grants.some((g) => isEverything(g.where))
      ? []
      : [grantsReach(c, place, c.reachingGrants(place.kind.name))];
    return all([...reached, ...restrictionsHold(c, place)]);
  },
};
