import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonDepth } from './json-depth.js';
import { languageOf } from './language.js';
import { LongRequests } from './long-requests.js';

describe('the depth of a JSON text', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  it('is that of the value, whatever stands in its strings', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(jsonDepth(JSON.stringify(value))).toBe(depthOf(value));
      }),
    );
    expect(jsonDepth(JSON.stringify({ a: '[[[{{{"\\', b: '\\"[' }))).toBe(1);
  });
});

describe('the language of a request', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-hant', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-HK;q=0.5, en;q=0.4', 'zh-Hant'],
    ['en-GB', 'en'],
    ['en;q=0.1, zh-CN;q=0.9', 'zh-Hans'],
    ['fr, zh-TW;q=0.3', 'zh-Hant'],
    ['en;q=0, zh', 'zh-Hans'],
    ['fr', null],
    ['*', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('long requests', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are limited per person; short ones are not', () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const long = new LongRequests();
    const ends = Array.from({ length: 20 }, () => long.begin('1', 2));
    expect(ends.every(Boolean)).toBe(true);
    now = 2500;
    expect(long.begin('1', 2)).toBeNull();
    expect(long.begin('2', 2)).not.toBeNull();
    for (const end of ends.slice(1)) end?.();
    expect(long.begin('1', 2)).not.toBeNull();
  });
});
