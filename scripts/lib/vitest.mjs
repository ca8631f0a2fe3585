// Runs the tests of one workspace and counts them. Node built-ins only.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';
import { ROOT } from './stamp.mjs';

/** Twice what the longest takes on two quiet cores; a runner that hangs is ended and counts as failed. */
const LONGEST_MINUTES = 30;

/** Whether a workspace has any test; one without needs no runner. */
export function hasTests(folder) {
  const source = join(ROOT, folder, 'src');
  if (!existsSync(source)) return false;
  return readdirSync(source, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)));
}

/**
 * Shows the runner's own output and resolves with `{ passed, failed, skipped, why }`. Whatever goes
 * wrong beside the tests themselves (a file that cannot be loaded, an error outside any test, a
 * crash of the runner) counts as one failed.
 */
export async function runTests(folder, env) {
  const report = join(tmpdir(), `kehu-tests-${process.pid}-${folder.replaceAll('/', '-')}.json`);
  const own = ['ts', 'mts', 'js'].some((end) => existsSync(join(ROOT, folder, `vitest.config.${end}`)));
  const args = [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'],
    // built copies of the tests lie in dist
    ...(own ? [] : ['--dir', 'src']),
  ];
  try {
    const { code, tooLong } = await run(folder, process.execPath, args, {
      cwd: join(ROOT, folder),
      env,
      show: true,
      minutes: LONGEST_MINUTES,
    });
    if (tooLong) return { passed: 0, failed: 1, skipped: 0, why: `ended after ${LONGEST_MINUTES} minutes` };
    return count(readReport(report), code);
  } finally {
    rmSync(report, { force: true });
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The runner's report and exit code as counts. */
export function count(report, code) {
  if (!report)
    return { passed: 0, failed: 1, skipped: 0, why: `the test runner ended with ${code} and left no report` };
  const passed = report.numPassedTests ?? 0;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const tests = report.numFailedTests ?? 0;
  const files = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = tests + files;
  if (failed > 0) return { passed, failed, skipped };
  if (code !== 0) return { passed, failed: 1, skipped, why: `the test runner ended with ${code}` };
  return { passed, failed: 0, skipped };
}
