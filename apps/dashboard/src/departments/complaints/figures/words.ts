import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';
import { decimal, inShort } from '../../../ui/figures';

/** A unit as `kpis` answers it: its code, and its words in the reader's language (for money the currency). */
export interface Unit {
  readonly unit: string;
  readonly unitLabel: string;
}

/** Binds a figure to its unit: a line never ends between the two. */
const bound = '\u00a0';
const yuan: Label = label('元', '元', 'CNY');
const points: Label = label('个百分点', '個百分點', 'pp');
const yes: Label = label('是', '是', 'yes');
const no: Label = label('否', '否', 'no');

const places = (unit: string): number => (unit === 'CASES' ? 0 : 1);

/** A figure with its unit: `63.4%`, `13 件`, `1.7 万元`; "–" for nothing. */
export function figureText(value: string | null, { unit, unitLabel }: Unit, language: Language): string {
  if (value === null) return '–';
  if (unit === 'YES_NO') return (Number(value) >= 1 ? yes : no)[language];
  if (unit === 'PERCENT') return `${decimal(value, 1)}%`;
  if (unit === 'MONEY') return money(value, unitLabel, language);
  return `${decimal(value, places(unit))}${bound}${counted(value, unitLabel, language)}`;
}

/** Money short enough to be read at a glance; the currency's own name where the reader has one for it. */
export function money(value: string, currency: string, language: Language): string {
  const amount = inShort(value, language);
  const chinese = language !== 'en' && currency === 'CNY';
  // 万 and 元 are one word: 1.7 万元.
  if (chinese) return `${amount}${/\d$/.test(amount) ? bound : ''}${yuan[language]}`;
  return `${currency}${bound}${amount}`;
}

/** How much more or less than before, in the unit; of percentages in percentage points; null where either is missing. */
export function differenceText(
  value: string | null,
  before: string | null,
  { unit, unitLabel }: Unit,
  language: Language,
): string | null {
  if (value === null || before === null || unit === 'YES_NO') return null;
  const by = Number(value) - Number(before);
  const size = Math.abs(by).toFixed(4);
  const sign = Number(decimal(size, places(unit)).replace(/\s/g, '')) === 0 ? '±' : by > 0 ? '+' : '\u2212';
  if (unit === 'PERCENT') return `${sign}${decimal(size, 1)}${bound}${points[language]}`;
  if (unit === 'MONEY') return `${sign}${money(size, unitLabel, language)}`;
  return `${sign}${decimal(size, places(unit))}${bound}${counted(size, unitLabel, language)}`;
}

/** English says one case, two cases; Chinese does not count its words. */
function counted(value: string, unitLabel: string, language: Language): string {
  return language === 'en' && Number(value) === 1 ? unitLabel.replace(/s$/, '') : unitLabel;
}
