import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
const patience = 150_000;

/**
 * The product as built, with the demo organisation, on a folder and a port of its own; or the one that
 * runs at `KEHU_E2E_URL`. Throws with the server's last words when it does not become ready.
 */
export async function startServer(): Promise<RunningServer> {
  const given = process.env.KEHU_E2E_URL;
  if (given) return { url: given.replace(/\/$/, ''), stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'kehu-e2e-'));
  const port = await freePort();
  const env = { ...process.env, KEHU_HOME: home, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await untilReady(url, () => child.exitCode !== null);
  } catch {
    await stop();
    throw new Error(`The server did not become ready. Its last words:\n${words}`);
  }
  return { url, stop };
}

async function untilReady(url: string, ended: () => boolean): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until && !ended()) {
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('not ready');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
