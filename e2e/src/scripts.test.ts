import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly why?: string;
}
interface Scripts {
  count(report: unknown, code: number): Counts;
  checkNode(version: string): void;
  run(
    what: string,
    command: string,
    args: string[],
    options?: { minutes?: number },
  ): Promise<{ code: number; output: string }>;
}

const load = async <Name extends keyof Scripts>(file: string, name: Name): Promise<Scripts[Name]> => {
  const module = (await import(new URL(`../../scripts/lib/${file}`, import.meta.url).href)) as Scripts;
  return module[name];
};

describe('counting tests', () => {
  const report = (passed: number, failed: number, files: { status: string; tests: string[] }[] = []) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((t) => ({ status: t })),
    })),
  });

  it('takes the runner’s figures', async () => {
    const count = await load('vitest.mjs', 'count');
    expect(count(report(10, 0), 0)).toEqual({ passed: 10, failed: 0, skipped: 3 });
    const files = [{ status: 'failed', tests: ['failed', 'passed'] }];
    expect(count(report(10, 1, files), 1)).toEqual({ passed: 10, failed: 1, skipped: 3 });
  });

  it('counts as failed: a file that cannot be loaded, an error outside a test, a crash', async () => {
    const count = await load('vitest.mjs', 'count');
    expect(count(report(10, 0, [{ status: 'failed', tests: [] }]), 1)).toMatchObject({ failed: 1 });
    expect(count(report(10, 0, [{ status: 'failed', tests: ['passed'] }]), 1)).toMatchObject({ failed: 1 });
    expect(count(report(10, 0), 1)).toMatchObject({ failed: 1, why: expect.stringContaining('1') });
    expect(count(null, 137)).toMatchObject({ passed: 0, failed: 1, why: expect.stringContaining('137') });
  });
});

describe('the Node that starts it', () => {
  it('must be one that every part runs on', async () => {
    const checkNode = await load('prepare.mjs', 'checkNode');
    for (const version of ['20.19.0', '20.20.2', '22.13.0', '24.11.0', '26.0.0']) checkNode(version);
    for (const version of ['18.20.8', '20.18.3', '21.7.0', '22.12.0', '23.11.0', '24.10.0']) {
      expect(() => checkNode(version)).toThrow(version);
    }
  });
});

/** A process that has ended but that nobody has collected yet counts as ended. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('running a program', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kehu-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('tells exit code and output, and that a program is missing', async () => {
    const run = await load('run.mjs', 'run');
    writeFileSync(join(folder, 'p.cjs'), 'console.log("out"); console.error("err"); process.exit(3)');
    const result = await run('a program', process.execPath, [join(folder, 'p.cjs')]);
    expect(result.code).toBe(3);
    expect(result.output).toMatch(/out[\s\S]*err|err[\s\S]*out/);
    expect(await run('nothing', join(folder, 'absent'), [])).toMatchObject({ code: 127 });
  });

  it('ends one that takes longer than it may, with what it has started', async () => {
    const run = await load('run.mjs', 'run');
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])`;
    writeFileSync(join(folder, 'p.cjs'), `console.log(${child}.pid); setInterval(() => {}, 1000)`);
    const result = await run('a program', process.execPath, [join(folder, 'p.cjs')], { minutes: 0.03 });
    expect(result).toMatchObject({ code: 1, tooLong: true, output: expect.stringContaining('SIGKILL') });
    const grandchild = Number.parseInt(result.output, 10);
    expect(grandchild).toBeGreaterThan(1);
    await expect.poll(() => runs(grandchild), { timeout: 5000 }).toBe(false);
  });
});
