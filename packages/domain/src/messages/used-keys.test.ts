import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isMessageKey } from './message.js';
import { readMessages } from './read.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** Keys of the read engine as its code names them. */
function engineKeys(): Set<string> {
  const keys = new Set<string>();
  for (const source of [...sources('packages/query/src'), ...sources('apps/api/src')]) {
    for (const [, key] of source.matchAll(/(?:badInput|tooExpensive|refuse)\(\s*'([a-zA-Z]+)'/g))
      keys.add(`read.${key}`);
    for (const [, key] of source.matchAll(/message: '(read\.[a-zA-Z]+)'/g)) keys.add(key ?? '');
    for (const [, key] of source.matchAll(/'(read\.(?:timeout|unavailable))'/g)) keys.add(key ?? '');
  }
  return keys;
}

/** Keys of the importer as its code names them. */
function importerKeys(): Set<string> {
  const keys = new Set<string>();
  for (const source of sources('packages/importer/src')) {
    for (const [, key] of source.matchAll(/'(import\.[a-zA-Z]+)'/g)) keys.add(key ?? '');
  }
  return keys;
}

describe('the keys that the code uses', () => {
  it('have texts: those of the read engine', () => {
    const keys = engineKeys();
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('have texts: those of the importer', () => {
    const keys = importerKeys();
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('are all that the read engine has texts for', () => {
    const keys = engineKeys();
    expect(Object.keys(readMessages).filter((key) => !keys.has(key))).toEqual([]);
  });
});
