/** The p-th quantile with linear interpolation between the nearest ranks, as the read engine has it; null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * p;
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** A share in percent with one digit behind the point, as the figures show it, rounded half up; null of nothing. */
export function percent(of: number, all: number): string | null {
  return all === 0 ? null : tenths((of * 1000) / all);
}

/** A number with at most one digit behind the point, as the figures show it. */
export function rounded(value: number | null): string | null {
  return value === null ? null : tenths(value * 10);
}

/** Of tenths; what floating point left of a half is a half. */
function tenths(value: number): string {
  return String(Math.round(Number(value.toFixed(6))) / 10);
}

/** The exact sum of amounts with at most two digits behind the point. */
export function sumOf(amounts: readonly string[]): string {
  let cents = 0n;
  for (const amount of amounts) {
    const [whole = '0', rest = ''] = amount.split('.');
    cents += BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2));
  }
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
