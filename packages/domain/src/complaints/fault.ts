import type { FaultConclusion } from './vocabularies.js';

const ours: readonly unknown[] = ['OUR_FAULT', 'SHARED'] satisfies readonly FaultConclusion[];

/** Whether an investigation found us at least partly at fault: then a measure against recurrence is asked for (R4.4). */
export function isOurFault(conclusion: unknown): boolean {
  return ours.includes(conclusion);
}
