import type { ActSpec } from '../../../commands/act-schema.js';
import { monthlyActs } from './monthly/acts.js';

/** Mutations of the statistics, for the department to name. */
export function statisticsActs(): ActSpec[] {
  return monthlyActs();
}
