import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let home: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kehu-start-'));
  port = await freePort();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const pid of databases()) process.kill(pid, 'SIGKILL');
  await sleep(100);
  rmSync(home, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** `npm start` without npm, on a home folder of its own; resolves when it can serve. */
async function start(): Promise<{ child: ChildProcess; seconds: number; output: () => string }> {
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ KEHU_HOME: home, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
      ...{ DATABASE_URL: '', KEHU_DATABASE_GRACE_SECONDS: '5', KEHU_MIGRATE: '', VITEST: '' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output}`);
    if (await ready()) return { child, seconds: (performance.now() - began) / 1000, output: () => output };
    await sleep(50);
  }
}

async function ready(): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(1000),
    });
    return answer.status === 200;
  } catch {
    return false;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

/** Numbers of the database servers of this home folder. */
function databases(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--datadir=${home}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the start command', { timeout: 180_000 }, () => {
  it('on an empty folder prints one address with the demo sign-ins, and Ctrl-C leaves nothing running', async () => {
    const { child, output } = await start();
    expect(databases()).toHaveLength(1);
    await expect.poll(output, { timeout: 10_000 }).toContain(`http://127.0.0.1:${port}`);
    expect(output()).toContain('store-staff');
    expect(output().match(/https?:\/\//g)).toHaveLength(1);
    expect(await end(child, 'SIGINT')).toBe(0);
    expect(databases()).toEqual([]);
    expect(await ready()).toBe(false);
  });

  it('answers the first page of a second start within five seconds', async () => {
    const { child, seconds } = await start();
    // of a machine that has nothing else to do; where others wait for the processor too, it waits its turn
    const [load = 0] = loadavg();
    expect(seconds).toBeLessThan(5 * Math.max(1, load / availableParallelism()));
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await end(child, 'SIGTERM')).toBe(0);
  });

  it('takes over the database after a kill, with nobody locked out', async () => {
    const killed = await start();
    const [database] = databases();
    await end(killed.child, 'SIGKILL');
    expect(databases()).toEqual([database]);
    const next = await start();
    expect(databases()).toEqual([database]);
    await sleep(6000);
    expect(databases()).toEqual([database]);
    await end(next.child, 'SIGKILL');
  });

  it('leaves no orphan after a kill once the grace is over', async () => {
    expect(databases()).toHaveLength(1);
    await expect.poll(databases, { timeout: 60_000, interval: 250 }).toEqual([]);
  });
});
