// npm test: installs what is missing, builds, and runs every test, the browser tests included. The
// last line is `N passed, N failed, N skipped`. The checks before the tests (build, style, a browser)
// count as one each. With names of workspaces (`npm test -- packages/query`) only those are tested.
import { ensureBrowser } from './lib/browser.mjs';
import { Failure, text } from './lib/messages.mjs';
import { checkNode, prepare } from './lib/prepare.mjs';
import { run, say, stopOnSignals, stopRunning } from './lib/run.mjs';
import { ROOT, workspaces } from './lib/stamp.mjs';
import { startTestServer } from './lib/test-server.mjs';
import { hasTests, runTests } from './lib/vitest.mjs';

const began = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

function add(name, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
  const figures = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  lines.push(`  ${counts.failed > 0 ? '✗' : '✓'} ${name}: ${figures}${counts.why ? ` (${counts.why})` : ''}`);
}

/** Runs a check that is not a test; false when it failed. */
async function check(name, work) {
  const start = Date.now();
  try {
    await work();
    add(name, { passed: 1, failed: 0, skipped: 0 });
    say(`✓ ${name} (${Math.round((Date.now() - start) / 1000)} s)`);
    return true;
  } catch (error) {
    say(`✗ ${name}\n${error instanceof Failure ? error.message : (error?.stack ?? error)}`);
    add(name, { passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

async function style() {
  const result = await run(
    text('lint'),
    `${ROOT}/node_modules/.bin/biome`,
    ['ci', '.', '--colors=off', '--max-diagnostics=50'],
    { cwd: ROOT },
  );
  if (result.code !== 0) throw new Failure(result.output.trim());
}

async function testAll(folders) {
  const server = await startTestServer();
  try {
    // The browser tests come last: when the API is broken, its own tests say so more precisely.
    for (const folder of folders) {
      say(`\n── ${folder} (${Math.round((Date.now() - began) / 1000)} s)`);
      add(folder, await runTests(folder, { KEHU_TEST_DATABASE_URL: server.url }));
    }
  } finally {
    await server.stop();
  }
}

async function everything() {
  const named = process.argv.slice(2);
  const folders = workspaces().filter(
    (folder) => hasTests(folder) && (named.length === 0 || named.includes(folder)),
  );
  const prepared = check('build', () => prepare({ everything: true }));
  const browser = !folders.includes('e2e') || (await check('browser', ensureBrowser));
  if (!(await prepared)) return;
  await check('style', style);
  await testAll(browser ? folders : folders.filter((folder) => folder !== 'e2e'));
}

stopOnSignals();
try {
  checkNode();
  await everything();
} catch (error) {
  say(error instanceof Failure ? error.message : (error?.stack ?? String(error)));
  total.failed += 1;
}
stopRunning();
say(`\n${lines.join('\n')}\n  ${Math.round((Date.now() - began) / 1000)} s\n`);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
