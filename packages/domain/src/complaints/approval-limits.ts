/** A row of the limits that the organisation set: per role, for one type of compensation or for all. */
export interface LimitRow {
  readonly role: string;
  readonly type: string | null;
  readonly maxAmount: string;
  /** Day of the organisation, `2026-03-01`. */
  readonly effectiveFrom: string;
}

/**
 * Up to which amount somebody with these roles approves compensation of a type on a day (R4.18), or
 * null where no row speaks of any of the roles: then everything goes to the general manager (F16). Per
 * role a row for the type goes before one for all types, and the latest in force counts; several roles
 * give the highest. Rows of one day stand in the order in which they were written, the last one counts.
 */
export function approvalLimit(
  rows: readonly LimitRow[],
  roles: readonly string[],
  type: string,
  day: string,
): string | null {
  let highest: string | null = null;
  for (const held of roles) {
    const inForce = rows.filter((row) => row.role === held && row.effectiveFrom <= day);
    const latest =
      latestOf(inForce.filter((row) => row.type === type)) ??
      latestOf(inForce.filter((row) => row.type === null));
    if (latest && (highest === null || isWithin(highest, latest.maxAmount))) highest = latest.maxAmount;
  }
  return highest;
}

function latestOf(rows: readonly LimitRow[]): LimitRow | undefined {
  return rows.reduce<LimitRow | undefined>(
    (best, row) => (best && best.effectiveFrom > row.effectiveFrom ? best : row),
    undefined,
  );
}

/** Whether an exact amount of at most two decimals lies at or below a limit. */
export function isWithin(amount: string, limit: string): boolean {
  return cents(amount) <= cents(limit);
}

function cents(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(`${fraction}00`.slice(0, 2));
}
