/** A rhythm that holds from a day on: how many days may pass between two visits of customers of a grade. */
export interface Rhythm {
  readonly grade: string;
  readonly days: number;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
}

/** Rhythms of the dossier (D6) until the organisation sets its own: monthly, quarterly, half-yearly. */
const usual: Readonly<Record<string, number>> = { A: 30, B: 90, C: 180, D: 180 };
/** Key accounts without a grade are visited monthly. */
const ungraded = 30;

/** How many days may pass for a grade on a day: the latest rhythm in force, else the usual one. */
export function rhythmDays(rhythms: readonly Rhythm[], grade: string | null, day: string): number {
  const inForce = rhythms
    .filter((row) => row.grade === grade && row.effectiveFrom <= day)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
  return inForce?.days ?? (grade === null ? ungraded : (usual[grade] ?? ungraded));
}
