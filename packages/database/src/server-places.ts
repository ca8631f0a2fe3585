import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { serverTexts } from '../server-texts.mjs';

/** Where the private server of one home folder keeps its things. */
export interface ServerPlaces {
  readonly home: string;
  readonly data: string;
  readonly run: string;
  readonly log: string;
  readonly pidFile: string;
  readonly socket: string;
  readonly temporary: string;
}

/** The kernel's limit for the path of a socket, in bytes. */
const LONGEST_SOCKET_PATH = 107;

/**
 * Makes the folders and says where everything lies. The socket is not under the home folder,
 * whose path may be too long, nor first under XDG_RUNTIME_DIR, which vanishes when the user signs
 * out while a server goes on; it lies in a folder of its own under /tmp that only this user may
 * enter.
 */
export function serverPlaces(homeFolder: string): ServerPlaces {
  mkdirSync(homeFolder, { recursive: true, mode: 0o700 });
  const home = realpathSync(homeFolder);
  const run = join(home, 'run');
  const temporary = join(run, 'tmp');
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  return {
    home,
    data: join(home, 'database'),
    run,
    log: join(home, 'database.log'),
    pidFile: join(run, 'database.pid'),
    socket: join(socketFolder(home), 'db.sock'),
    temporary,
  };
}

function socketFolder(home: string): string {
  const uid = process.getuid?.() ?? 0;
  const name = `kehu-${createHash('sha256').update(`${uid}:${home}`).digest('hex').slice(0, 16)}`;
  const bases = ['/tmp', process.env.XDG_RUNTIME_DIR, home].filter((base) => base?.startsWith('/'));
  for (const base of bases as string[]) {
    const folder = join(base, name);
    if (Buffer.byteLength(join(folder, 'db.sock')) <= LONGEST_SOCKET_PATH && isPrivate(folder, uid))
      return folder;
  }
  throw new Error(serverTexts().noSocket(`/tmp/${name}`));
}

/** Makes the folder, or accepts it when it is this user's and closed to others. */
export function isPrivate(folder: string, uid = process.getuid?.() ?? 0): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) return false;
  chmodSync(folder, 0o700);
  return true;
}

/** Passwords of the private server's accounts. */
export interface ServerSecrets {
  readonly admin: string;
  readonly app: string;
}

/** Reads the passwords from `KEHU_HOME/secrets`, making them on the first start. */
export function serverSecrets(home: string): ServerSecrets {
  const folder = join(home, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { admin: secret(join(folder, 'database-admin')), app: secret(join(folder, 'database-app')) };
}

function secret(path: string): string {
  const known = readSecret(path);
  if (known !== undefined) return known;
  // made under another name and linked, so that a crash never leaves an empty secret behind
  const fresh = `${path}.${randomUUID()}`;
  writeFileSync(fresh, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readSecret(path) ?? secret(path);
}

function readSecret(path: string): string | undefined {
  let value: string;
  try {
    value = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (/^[A-Za-z0-9_-]{20,}$/.test(value)) return value;
  throw new Error(serverTexts().badSecret(path));
}
