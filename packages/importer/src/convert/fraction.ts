/** An exact rational number; what formulas compute with, so that no cent is lost before the one rounding at the end. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { over: -b.over, under: b.under });
export const multiply = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.over,
  under: a.under * b.under,
});
/** Null for a division by zero. */
export const divide = (a: Fraction, b: Fraction): Fraction | null =>
  b.over === 0n ? null : { over: a.over * b.under, under: a.under * b.over };

/** How a file writes numbers. */
export interface NumberStyle {
  readonly point: string;
  readonly group: string;
}
export const plainNumbers: NumberStyle = { point: '.', group: ',' };

const longestNumber = 60;
const largestExponent = 40;

/**
 * A number as text, exactly: sign, thousands groups of three, exponent, a currency sign before it or
 * a percent sign after it. Null when it is none; nothing is guessed.
 */
export function parseNumber(text: string, style: NumberStyle = plainNumbers): Fraction | null {
  if (text.length > longestNumber) return null;
  const bare = text.normalize('NFKC').trim();
  const parts = /^([+\-−]?)\s*(?:[¥$€£]|CNY|RMB)?\s*([\d.,' ]+?)(?:[eE]([+-]?\d{1,2}))?\s*(%?)$/.exec(bare);
  if (!parts) return null;
  const [, sign, digits = '', exponent = '0', percent] = parts;
  const ungrouped = withoutGroups(digits, style);
  const number = ungrouped === null ? null : /^(\d*)(?:\.(\d*))?$/.exec(ungrouped);
  if (!number || (number[1] ?? '') + (number[2] ?? '') === '') return null;
  const shift = Number(exponent) - (percent ? 2 : 0);
  if (Math.abs(shift) > largestExponent) return null;
  const fraction = number[2] ?? '';
  const over = BigInt((number[1] ?? '') + fraction) * (sign === '-' || sign === '−' ? -1n : 1n);
  const power = shift - fraction.length;
  return power >= 0
    ? { over: over * 10n ** BigInt(power), under: 1n }
    : { over, under: 10n ** BigInt(-power) };
}

function withoutGroups(digits: string, { point, group }: NumberStyle): string | null {
  const [whole = '', ...fractions] = digits.split(point);
  if (fractions.length > 1) return null;
  const groups = group === '' ? [whole] : whole.split(group);
  const grouped = groups.length > 1;
  if (grouped && !(/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((g) => /^\d{3}$/.test(g))))
    return null;
  const plain = groups.join('');
  if (!/^\d*$/.test(plain) || !/^\d*$/.test(fractions[0] ?? '')) return null;
  return fractions.length === 0 ? plain : `${plain}.${fractions[0]}`;
}

/**
 * The number with a fixed count of decimals, rounded half-up in the commercial way: a half goes away
 * from zero (0.00005 → 0.0001, −0.00005 → −0.0001).
 */
export function toScale({ over, under }: Fraction, scale: number): string {
  const negative = over < 0n !== under < 0n;
  const a = (over < 0n ? -over : over) * 10n ** BigInt(scale);
  const b = under < 0n ? -under : under;
  const rounded = (a * 2n + b) / (b * 2n);
  const digits = rounded.toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

/** As a double, for rates. */
export function toNumber({ over, under }: Fraction): number {
  return Number(toScale({ over, under }, 12));
}
