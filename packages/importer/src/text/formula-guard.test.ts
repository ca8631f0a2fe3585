import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from './formula-guard.js';

const starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const payloads = [
  "cmd|' /C calc'!A0",
  '1+1',
  'HYPERLINK("http://evil.example","click")',
  'SUM(A1:A9)',
  'IMPORTXML("http://evil.example","//a")',
  'DDE("cmd";"/C calc";"x")',
  'IMPORTRANGE("x","y")',
  'WEBSERVICE("http://evil.example")',
];
const lead = ['', ' ', '  ', '"', "'", "''", '\u00a0', '\ufeff', '\u200b', '\n', '" ', ' "'];
const inside = ['名称,', '名称;', '名称\t', '名称\n', '名称\r\n', '名称|', 'a,b;', '"x",', 'x, ', "x;'"];

/** Strings that a spreadsheet must not take for formulas, alone or split at another separator. */
const corpus: readonly string[] = [
  ...starts.flatMap((start) => payloads.map((payload) => start + payload)),
  ...lead.flatMap((before) => ['=', '+', '-', '@'].map((start) => `${before}${start}1+1+cmd`)),
  ...inside.flatMap((before) => starts.slice(0, 4).map((start) => `${before}${start}cmd|x`)),
  ...inside.flatMap((before) => ['＝', '＠'].map((start) => `${before}${start}cmd|x`)),
  ...starts,
  '-张三',
  '@everyone',
  '+86 138-0013-8000 转 5',
  '=',
  '\t=1',
  '\r=1',
  ';=1',
  ',,=1',
  "'=1+1",
];

/** What a spreadsheet would see: the whole cell, or its parts when it splits at another sign. */
function looksLikeFormula(text: string): boolean {
  if (/^[\t\r]/.test(text)) return true;
  return text.split(/[\t\r\n,;|]/).some((part) => /^[\s"\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]/u.test(part));
}

describe('the guard against formulas', () => {
  it('has a corpus that is dangerous, every string of it', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(200);
    const harmless = corpus.filter((text) => !looksLikeFormula(text) && !text.includes("'"));
    expect(harmless).toEqual([]);
  });

  it.each(corpus)('makes %j harmless and gives it back unchanged', (text) => {
    expect(looksLikeFormula(guarded(text))).toBe(false);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it('leaves numbers and ordinary texts alone', () => {
    for (const text of [
      '-5',
      '+3.5',
      '-1,234.50',
      '12%',
      '张三',
      'a-b',
      '订单=3',
      '3M中国',
      "O'Neil",
      "d'Or",
      '',
      '9:00-17:00',
    ]) {
      expect(guarded(text)).toBe(text);
      expect(unguarded(text)).toBe(text);
    }
  });

  it('loses nothing, whatever the text', () => {
    const unit = fc.constantFrom(...starts, ...'\'",;| ab1张\n\u00a0'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('makes every text harmless that is no plain number', () => {
    const unit = fc.constantFrom(...starts, ...'",;| ab1张\n\u00a0'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const shown = guarded(text);
        expect(looksLikeFormula(shown) && !/^[-+]?\d[\d.,]*%?$/.test(shown)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});
