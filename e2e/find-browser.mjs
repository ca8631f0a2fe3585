// Finds a Chromium for the browser tests. Node built-ins only: `npm test` asks before anything runs.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where a browser may lie although the PATH does not name it. */
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/usr/lib/chromium'];

/**
 * The path of a Chromium or Chrome that runs: the one that `KEHU_BROWSER` names, an installed one,
 * or one that Playwright has installed for this user; else null. A launcher that only says how to
 * install a browser does not count.
 */
export function findBrowser(env = process.env) {
  if (env.KEHU_BROWSER) return runs(env.KEHU_BROWSER) ? env.KEHU_BROWSER : null;
  const folders = new Set([
    ...(env.PATH ?? '').split(delimiter).filter((f) => f.startsWith('/')),
    ...FOLDERS,
  ]);
  const installed = [...folders].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...installed, ...playwrightBrowsers(env)].find((path) => existsSync(path) && runs(path)) ?? null;
}

function runs(path) {
  try {
    const version = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    return /Chrom(e|ium)\D+\d+/.test(version);
  } catch {
    return false;
  }
}

/** The newest first: `chromium-1200/chrome-linux/chrome`. */
function playwrightBrowsers(env) {
  const base =
    env.PLAYWRIGHT_BROWSERS_PATH ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(base)) return [];
  const builds = readdirSync(base).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name));
  builds.sort((a, b) => Number(b.replace(/\D+/g, '')) - Number(a.replace(/\D+/g, '')));
  return builds.flatMap((build) =>
    readdirSync(join(base, build))
      .filter((name) => name.startsWith('chrom'))
      .flatMap((folder) =>
        ['chrome', 'headless_shell', 'chrome-headless-shell'].map((program) =>
          join(base, build, folder, program),
        ),
      ),
  );
}
