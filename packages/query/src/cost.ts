import type { Branch, NodePlan } from './answers.js';
import type { ReadLimits } from './policy.js';
import { tooExpensive } from './problems.js';

/** What a statement costs beside its rows. */
const perStatement = 10;
/** Children that a list without limit is taken to have. */
export const assumedChildren = 10;

export interface Cost {
  readonly total: number;
  readonly statements: number;
  readonly mostExpensive: string;
}

/**
 * The cost of reading so many records with everything that hangs on them, estimated before running:
 * rows of every level plus ten per statement. Each alias of a list is a level of its own.
 */
export function costOf(node: NodePlan | null, rows: number, name: string, extraStatements = 0): Cost {
  let total = rows + perStatement * (1 + extraStatements);
  let statements = 1 + extraStatements;
  let most = { part: name, cost: total };
  const add = (branch: Branch, parents: number): void => {
    const asked = 1 + branch.additions.length;
    const own = (parents * branch.each + perStatement) * asked;
    total += own;
    statements += asked;
    if (own > most.cost) most = { part: branch.path, cost: own };
    if (branch.node) walk(branch.node, parents * branch.each);
  };
  const walk = (at: NodePlan, parents: number): void => {
    for (const branch of at.branches) add(branch, parents);
    for (const one of at.ones) walk(one.node, parents);
  };
  if (node) walk(node, rows);
  return { total: Math.ceil(total), statements, mostExpensive: most.part };
}

/** Refuses what costs more than the role may spend. */
export function requireAffordable(cost: Cost, limits: ReadLimits): void {
  if (cost.total > limits.cost) {
    throw tooExpensive('tooExpensive', { cost: cost.total, limit: limits.cost, part: cost.mostExpensive });
  }
  if (cost.statements > limits.statements) {
    throw tooExpensive('tooManyStatements', {
      cost: cost.statements,
      limit: limits.statements,
      part: cost.mostExpensive,
    });
  }
}
