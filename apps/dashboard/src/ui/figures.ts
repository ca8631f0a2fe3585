/**
 * How numbers, money and times are written. Exact decimals come as text and stay text: they are rounded
 * here for the eye only, half away from zero, and never pass through a floating-point number.
 */

/** Thin, and never broken at the end of a line. */
const thin = '\u202f';

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, thin);
}

/** An exact decimal with so many places; empty for nothing. `1234567.891` → `1 234 567.89`. */
export function decimal(value: unknown, places = 2): string {
  if (value === null || value === undefined || value === '') return '';
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plainDecimal(value));
  if (!match) return String(value);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const kept = `${whole}${fraction.slice(0, places).padEnd(places, '0')}`;
  const up = Number(fraction[places] ?? 0) >= 5 ? 1n : 0n;
  const rounded = (BigInt(kept) + up).toString().padStart(places + 1, '0');
  const integer = rounded.slice(0, rounded.length - places) || '0';
  const behind = places ? `.${rounded.slice(-places)}` : '';
  const minus = sign && /[1-9]/.test(rounded) ? '\u2212' : '';
  return `${minus}${grouped(integer)}${behind}`;
}

function plainDecimal(value: unknown): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, '');
}

/** A whole number. */
export function whole(value: unknown): string {
  return decimal(value, 0);
}

/** A quantity: only the decimals that it has. */
export function quantity(value: unknown): string {
  const text = decimal(value, 3);
  return text.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : text.includes('.') ? '' : zeros));
}

/** A share as percent with one decimal: `0.1234` → `12.3%`. */
export function percent(value: unknown): string {
  return typeof value === 'number' ? `${decimal(value * 100, 1)}%` : '';
}

/** Figures too long to be read: in ten thousands for Chinese, in thousands or millions for English. */
export function inShort(value: unknown, language: string): string {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return '';
  const units =
    language === 'en'
      ? ([
          [1_000_000_000, 'bn'],
          [1_000_000, 'm'],
          [10_000, 'k', 1000],
        ] as const)
      : language === 'zh-Hant'
        ? ([
            [100_000_000, '億'],
            [10_000, '萬'],
          ] as const)
        : ([
            [100_000_000, '亿'],
            [10_000, '万'],
          ] as const);
  for (const [from, unit, by = from] of units as readonly (readonly [number, string, number?])[]) {
    if (Math.abs(amount) >= from) return `${decimal(amount / by, amount / by >= 1000 ? 0 : 1)}${thin}${unit}`;
  }
  return decimal(amount, Number.isInteger(amount) ? 0 : 2);
}

/** An instant as it came, in the organisation's zone: `2026-03-07T08:30:00.000+08:00` → `2026-03-07 08:30`. */
export function dateTime(value: unknown): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(value ?? ''));
  return match ? `${match[1]} ${match[2]}` : '';
}

/** The day of an instant or a date. */
export function day(value: unknown): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(String(value ?? ''))?.[0] ?? '';
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago, or how soon, in words of the language; a day without a time counts from the start of today in `zone`. */
export function relative(value: unknown, now: Date, language: string, zone: string): string {
  const text = String(value ?? '');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = Date.parse(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(at)) return '';
  const from = isDay ? Date.parse(`${today(now, zone)}T00:00:00Z`) : now.getTime();
  const seconds = (at - from) / 1000;
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60];
  // "Yesterday" is exact; "last month" for 45 days ago would not be.
  const numeric = unit === 'day' || unit === 'minute' ? 'auto' : 'always';
  const shown = isDay && unit === 'minute' ? 'day' : unit;
  return new Intl.RelativeTimeFormat(language, { numeric }).format(Math.trunc(seconds / size), shown);
}

/** The calendar month `back` months before this one, in the given zone: `2026-03`. */
export function monthBack(now: Date, zone: string, back: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const months = part('year') * 12 + part('month') - 1 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Today in the given zone: `2026-03-07`. */
export function today(now: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** An instant in the given zone: `2026-03-07 08:30`. */
export function momentIn(at: Date, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${today(at, zone)} ${time}`;
}
