import type { Language } from '@kehu/domain/catalogue/labels';
import { type KpiUnit, kpiUnit } from '@kehu/domain/kpi/kpi';
import { Decimal } from 'decimal.js';

/** Digits behind the point in the exact answer. */
const exact = 4;
const shownDigits: Readonly<Record<KpiUnit, number>> = {
  CASES: 0,
  PERCENT: 1,
  MINUTES: 1,
  HOURS: 1,
  DAYS: 1,
  MONEY: 2,
  YES_NO: 0,
  PER_TEN_THOUSAND: 2,
  SCORE: 1,
};
const yes: Readonly<Record<Language, readonly [string, string]>> = {
  'zh-Hans': ['否', '是'],
  'zh-Hant': ['否', '是'],
  en: ['no', 'yes'],
};

/** A figure as programs take it: exact to four digits, without trailing zeros. */
export function asNumber(value: Decimal | null): string | null {
  return value === null ? null : value.toDecimalPlaces(exact, Decimal.ROUND_HALF_UP).toFixed();
}

/** A figure as people read it, with its unit; "–" where there is none. */
export function asText(value: Decimal | null, unit: KpiUnit, language: Language, currency: string): string {
  if (value === null) return '–';
  if (unit === 'YES_NO') return yes[language][value.gte(1) ? 1 : 0];
  const digits = shownDigits[unit];
  // What floating point left of a half is a half: the monthly table says the same figure.
  const shown = value.toDecimalPlaces(exact, Decimal.ROUND_HALF_UP).toFixed(digits, Decimal.ROUND_HALF_UP);
  const [whole = '', rest] = (unit === 'MINUTES' ? shown.replace(/\.0$/, '') : shown).split('.');
  const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (rest ? `.${rest}` : '');
  if (unit === 'PERCENT') return `${text}%`;
  if (unit === 'MONEY') return `${currency} ${text}`;
  return `${text} ${kpiUnit.labels[unit][language]}`;
}
