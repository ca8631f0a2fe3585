import { randomUUID } from 'node:crypto';
import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { obtainServer } from '../fetch-server.mjs';
import { serverTexts } from '../server-texts.mjs';
import { isAlive, ownMark, type ProcessMark } from './processes.js';
import { askToStop, type Client, enter, type Leaver, leave, probe } from './server-clients.js';
import { type ServerPlaces, type ServerSecrets, serverPlaces, serverSecrets } from './server-places.js';
import {
  ADMIN_ACCOUNT,
  APP_ACCOUNT,
  APP_DATABASE,
  ensureDataFolder,
  lastErrors,
  launch,
  runningServer,
  type ServerTuning,
  silentFor,
} from './server-process.js';
import { startWatcher } from './server-watcher.js';
import { withLock } from './start-lock.js';

export interface PrivateServerOptions extends ServerTuning {
  /** KEHU_HOME: everything of this server lies under it. */
  readonly home: string;
  /** Gets one line for each step that takes longer than two seconds. */
  readonly log?: (line: string) => void;
  /** Seconds that the server outlives a killed process; 60, or KEHU_DATABASE_GRACE_SECONDS. */
  readonly graceSeconds?: number;
  /** Start the server again when it dies; true. */
  readonly supervised?: boolean;
}

export interface PrivateServer {
  /** For the application: reads and writes rows, changes no table. */
  readonly url: string;
  /** For migrations and the operator's tool: may do everything. */
  readonly migrateUrl: string;
  readonly socket: string;
  readonly pid: number;
  readonly version: string;
  /** Whether the server was running already: after a kill, or for another process. */
  readonly takenOver: boolean;
  /** Leaves the server; the last process to leave stops it and waits for its end. */
  stop(): Promise<void>;
  /** Starts the server again when it has died; done by itself within a second or two. */
  revive(): Promise<void>;
}

/** Recovery after a crash may take long; progress is shown meanwhile. */
const LONGEST_START = 300_000;
const LONGEST_STOP = 60_000;
const LONGEST_SILENCE = 60_000;

/**
 * Starts the private MariaDB of a home folder, or joins the one that runs already (one data folder
 * has one server, however many processes use it). When this process is killed, a watcher stops the
 * server after a grace period unless another process has joined by then.
 *
 * Throws `NoServerError` when there is no MariaDB and none can be fetched.
 */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  const log = options.log ?? (() => {});
  const program = await obtainServer({ log });
  const places = serverPlaces(options.home);
  const secrets = serverSecrets(places.home);
  const token = randomUUID();
  const watcher = startWatcher({
    home: places.home,
    token,
    graceSeconds: options.graceSeconds ?? Number(process.env.KEHU_DATABASE_GRACE_SECONDS ?? 60),
  });
  const client: Client = { token, process: ownMark(), watcher: watcher.mark };
  const begin = () =>
    withLock(join(places.run, 'start.lock'), async () => {
      const running = await findRunning(places, secrets, log);
      if (running && (await enter(running.socket, secrets.admin, client))) {
        return { ...running, takenOver: true };
      }
      if (running) {
        // Marked as stopping, yet whoever marked it would hold the lock until its end: that process
        // was killed in between.
        signal(running.mark, 'SIGTERM');
        await waitForEnd(running.mark);
      }
      await ensureDataFolder(program, places);
      const mark = launch(program, places, secrets, options);
      await waitUntilReady(places, secrets, mark, log);
      if (!(await enter(places.socket, secrets.admin, client))) {
        throw new Error(serverTexts().stopped);
      }
      return { mark, socket: places.socket, takenOver: false };
    });
  let current = await begin().catch((error: unknown) => {
    watcher.dismiss();
    throw error;
  });
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> | undefined;
  const revive = () => {
    // one at a time, whoever asks
    reviving ??= (async () => {
      if (!stopping && !isAlive(current.mark)) current = await begin();
    })().finally(() => {
      reviving = undefined;
    });
    return reviving;
  };
  const supervision = options.supervised === false ? undefined : supervise(revive, log);
  return {
    url: socketUrl(APP_ACCOUNT, secrets.app, current.socket),
    migrateUrl: socketUrl(ADMIN_ACCOUNT, secrets.admin, current.socket),
    socket: current.socket,
    get pid() {
      return current.mark.pid;
    },
    version: program.version,
    takenOver: current.takenOver,
    stop() {
      clearInterval(supervision);
      stopping ??= leaveServer(places, secrets, token, 'process').finally(() => watcher.dismiss());
      return stopping;
    },
    revive,
  };
}

/** Looks after the server every second; a start that fails is tried again after longer and longer. */
function supervise(revive: () => Promise<void>, log: (line: string) => void): NodeJS.Timeout {
  let busy = false;
  let pause = 0;
  let next = 0;
  const look = async () => {
    if (busy || Date.now() < next) return;
    busy = true;
    try {
      await revive();
      pause = 0;
    } catch (error) {
      pause = Math.min(60_000, pause * 2 || 2000);
      next = Date.now() + pause;
      log(serverTexts().died(error instanceof Error ? error.message : String(error)));
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), 1000);
  timer.unref();
  return timer;
}

/** The address of a database on a server that listens on a socket. */
function socketUrl(user: string, password: string, socket: string): string {
  return `mysql://${user}:${password}@localhost/${APP_DATABASE}?socketPath=${encodeURIComponent(socket)}`;
}

interface Running {
  readonly mark: ProcessMark;
  readonly socket: string;
}

/**
 * The server of these places when it runs and answers with our password for our data folder. One
 * that starts or recovers is awaited; one that does not let us in (the secrets were replaced) or
 * has lost its socket is stopped, so that nobody is locked out.
 */
async function findRunning(
  places: ServerPlaces,
  secrets: ServerSecrets,
  log: (line: string) => void,
): Promise<Running | undefined> {
  const progress = slowly(log, serverTexts().waiting);
  for (;;) {
    const found = runningServer(places);
    if (!found) return undefined;
    const answer = await probe(found.socket, secrets.admin);
    if (answer.state === 'answers' && sameFolder(answer.data, places.data)) return found;
    // while it recovers it answers nobody, but its log goes on
    if (answer.state === 'denied' || silentFor(places) > LONGEST_SILENCE) {
      log(serverTexts().notJoined);
      signal(found.mark, 'SIGTERM');
      await waitForEnd(found.mark);
      return undefined;
    }
    progress();
    await sleep(100);
  }
}

function sameFolder(told: string, expected: string): boolean {
  return told.replace(/\/+$/, '') === expected;
}

async function waitUntilReady(
  places: ServerPlaces,
  secrets: ServerSecrets,
  mark: ProcessMark,
  log: (line: string) => void,
): Promise<void> {
  const deadline = Date.now() + LONGEST_START;
  const progress = slowly(log, serverTexts().starting);
  while (Date.now() < deadline) {
    const answer = await probe(places.socket, secrets.admin);
    if (answer.state === 'answers' && sameFolder(answer.data, places.data)) return;
    if (!isAlive(mark)) {
      throw new Error(serverTexts().notStarted(places.log, lastErrors(places)));
    }
    progress();
    await sleep(50);
  }
  signal(mark, 'SIGTERM');
  throw new Error(serverTexts().notReady(places.log, LONGEST_START / 1000));
}

/**
 * Takes a process off the server's list and, when it was the last one, stops the server. Used by
 * the process itself and, after a kill, by its watcher.
 */
export async function leaveServer(
  places: ServerPlaces,
  secrets: ServerSecrets,
  token: string,
  leaver: Leaver,
): Promise<void> {
  await withLock(join(places.run, 'start.lock'), async () => {
    const found = runningServer(places);
    if (!found) return;
    try {
      if (!(await leave(found.socket, secrets.admin, token, leaver))) return;
      await askToStop(found.socket, secrets.admin);
    } catch {
      // it does not answer: the signal asks for the same orderly stop
      signal(found.mark, 'SIGTERM');
    }
    await waitForEnd(found.mark);
    removeFolder(dirname(found.socket));
  });
}

/** The socket's own folder, once empty; the next start makes it again. */
function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // something else lies in it
  }
}

async function waitForEnd(mark: ProcessMark): Promise<void> {
  const deadline = Date.now() + LONGEST_STOP;
  while (isAlive(mark) && Date.now() < deadline) await sleep(25);
  if (!isAlive(mark)) return;
  // the data survive this: every commit is in the log already
  signal(mark, 'SIGKILL');
  while (isAlive(mark)) await sleep(25);
}

function signal(mark: ProcessMark, name: NodeJS.Signals): void {
  if (!isAlive(mark)) return;
  try {
    process.kill(mark.pid, name);
  } catch {
    // it ended in between
  }
}

/** Tells after two seconds what is being waited for, and again every ten. */
function slowly(log: (line: string) => void, what: string): () => void {
  const began = Date.now();
  let next = 2000;
  return () => {
    const passed = Date.now() - began;
    if (passed < next) return;
    log(serverTexts().still(what, Math.round(passed / 1000)));
    next = passed + 10_000;
  };
}
