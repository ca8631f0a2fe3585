import type { RootSpec } from '../../../commands/act-schema.js';
import { headRoots } from './heads.js';
import { kpiRoots } from './kpis/roots.js';
import { monthlyRoots } from './monthly/roots.js';
import { regulationRoots } from './regulations/roots.js';

/** Queries of the statistics; the department names them with the rule that decides who is answered what. */
export function statisticsRoots(): RootSpec[] {
  return [...kpiRoots(), ...headRoots(), ...monthlyRoots(), ...regulationRoots()];
}

/** For each query its rule. */
export const statisticsQueries: Readonly<Record<string, string>> = {
  kpis: 'needs a right to read cases; worked out by the read engine with the policy of the asker',
  complaintFigures: 'as kpis',
  regulations: 'everybody who is signed in; the evidence counts what the policy of the asker shows',
  monthlyTable: 'needs a right to the monthly table; a narrower right is answered its own part (B4)',
  monthlyTableCases: 'as monthlyTable',
};
