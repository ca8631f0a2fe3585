import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../../../apps/dashboard/dist', import.meta.url));
const read = (path: string) => readFileSync(join(dist, path));

/** The scripts that a page needs before it can run: its own and all that they import statically. */
function needed(entries: readonly string[], seen = new Set<string>()): Set<string> {
  for (const path of entries) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = read(path).toString();
    const imports = [...code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)];
    needed(
      imports.map((match) => `assets/${match[1]}`),
      seen,
    );
  }
  return seen;
}

const scriptsOf = (page: string) =>
  [
    ...read(page)
      .toString()
      .matchAll(/src="\/(assets\/[\w.-]+\.js)"/g),
  ].map((match) => match[1] ?? '');
const kilobytes = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + brotliCompressSync(read(path)).length, 0) / 1024;

describe('the built dashboard', () => {
  const entry = scriptsOf('index.html');
  const entryCode = entry.map((path) => read(path).toString()).join('');
  const later = [...entryCode.matchAll(/import\(\s*[`"']\.\/([\w.-]+\.js)[`"']\s*\)/g)].map(
    (m) => `assets/${m[1]}`,
  );

  it('shows the sign-in screen with at most 120 KB of script', () => {
    expect(kilobytes(needed(entry))).toBeLessThan(120);
  });

  it('shows the first list with at most 420 KB in all', () => {
    expect(later).toHaveLength(1);
    expect(kilobytes(needed([...entry, ...later]))).toBeLessThan(420);
  });

  it('keeps charts, administration and GraphiQL out of it', () => {
    const names = [...needed([...entry, ...later])].join(' ');
    for (const part of ['MonthDrawing', 'StaffShow', 'Permissions', 'graphiql', 'CustomerShow'])
      expect(names).not.toContain(part);
  });

  it('holds neither pinyin nor script tables, nor anything newer than Chrome 87 can read', () => {
    for (const path of needed([...entry, ...later])) {
      const code = read(path).toString();
      expect(code).not.toMatch(/opencc|pinyin-pro/i);
      // Private methods, static blocks and class fields with `??=` came after Chrome 87.
      expect(code, path).not.toMatch(/\bstatic\s*\{/);
    }
  });

  it('asks no other host for scripts, styles or fonts', () => {
    for (const page of ['index.html', 'graphiql.html'])
      expect(read(page).toString()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('says in three languages what is wrong when it cannot run', () => {
    const code = read('start.js')
      .toString()
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).toContain('浏览器版本过旧');
    expect(code).toContain('瀏覽器版本過舊');
    expect(code).toContain('too old');
    expect(code).not.toMatch(/=>|\blet\b|\bconst\b|`/);
  });
});
