import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMessageKey } from '@kehu/domain/messages/message';
import { describe, expect, it } from 'vitest';

const folders = ['../../../../packages/importer/src', '.', '../exports', '../cli'];

/** Keys of messages that the sources name: `import.…`, `export.…`. */
function keysIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/'(import\.[A-Za-z]+)'/g)])
    .map(([, key = '']) => key);
}

describe('what an import says', () => {
  const keys = new Set(folders.flatMap((folder) => keysIn(fileURLToPath(new URL(folder, import.meta.url)))));

  it('has a text in every language for each of its problems', () => {
    expect(keys.size).toBeGreaterThan(80);
    expect([...keys].filter((key) => !isMessageKey(key))).toEqual([]);
  });
});
