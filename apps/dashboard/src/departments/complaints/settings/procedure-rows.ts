/** A published procedure as the page reads it. */
export interface ProcedureLine {
  readonly id: string;
  readonly category: string | null;
  readonly severity: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly effectiveFrom: string;
}

/** The row in force on a day for a category (null: all that have none of their own) and a severity. */
export function latestOf(
  rows: readonly ProcedureLine[],
  category: string | null,
  severity: string,
  day: string,
): ProcedureLine | undefined {
  return rows
    .filter((row) => row.category === category && row.severity === severity && row.effectiveFrom <= day)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.procedureVersion - b.procedureVersion)
    .at(-1);
}

/** A version of a regulation as the page reads it. */
export interface VersionLine {
  readonly id: string;
  readonly regulation: string;
  readonly code: string;
  readonly effectiveFrom: string;
  readonly note: string | null;
  readonly by?: { readonly displayName?: string | null } | null;
  readonly articles: readonly { readonly article: string; readonly text: string }[];
}

/** Whether a version is in force on a day, not yet, or no longer: the latest of its regulation counts. */
export function standingOfVersion(
  versions: readonly VersionLine[],
  version: VersionLine,
  day: string,
): 'inForce' | 'later' | 'earlier' {
  if (version.effectiveFrom > day) return 'later';
  const latest = versions
    .filter((each) => each.regulation === version.regulation && each.effectiveFrom <= day)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || Number(a.id) - Number(b.id))
    .at(-1);
  return latest?.id === version.id ? 'inForce' : 'earlier';
}

type LimitLine = Readonly<Record<string, unknown>>;

/** The same of an approval limit: among those of its role and type, listed the latest first. */
export function standingOfLimit(
  limits: readonly LimitLine[],
  limit: LimitLine,
  day: string,
): 'inForce' | 'later' | 'earlier' {
  if (String(limit.effectiveFrom) > day) return 'later';
  const latest = limits.find(
    (each) => each.role === limit.role && each.type === limit.type && String(each.effectiveFrom) <= day,
  );
  return latest === limit ? 'inForce' : 'earlier';
}
