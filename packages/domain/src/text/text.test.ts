import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean.js';
import { fold } from './fold.js';
import { initials, sortKey } from './pinyin.js';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('fold', () => {
  it.each([
    ['營運部', '营运部'],
    ['裡', '里'],
    ['裏面', '里面'],
    ['臺灣', '台湾'],
    ['著', '着'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Straẞe', 'STRAßE'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['  Anna\u3000Lee ', 'anna lee'],
    ['a\u202eb\u200bc', 'abc'],
    ['e\u0301', '\u00e9'],
    ['薴', '苎'],
  ])('makes no difference between %s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps apart what people take for different', () => {
    expect(fold('王')).not.toBe(fold('汪'));
    expect(fold('é')).not.toBe(fold('e'));
  });

  it('changes nothing when done twice, and never lengthens a text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect([...once].length).toBeLessThanOrEqual([...text.normalize('NFC')].length);
      }),
      { numRuns: 3000 },
    );
    expect(fold('\ufdfa').length).toBe(1);
  });

  it('finds a part of a Chinese text in its fold', () => {
    const han = fc.string({ unit: fc.constantFrom(...'營运裡里臺湾張王公司有限Ab1 （）'), maxLength: 12 });
    fc.assert(
      fc.property(han, han, han, (before, part, after) => {
        expect(fold(before + part + after)).toContain(fold(part));
      }),
    );
  });
});

describe('cleanText', () => {
  it('takes out marks that turn the direction of writing, and says so', () => {
    expect(cleanText('张\u202e三\u200f')).toEqual({ text: '张三', removed: true });
    expect(cleanText('a\u0000b\u0007')).toEqual({ text: 'ab', removed: true });
  });

  it('trims and composes without calling that a removal', () => {
    expect(cleanText('  e\u0301tude \n')).toEqual({ text: 'étude', removed: false });
    expect(cleanText('一\r\n二\r三')).toEqual({ text: '一\n二\n三', removed: false });
  });

  it('keeps emoji whole, also those that are joined', () => {
    for (const picture of ['👨‍👩‍👧', '👍🏽', '🏳️‍🌈', '❤️‍🔥']) {
      expect(cleanText(picture)).toEqual({ text: picture, removed: false });
    }
    expect(cleanText('张\u200d三')).toEqual({ text: '张三', removed: true });
  });

  it('keeps quotes, formulas and code as the text that they are', () => {
    for (const text of ["'; DROP TABLE customer; --", '=1+1', '<script>alert(1)</script>']) {
      expect(cleanText(text)).toEqual({ text, removed: false });
    }
  });

  it('takes out a half of a surrogate pair', () => {
    expect(cleanText('a\ud800b')).toEqual({ text: 'ab', removed: true });
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({ text: once, removed: false });
      }),
      { numRuns: 3000 },
    );
  });

  it('makes one line of several', () => {
    expect(cleanLine('第一行\n\n第二行\t完').text).toBe('第一行 第二行 完');
  });
});

describe('sortKey', () => {
  const sorted = (texts: string[]): string[] =>
    [...texts].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));

  it('puts Chinese in pinyin order and Latin text at its place', () => {
    expect(sorted(['赵六', 'Mike', '王五', '李四', 'Anna', '安然', '3M中国'])).toEqual([
      '3M中国',
      '安然',
      'Anna',
      '李四',
      'Mike',
      '王五',
      '赵六',
    ]);
  });

  it('keeps the bearers of one family name together', () => {
    expect(sorted(['章一', '张三', '章二', '张一'])).toEqual(['张三', '张一', '章二', '章一']);
  });

  it('sorts by tone after the syllable, and short syllables before long ones', () => {
    expect(sorted(['马', '妈', '骂', '麻'])).toEqual(['妈', '麻', '马', '骂']);
    expect(sorted(['先锋', '西安'])).toEqual(['西安', '先锋']);
  });

  it('reads a family name as one, and a city as a city', () => {
    expect(sortKey('曾国强')).toMatch(/^zeng1/);
    expect(sortKey('单雄')).toMatch(/^shan4/);
    expect(sortKey('重庆店')).toMatch(/^chong2/);
  });

  it('sorts both ways of writing together', () => {
    expect(sortKey('張三')).toBe(sortKey('张三'));
  });

  it('never grows longer than its column, whatever the text', () => {
    fc.assert(fc.property(anyText, (text) => sortKey(text).length <= 190));
    expect(sortKey('庄'.repeat(500)).length).toBeLessThanOrEqual(190);
    expect(sortKey('𠮷'.repeat(500))).not.toMatch(/[\ud800-\udbff]$/);
  });
});

describe('initials', () => {
  it.each([
    ['张小明', 'zxm'],
    ['張小明', 'zxm'],
    ['3M中国', '3mzg'],
    ['重庆分店', 'cqfd'],
    ['Anna', 'anna'],
    ['', ''],
  ])('of %s are %s', (text, expected) => {
    expect(initials(text)).toBe(expected);
  });
});
