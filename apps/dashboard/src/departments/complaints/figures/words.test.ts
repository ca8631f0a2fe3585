import { describe, expect, it } from 'vitest';
import { differenceText, figureText, money } from './words';

const percent = { unit: 'PERCENT', unitLabel: '%' };
const cases = { unit: 'CASES', unitLabel: '件' };
const yuan = { unit: 'MONEY', unitLabel: 'CNY' };
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ') ?? null;

describe('figures in words', () => {
  it('carry one decimal and their unit', () => {
    expect(figureText('63.3571', percent, 'zh-Hans')).toBe('63.4%');
    expect(plain(figureText('13', cases, 'zh-Hans'))).toBe('13 件');
    expect(plain(figureText('61.5', { unit: 'MINUTES', unitLabel: '分钟' }, 'zh-Hans'))).toBe('61.5 分钟');
    expect(figureText(null, percent, 'en')).toBe('–');
    expect(figureText('1', { unit: 'YES_NO', unitLabel: '' }, 'zh-Hant')).toBe('是');
  });

  it('say one case and two cases where the language counts its words', () => {
    const words = { unit: 'CASES', unitLabel: 'cases' };
    expect(plain(figureText('1', words, 'en'))).toBe('1 case');
    expect(plain(figureText('2', words, 'en'))).toBe('2 cases');
    expect(plain(differenceText('2', '1', words, 'en'))).toBe('+1 case');
  });

  it('say money in yuan and in ten thousands of yuan, and never break a line in it', () => {
    expect(plain(money('9460', 'CNY', 'zh-Hans'))).toBe('9 460 元');
    expect(plain(money('17470.00', 'CNY', 'zh-Hans'))).toBe('1.7 万元');
    expect(plain(money('17470.00', 'CNY', 'zh-Hant'))).toBe('1.7 萬元');
    expect(plain(money('17470.00', 'CNY', 'en'))).toBe('CNY 17.5 k');
    expect(plain(money('17470.00', 'TWD', 'zh-Hant'))).toBe('TWD 1.7 萬');
    expect(money('17470.00', 'CNY', 'zh-Hans')).not.toMatch(/ /);
  });

  it('compare percentages in percentage points, everything else in its unit', () => {
    expect(plain(differenceText('63.4', '76.3', percent, 'zh-Hans'))).toBe('−12.9 个百分点');
    expect(plain(differenceText('82.5', '76.3', percent, 'en'))).toBe('+6.2 pp');
    expect(plain(differenceText('13', '3', cases, 'zh-Hans'))).toBe('+10 件');
    expect(plain(differenceText('17470', '10310', yuan, 'zh-Hans'))).toBe('+7 160 元');
    expect(plain(differenceText('3', '3', cases, 'zh-Hans'))).toBe('±0 件');
    expect(differenceText('3', null, cases, 'zh-Hans')).toBeNull();
  });
});
