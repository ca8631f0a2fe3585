import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dateTime,
  day,
  decimal,
  inShort,
  momentIn,
  monthBack,
  percent,
  quantity,
  relative,
  today,
  whole,
} from './figures';
import { presetSpan } from './list/SpanInput';
import { lastMonths, monthSpan } from './months';

const thin = '\u202f';
const plain = (text: string) => text.replaceAll(thin, ' ');

describe('numbers', () => {
  it('are grouped thinly and rounded for the eye only, without passing through floating point', () => {
    expect(plain(decimal('1234567.8912'))).toBe('1 234 567.89');
    expect(plain(decimal('9007199254740993.005'))).toBe('9 007 199 254 740 993.01');
    expect(plain(decimal('-0.005'))).toBe('−0.01');
    expect(plain(decimal('-0.001'))).toBe('0.00');
    expect(plain(decimal('999.995'))).toBe('1 000.00');
    expect(decimal(null)).toBe('');
    expect(plain(whole(12345))).toBe('12 345');
  });

  it('show a quantity with the decimals that it has', () => {
    expect(quantity('2.000')).toBe('2');
    expect(quantity('2.500')).toBe('2.5');
    expect(plain(quantity('1000'))).toBe('1 000');
    expect(quantity('0')).toBe('0');
  });

  it('are shortened by ten thousands in Chinese and by millions in English', () => {
    expect(plain(inShort('21930000.5', 'zh-Hans'))).toBe('2 193 万');
    expect(plain(inShort('272000', 'zh-Hant'))).toBe('27.2 萬');
    expect(plain(inShort('21930000', 'en'))).toBe('21.9 m');
    expect(plain(inShort('4798', 'zh-Hans'))).toBe('4 798');
  });

  it('become percent', () => {
    expect(percent(0.1586)).toBe('15.9%');
  });
});

describe.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'times in a browser in %s',
  (browser) => {
    const own = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = browser;
    });
    afterAll(() => {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    });

    it('are written as they come, in the organisation’s zone', () => {
      expect(dateTime('2026-03-07T08:30:15.000+08:00')).toBe('2026-03-07 08:30');
      expect(day('2026-03-07')).toBe('2026-03-07');
      expect(dateTime(null)).toBe('');
    });

    it('say how long ago, exactly enough', () => {
      const now = new Date('2026-11-24T12:00:00+08:00');
      expect(relative('2026-11-24T11:15:00+08:00', now, 'zh-Hans', 'Asia/Shanghai')).toBe('45分钟前');
      expect(relative('2026-11-22T12:00:00+08:00', now, 'en', 'Asia/Shanghai')).toBe('2 days ago');
      expect(relative('2026-10-09T12:00:00+08:00', now, 'en', 'Asia/Shanghai')).toBe('1 month ago');
      expect(relative('', now, 'en', 'Asia/Shanghai')).toBe('');
    });

    it('count days from today in the organisation’s zone', () => {
      // 07:00 of the 24th in Shanghai, still the 23rd in America.
      const now = new Date('2026-11-23T23:00:00Z');
      expect(relative('2026-11-25', now, 'zh-Hans', 'Asia/Shanghai')).toBe('明天');
      expect(relative('2026-11-23', now, 'zh-Hans', 'Asia/Shanghai')).toBe('昨天');
      expect(momentIn(now, 'Asia/Shanghai')).toBe('2026-11-24 07:00');
    });

    it('know today and the months in the organisation’s zone, not in the browser’s', () => {
      const newYear = new Date('2025-12-31T17:00:00Z');
      expect(today(newYear, 'Asia/Shanghai')).toBe('2026-01-01');
      expect(monthBack(newYear, 'Asia/Shanghai', 0)).toBe('2026-01');
      expect(monthBack(newYear, 'Asia/Shanghai', 1)).toBe('2025-12');
      expect(lastMonths(3, newYear, 'Asia/Shanghai')).toEqual(['2025-11', '2025-12', '2026-01']);
      expect(monthSpan('2025-12')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    });

    it('turn a preset into dates, so that a copied address means the same tomorrow', () => {
      const now = new Date('2026-03-31T03:00:00Z');
      expect(presetSpan('today', now, 'Asia/Shanghai')).toEqual({ from: '2026-03-31', to: '2026-04-01' });
      expect(presetSpan('lastMonth', now, 'Asia/Shanghai')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
      expect(presetSpan('thisMonth', now, 'Asia/Shanghai')).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    });
  },
);
