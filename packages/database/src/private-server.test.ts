import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './connection.js';
import { type PrivateServer, startPrivateServer } from './private-server.js';
import { argumentsOf, markOf } from './processes.js';

let home: string;
const started: { stop(): Promise<void> }[] = [];

const start = async (options: { supervised?: boolean } = {}): Promise<PrivateServer> => {
  const server = await startPrivateServer({
    home,
    graceSeconds: 2,
    bufferPoolMegabytes: 128,
    durable: false,
    ...options,
  });
  started.push(server);
  return server;
};

interface StandIn {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly takenOver: boolean;
  readonly url: string;
}

/** Another process that uses the server of the same home folder. */
async function standIn(graceSeconds: number): Promise<StandIn> {
  const program = fileURLToPath(new URL('../dist/stand-in.js', import.meta.url));
  const child = spawn(process.execPath, [program, home, String(graceSeconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push({ stop: () => ended(child, 'SIGTERM') });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`the stand-in ended with ${code}`)));
  });
  return { child, ...(JSON.parse(line) as Omit<StandIn, 'child'>) };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

const runs = (pid: number) => markOf(pid) !== undefined;

async function eventually(condition: () => boolean, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (!condition() && Date.now() < deadline) await sleep(50);
  return condition();
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kehu-server-'));
});
afterEach(async () => {
  for (const one of started.splice(0).reverse()) await one.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('the private server', () => {
  it('starts on an empty folder, is strict, in UTC, and stops without leaving a process', async () => {
    const server = await start();
    const database = await openDatabase({ url: server.url });
    const [row] = await database.rows(
      'SELECT @@global.sql_mode, @@global.time_zone, @@character_set_server, @@collation_server, @@skip_networking, @@innodb_snapshot_isolation',
    );
    await database.close();
    expect(row).toEqual([
      expect.stringContaining('STRICT_TRANS_TABLES'),
      '+00:00',
      'utf8mb4',
      'utf8mb4_bin',
      '1',
      '1',
    ]);
    await server.stop();
    expect(runs(server.pid)).toBe(false);
  });

  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    const before = await openDatabase({ url: first.migrateUrl });
    await before.query('CREATE TABLE kept (id INT PRIMARY KEY)');
    await before.change('INSERT INTO kept VALUES (7)');
    await before.close();
    await first.stop();
    const second = await start();
    const after = await openDatabase({ url: second.url });
    expect(await after.rows('SELECT id FROM kept')).toEqual([[7]]);
    await after.close();
  });

  it('lets in nobody without the password, root included, and hides secrets and socket from others', async () => {
    const server = await start();
    const address = (user: string) =>
      `mysql://${user}@localhost/mysql?socketPath=${encodeURIComponent(server.socket)}`;
    for (const user of ['root', 'kehu', 'kehu_admin', 'kehu:guess', '']) {
      await expect(openDatabase({ url: address(user) })).rejects.toThrow(/[Aa]ccess denied/);
    }
    for (const name of ['database-admin', 'database-app']) {
      expect(statSync(join(home, 'secrets', name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(server.socket, '..')).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(server.socket)).toBeLessThanOrEqual(107);
    expect(argumentsOf(server.pid).join(' ')).not.toContain(
      readFileSync(join(home, 'secrets/database-app'), 'utf8').trim(),
    );
  });

  it('gives the application no right to change tables', async () => {
    const server = await start();
    const database = await openDatabase({ url: server.url });
    await expect(database.query('CREATE TABLE forbidden (id INT)')).rejects.toThrow(/denied/);
    await database.close();
  });

  it('works under a home folder whose path is longer than a socket may be', async () => {
    home = join(home, 'long'.repeat(40));
    const server = await start();
    expect(runs(server.pid)).toBe(true);
  });

  it('is taken over by the next start after a kill', async () => {
    const killed = await standIn(30);
    await ended(killed.child, 'SIGKILL');
    const server = await start();
    expect(server).toMatchObject({ pid: killed.pid, takenOver: true });
  });

  it('is stopped by the watcher after a kill when nobody takes it over', async () => {
    const killed = await standIn(1);
    await ended(killed.child, 'SIGKILL');
    expect(runs(killed.pid)).toBe(true);
    expect(await eventually(() => !runs(killed.pid), 20)).toBe(true);
  });

  it('outlives each kill for the whole grace, though an earlier one’s has passed', async () => {
    const first = await standIn(1);
    const second = await standIn(4);
    await ended(first.child, 'SIGKILL');
    await ended(second.child, 'SIGKILL');
    await sleep(2500);
    expect(runs(first.pid)).toBe(true);
    expect(await eventually(() => !runs(first.pid), 20)).toBe(true);
  });

  it('is ended by the watcher when the home folder was deleted after the kill', async () => {
    const killed = await standIn(1);
    await ended(killed.child, 'SIGKILL');
    rmSync(home, { recursive: true });
    expect(await eventually(() => !runs(killed.pid), 20)).toBe(true);
    expect(existsSync(home)).toBe(false);
  });

  it('starts anew when a process was killed between marking the server as stopping and stopping it', async () => {
    const killed = await standIn(30);
    const admin = await openDatabase({ url: killed.url });
    await admin.change("UPDATE kehu_private.server SET state = 'stopping'");
    await admin.close();
    await ended(killed.child, 'SIGKILL');
    const server = await start();
    expect(server).toMatchObject({ takenOver: false });
    expect(runs(killed.pid)).toBe(false);
  });

  it('outlives the watcher of a killed process once another has taken it over', async () => {
    const killed = await standIn(1);
    await ended(killed.child, 'SIGKILL');
    const server = await start();
    await sleep(2500);
    expect(runs(server.pid)).toBe(true);
    expect(server.pid).toBe(killed.pid);
  });

  it('is stopped by the last of several processes, whichever that is', async () => {
    const server = await start();
    const other = await standIn(30);
    expect(other).toMatchObject({ pid: server.pid, takenOver: true });
    await server.stop();
    expect(runs(server.pid)).toBe(true);
    await ended(other.child, 'SIGTERM');
    expect(runs(server.pid)).toBe(false);
  });

  it('is one server however many processes start at the same moment', async () => {
    const all = await Promise.all([start(), standIn(30), start(), standIn(30)]);
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(1);
  });

  it('starts although files of an earlier run name a process that is another program by now', async () => {
    const mark = { pid: process.pid, startedAt: 1 };
    mkdirSync(join(home, 'run'), { recursive: true });
    writeFileSync(join(home, 'run/database.pid'), `${process.pid}\n`);
    writeFileSync(join(home, 'run/start.lock'), JSON.stringify(mark));
    const server = await start();
    expect(server.takenOver).toBe(false);
    expect(server.pid).not.toBe(process.pid);
  });

  it('starts again with fresh passwords when the secrets were lost while it ran', async () => {
    const killed = await standIn(30);
    await ended(killed.child, 'SIGKILL');
    rmSync(join(home, 'secrets'), { recursive: true });
    const server = await start();
    expect(server.takenOver).toBe(false);
    expect(runs(killed.pid)).toBe(false);
  });

  it('is started again by itself after it has died, and the pool finds it', async () => {
    const server = await start();
    const database = await openDatabase({ url: server.url });
    const dead = server.pid;
    process.kill(dead, 'SIGKILL');
    expect(await eventually(() => server.pid !== dead && runs(server.pid), 10)).toBe(true);
    expect((await database.health()).ok).toBe(true);
    await database.close();
  });

  it('says that it is away while it is', async () => {
    const server = await start({ supervised: false });
    const database = await openDatabase({ url: server.url });
    process.kill(server.pid, 'SIGKILL');
    expect(await eventually(() => !runs(server.pid), 5)).toBe(true);
    expect((await database.health()).ok).toBe(false);
    await server.revive();
    expect((await database.health()).ok).toBe(true);
    await database.close();
  });

  it('refuses data of a newer release, saying what to do', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(home, 'database/kehu-series'), '99.1\n');
    await expect(start()).rejects.toThrow(/written by MariaDB 99\.1.*Install MariaDB 99\.1 or newer/);
  });
});
