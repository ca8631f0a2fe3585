import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../find-browser.mjs';
import { openBrowser } from './browser.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-browser-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(path: string, script: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('finding a browser', () => {
  it('takes the one that KEHU_BROWSER names, and no other when that does not run', () => {
    const own = program('own', 'echo "Google Chrome 140.0.1"');
    expect(findBrowser({ KEHU_BROWSER: own, PATH: '/usr/bin' })).toBe(own);
    const broken = program('broken', 'exit 1');
    expect(findBrowser({ KEHU_BROWSER: broken, PATH: '/usr/bin' })).toBeNull();
  });

  it('takes one on the PATH, but not a launcher that only says how to install one', () => {
    program('bin/chromium', 'echo "requires the chromium snap to be installed" >&2; exit 1');
    const chrome = program('bin/google-chrome', 'echo "Google Chrome 140.0.1"');
    expect(findBrowser({ PATH: join(folder, 'bin') })).toBe(chrome);
  });

  it('opens a page that shows Chinese text', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    await page.setContent('<p>客戶</p>');
    expect(await page.textContent('p')).toBe('客戶');
    await browser.close();
  });
});
