import { describe, expect, it } from 'vitest';
import { languageOf, serverTexts } from '../server-texts.mjs';

describe('the texts of the database package', () => {
  it('come in the language of the environment', () => {
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf({ LANG: 'zh_TW.UTF-8' })).toBe('hant');
    expect(languageOf({ LANG: 'zh_HK.UTF-8' })).toBe('hant');
    expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(languageOf({})).toBe('en');
  });

  it('are complete in all three, with the same values in them', () => {
    const [en, zh, hant] = ['C', 'zh_CN', 'zh_TW'].map(
      (LANG) => serverTexts({ LANG }) as unknown as Record<string, unknown>,
    );
    const say = (text: unknown) =>
      typeof text === 'function' ? String(text('<1>', '<2>', '<3>')) : String(text);
    const values = (text: string) => [...new Set(text.match(/<\d>/g))].sort();
    for (const key of Object.keys(en ?? {})) {
      const english = say(en?.[key]);
      for (const text of [say(zh?.[key]), say(hant?.[key])]) {
        expect(text, key).toMatch(/\p{Script=Han}|……/u);
        expect(values(text), key).toEqual(values(english));
      }
    }
    expect(Object.keys(zh ?? {})).toEqual(Object.keys(en ?? {}));
    expect(Object.keys(hant ?? {})).toEqual(Object.keys(en ?? {}));
  });
});
