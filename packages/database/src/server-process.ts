import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { libraryEnvironment, type ServerProgram } from '../find-server.mjs';
import { serverTexts } from '../server-texts.mjs';
import { argumentsOf, markOf, type ProcessMark, processWith } from './processes.js';
import { isPrivate, type ServerPlaces, type ServerSecrets } from './server-places.js';

/** What the product relies on in every session, here and on servers of the user's own. */
export const STRICT_SQL_MODE =
  'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE';

/** Names of accounts and databases on the private server. */
export const ADMIN_ACCOUNT = 'kehu_admin';
export const APP_ACCOUNT = 'kehu';
export const APP_DATABASE = 'kehu';
/** Holds the server's state and the list of processes that use it. */
export const OWN_DATABASE = 'kehu_private';

/** Bytes after which the server's log is put aside at the next start; one older log is kept. */
const LARGEST_LOG = 10_000_000;

export interface ServerTuning {
  /** Megabytes of buffer pool; a quarter of the memory, at most 1024, unless given. */
  readonly bufferPoolMegabytes?: number;
  /** Without it a crash of the machine may lose the last second; for tests only. */
  readonly durable?: boolean;
  /** A loopback port beside the socket, for tools of the user's own; none unless given. */
  readonly port?: number;
}

/**
 * Creates the data folder when there is none. It is built under another name and renamed, so that
 * an interrupted first start leaves nothing that the next one would take for a database.
 */
export async function ensureDataFolder(program: ServerProgram, places: ServerPlaces): Promise<void> {
  if (existsSync(join(places.data, 'mysql'))) return checkSeries(program, places);
  const fresh = `${places.data}.new-${randomUUID()}`;
  mkdirSync(join(fresh, 'mysql'), { recursive: true, mode: 0o700 });
  try {
    await bootstrap(program, places, fresh);
    writeFileSync(join(fresh, 'kehu-series'), `${seriesOf(program)}\n`);
    renameSync(fresh, places.data);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Data written by a newer series must not be opened by an older one. */
function checkSeries(program: ServerProgram, places: ServerPlaces): void {
  const file = join(places.data, 'kehu-series');
  const written = existsSync(file) ? readFileSync(file, 'utf8').trim() : seriesOf(program);
  const [major = 0, minor = 0] = written.split('.').map(Number);
  const [haveMajor = 0, haveMinor = 0] = seriesOf(program).split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    throw new Error(
      serverTexts().newerData({
        data: places.data,
        written,
        program: program.program,
        version: program.version,
      }),
    );
  }
  writeFileSync(file, `${seriesOf(program)}\n`);
}

function seriesOf(program: ServerProgram): string {
  return program.version.split('.').slice(0, 2).join('.');
}

async function bootstrap(program: ServerProgram, places: ServerPlaces, data: string): Promise<void> {
  const names = ['system_tables', 'performance_tables', 'system_tables_data'].map((name) => [
    `mysql_${name}.sql`,
    `mariadb_${name}.sql`,
  ]);
  const files = [...names, ['maria_add_gis_sp_bootstrap.sql']].map((candidates) => {
    const path = candidates.map((name) => join(program.share, name)).find((name) => existsSync(name));
    if (!path) throw new Error(`${program.share} lacks ${candidates.join(' and ')}`);
    return path;
  });
  const sql = [
    'use mysql;',
    // no account without a password is made; the accounts come with the first start
    "SET @auth_root_socket='root';",
    ...files.map((file) => readFileSync(file, 'utf8')),
    "DELETE FROM mysql.global_priv WHERE User IN ('root', '');",
    'DELETE FROM mysql.proxies_priv;',
    '',
  ].join('\n');
  const args = [...commonArguments(program, places, data), '--bootstrap', '--skip-networking'];
  const child = spawn(program.program, args, {
    env: serverEnvironment(program),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  child.stdin.on('error', () => {
    // the exit code and the messages tell what went wrong
  });
  child.stdin.end(sql);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const told = errors
    .split('\n')
    .filter((line) => line.includes('ERROR'))
    .slice(-5)
    .join('\n');
  throw new Error(serverTexts().noTables(data, told || errors));
}

function commonArguments(program: ServerProgram, places: ServerPlaces, data: string): string[] {
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--tmpdir=${places.temporary}`,
    `--lc-messages-dir=${program.share}`,
    `--character-sets-dir=${join(program.share, 'charsets')}`,
    ...(program.plugins ? [`--plugin-dir=${program.plugins}`] : []),
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--default-time-zone=+00:00',
  ];
}

function serverEnvironment(program: ServerProgram): NodeJS.ProcessEnv {
  return { ...process.env, ...libraryEnvironment(program.libraries) };
}

/** A quarter of the memory that this process may use, between 128 and 1024 megabytes. */
function bufferPool(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem();
  return Math.max(128, Math.min(1024, Math.floor(memory / 4 / 1024 / 1024)));
}

/**
 * Starts the server as a process of its own group, so that Ctrl-C at a terminal reaches only the
 * API, which then stops the server in order. The accounts are set on each start from the secrets.
 */
export function launch(
  program: ServerProgram,
  places: ServerPlaces,
  secrets: ServerSecrets,
  tuning: ServerTuning,
): ProcessMark {
  const setup = join(places.run, 'start.sql');
  rmSync(setup, { force: true });
  writeFileSync(
    setup,
    startStatements(secrets)
      .map((line) => `${line};\n`)
      .join(''),
    { mode: 0o600 },
  );
  rmSync(places.pidFile, { force: true });
  // the last process to leave may have removed it since the places were made
  if (!isPrivate(dirname(places.socket))) throw new Error(serverTexts().noSocket(dirname(places.socket)));
  if (existsSync(places.log) && statSync(places.log).size > LARGEST_LOG)
    renameSync(places.log, `${places.log}.1`);
  const durable = tuning.durable ?? true;
  const args = [
    ...commonArguments(program, places, places.data),
    `--socket=${places.socket}`,
    `--pid-file=${places.pidFile}`,
    `--init-file=${setup}`,
    ...(tuning.port ? [`--port=${tuning.port}`, '--bind-address=127.0.0.1'] : ['--skip-networking']),
    '--skip-name-resolve',
    `--sql-mode=${STRICT_SQL_MODE}`,
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
    ...(durable ? [] : ['--skip-innodb-doublewrite']),
    '--sync-binlog=1',
    // 'loose': the releases before it was introduced ignore it
    '--loose-innodb-snapshot-isolation=ON',
    `--innodb-buffer-pool-size=${tuning.bufferPoolMegabytes ?? bufferPool()}M`,
    '--max-allowed-packet=64M',
    '--max-connections=200',
    '--local-infile=0',
    '--symbolic-links=0',
    `--secure-file-priv=${places.temporary}`,
  ];
  const log = openSync(places.log, 'a', 0o600);
  try {
    const child = spawn(program.program, args, {
      cwd: places.run,
      env: serverEnvironment(program),
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.on('error', () => {
      // told by waitUntilReady, which finds no process
    });
    child.unref();
    return markOf(child.pid ?? 0) ?? { pid: child.pid ?? 0, startedAt: -1 };
  } finally {
    closeSync(log);
  }
}

function startStatements(secrets: ServerSecrets): string[] {
  const account = (name: string, password: string, host: string) => [
    `CREATE USER IF NOT EXISTS '${name}'@'${host}'`,
    `ALTER USER '${name}'@'${host}' IDENTIFIED BY '${password}'`,
  ];
  const hosts = ['localhost', '127.0.0.1'];
  return [
    `CREATE DATABASE IF NOT EXISTS ${APP_DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    `CREATE DATABASE IF NOT EXISTS ${OWN_DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    `CREATE TABLE IF NOT EXISTS ${OWN_DATABASE}.server (id TINYINT PRIMARY KEY, state VARCHAR(10) NOT NULL) ENGINE=InnoDB`,
    `DROP TABLE IF EXISTS ${OWN_DATABASE}.client`,
    `CREATE TABLE ${OWN_DATABASE}.client (token CHAR(36) PRIMARY KEY, pid INT NOT NULL, started_at BIGINT NOT NULL, watcher_pid INT NOT NULL, watcher_started_at BIGINT NOT NULL) ENGINE=InnoDB`,
    `REPLACE INTO ${OWN_DATABASE}.server VALUES (1, 'running')`,
    ...hosts.flatMap((host) => [
      ...account(ADMIN_ACCOUNT, secrets.admin, host),
      `GRANT ALL PRIVILEGES ON *.* TO '${ADMIN_ACCOUNT}'@'${host}' WITH GRANT OPTION`,
      ...account(APP_ACCOUNT, secrets.app, host),
      // UPDATE and DELETE are given table by table (grants.ts), so that some are append-only
      `GRANT SELECT, INSERT, CREATE TEMPORARY TABLES ON ${APP_DATABASE}.* TO '${APP_ACCOUNT}'@'${host}'`,
    ]),
  ];
}

/**
 * The server process of these places, found by what it was started with, or undefined. No pid file
 * is trusted: after a restart of the machine its number may be any program's.
 */
export function runningServer(places: ServerPlaces): { mark: ProcessMark; socket: string } | undefined {
  const mark = processWith(`--datadir=${places.data}`);
  if (!mark) return undefined;
  const socket = argumentsOf(mark.pid).find((arg) => arg.startsWith('--socket='));
  return { mark, socket: socket?.slice('--socket='.length) ?? places.socket };
}

/** Milliseconds since the server last wrote to its log. */
export function silentFor(places: ServerPlaces): number {
  try {
    return Date.now() - statSync(places.log).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The last lines of the server's log that name an error; for messages to the user. */
export function lastErrors(places: ServerPlaces): string {
  try {
    const lines = readFileSync(places.log, 'utf8').slice(-20_000).split('\n');
    const errors = lines.filter((line) => line.includes('[ERROR]') || line.includes('error while loading'));
    return errors.slice(-5).join('\n');
  } catch {
    return '';
  }
}
