import type { ImportState } from './import-state.js';
import { keyFlag } from './key-table.js';

/** What became of the records of one kind. */
export interface KindCounts {
  created: number;
  changed: number;
  unchanged: number;
}

/** Counts each record once, by what happened to it in the run. */
export function countsOf(state: ImportState): Map<string, KindCounts> {
  const counts = new Map<string, KindCounts>();
  for (const [kind, keys] of state.kinds) {
    const of: KindCounts = { created: 0, changed: 0, unchanged: 0 };
    for (let slot = 0; slot < keys.size; slot++) {
      if (keys.has(slot, keyFlag.created)) of.created += 1;
      else if (keys.has(slot, keyFlag.changed)) of.changed += 1;
      else if (keys.has(slot, keyFlag.existing) && keys.good(slot) > 0) of.unchanged += 1;
    }
    counts.set(kind, of);
  }
  return counts;
}

export function totalOf(counts: ReadonlyMap<string, KindCounts>, what: keyof KindCounts): number {
  return [...counts.values()].reduce((total, of) => total + of[what], 0);
}
