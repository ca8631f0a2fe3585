import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@kehu/database/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let database: TestDatabase;
let home: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  if (!existsSync(main)) throw new Error('The API has not been built: npx tsc -p apps/api');
  database = await testDatabase();
  home = mkdtempSync(join(tmpdir(), 'kehu-start-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

/** Starts the program; resolves with its address, or rejects with what it said when it ended. */
function startProgram(
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; address: string; said: () => string }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, KEHU_HOME: home, PORT: '0', DATABASE_URL: database.url, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
      if (address) resolve({ child, address, said: () => text });
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

describe('the program', () => {
  it('migrates, serves, says how to begin, and stops cleanly on SIGTERM', async () => {
    const { child, address, said } = await startProgram({});
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect(said()).toContain('user create');
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  });

  it('starts again on the same data', async () => {
    const { child, address } = await startProgram({});
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
  });

  it('says what is wrong when it cannot start, without a stack', async () => {
    await expect(startProgram({ PORT: 'many' })).rejects.toThrow(/ended with 1[\s\S]*PORT must be a number/);
    const nobody = startProgram({ DATABASE_URL: 'mysql://kehu:secret@127.0.0.1:1/kehu' });
    await expect(nobody).rejects.toThrow(/ended with 1/);
    await expect(nobody).rejects.not.toThrow(/secret|\n\s+at /);
  });

  it('says that a port is taken', async () => {
    const { address } = await startProgram({});
    const port = new URL(address).port;
    await expect(startProgram({ PORT: port })).rejects.toThrow(
      `Port ${port} is taken: stop the other program`,
    );
  });
});
