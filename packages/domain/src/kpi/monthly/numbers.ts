/** The p-th quantile with linear interpolation between the nearest ranks, as the read engine has it; null of nothing. */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * p;
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** A share in percent with two digits, rounded half up; null of nothing. */
export function percent(of: number, all: number): string | null {
  if (all === 0) return null;
  return hundredths(Math.round((of * 10_000) / all));
}

/** A number with at most two digits behind the point. */
export function rounded(value: number | null): string | null {
  return value === null ? null : hundredths(Math.round(value * 100));
}

function hundredths(value: number): string {
  return String(value / 100);
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
