import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '@kehu/domain/catalogue/labels';
import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './boot/preferences';
import { messagesOf } from './i18n';
import { filled, type Texts } from './texts';

const source = fileURLToPath(new URL('..', import.meta.url));

/** Every file of texts, with what it exports. */
async function allTexts(): Promise<[string, Texts][]> {
  const found: [string, Texts][] = [];
  for (const path of readdirSync(source, { recursive: true }).map(String)) {
    if (!/(^|\/)texts\.ts$/.test(path) || path === 'app/texts.ts') continue;
    const module = (await import(join(source, path))) as Record<string, Texts>;
    for (const [name, texts] of Object.entries(module))
      if (name.endsWith('Texts')) found.push([`${path} ${name}`, texts]);
  }
  return found;
}

const holes = (text: string) => [...text.matchAll(/%\{\w+\}/g)].map(String).sort();

describe('the dashboard’s own texts', async () => {
  const areas = await allTexts();

  it('are found', () => {
    expect(areas.length).toBeGreaterThan(8);
  });

  it.each(areas)('%s: every text exists in three languages with the same values in it', (_, texts) => {
    for (const [key, label] of Object.entries(texts)) {
      for (const language of languages) expect(label[language], `${key} ${language}`).toMatch(/\S/);
      expect(holes(label['zh-Hant']), key).toEqual(holes(label['zh-Hans']));
      expect(holes(label.en), key).toEqual(holes(label['zh-Hans']));
    }
  });

  it.each(areas)('%s: English is English and Chinese is Chinese', (_, texts) => {
    for (const [key, label] of Object.entries(texts)) expect(label.en, key).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('are filled with values, and leave what is unknown standing', () => {
    expect(filled('共 %{n} 条 %{x}', { n: 3 })).toBe('共 3 条 %{x}');
  });
});

describe('no screen', () => {
  it('holds a Chinese text outside the texts files', () => {
    const allowed = /(texts|example|languages?|zh-han[st]|\.test)\.tsx?$|ra-messages|boot\/texts/;
    const loose: string[] = [];
    for (const path of readdirSync(source, { recursive: true }).map(String)) {
      if (!/\.tsx$/.test(path) || allowed.test(path)) continue;
      const code = readFileSync(join(source, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      for (const line of code.split('\n')) {
        if (/[\u4e00-\u9fff]/.test(line) && !/'zh-Hans'/.test(line)) loose.push(`${path}: ${line.trim()}`);
      }
    }
    expect(loose).toEqual([]);
  });
});

describe('react-admin’s texts', () => {
  const keys = (value: unknown, path = ''): string[] =>
    typeof value === 'string'
      ? [path]
      : Object.entries(value as object).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));

  it('have the same keys in all three languages, the catalogue’s labels included', () => {
    const base = keys(messagesOf('zh-Hans')).sort();
    expect(keys(messagesOf('zh-Hant')).sort()).toEqual(base);
    expect(keys(messagesOf('en')).sort()).toEqual(base);
    expect(base).toContain('.resources.customers.fields.name');
  });
});

describe('the language to begin with', () => {
  it('is the one chosen before, else traditional for browsers set to it, else simplified', () => {
    expect(preferredLanguage('en', ['zh-TW'])).toBe('en');
    expect(preferredLanguage(null, ['en-US', 'zh-TW'])).toBe('zh-Hant');
    expect(preferredLanguage(null, ['en-US'])).toBe('zh-Hans');
    expect(preferredLanguage('klingon', [])).toBe('zh-Hans');
  });
});
