/** A group and how many rows it has. */
export interface Sized {
  readonly count: number;
}

/**
 * Folds groups smaller than `smallest` into one, and, while that one is smaller itself, the smallest
 * of the others too: no number below `smallest` is told, and none can be worked out as the rest of a
 * total. Null when there are fewer rows than that in all.
 */
export function folded<Group extends Sized>(
  groups: readonly Group[],
  smallest: number,
): { readonly kept: readonly Group[]; readonly folded: number } | null {
  const small = groups.filter((group) => group.count < smallest);
  let together = small.reduce((sum, { count }) => sum + count, 0);
  let kept = groups.filter((group) => group.count >= smallest);
  while (small.length > 0 && together < smallest) {
    const next = kept.reduce<Group | null>((least, g) => (least && least.count <= g.count ? least : g), null);
    if (!next) return null;
    together += next.count;
    kept = kept.filter((group) => group !== next);
  }
  return kept.length === 0 && together === 0 ? null : { kept, folded: together };
}
