// Finds a MariaDB server program on this machine. Node built-ins only: the start script uses it
// before anything is installed, the database package uses it afterwards.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** The oldest release series that the product supports. */
export const OLDEST_SERIES = [10, 11];

/** Folders where distributions put servers, though a user's PATH often leaves them out. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/usr/libexec'];

/** The folder of this user that clones share, so that a second clone need not fetch again. */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'kehu');
}

/**
 * Where fetched servers of this distribution and processor lie. A home folder that machines of
 * different distributions share holds one folder for each.
 */
export function serverCache(env = process.env) {
  return join(cacheFolder(env), 'mariadb', `${distribution()}-${process.arch}`);
}

function distribution() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    const value = (name) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
    return `${value('ID') || 'linux'}${value('VERSION_ID') || value('VERSION_CODENAME')}`;
  } catch {
    return process.platform;
  }
}

/**
 * The program on the PATH, else the newest one in the cache, else null. Every candidate has been
 * run once (`--version`), so a program whose libraries are missing does not count as found.
 */
export function findServer(env = process.env, systemFolders = SYSTEM_FOLDERS) {
  return findInstalled(env, systemFolders) ?? findCached(env);
}

function findInstalled(env, systemFolders) {
  const folders = [...(env.PATH ?? '').split(delimiter).filter((f) => f.startsWith('/')), ...systemFolders];
  for (const folder of new Set(folders)) {
    for (const name of ['mariadbd', 'mysqld']) {
      const path = join(folder, name);
      if (!existsSync(path)) continue;
      // <prefix>/sbin/mariadbd belongs to <prefix>/share; a link is followed to the real place
      const found = describe(join(dirname(realpathSync(path)), '..'), realpathSync(path), []);
      if (found) return found;
    }
  }
  return null;
}

function findCached(env) {
  const cache = serverCache(env);
  if (!existsSync(cache)) return null;
  const folders = readdirSync(cache).filter((name) => !name.startsWith('.'));
  folders.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  for (const folder of folders) {
    const found = describeUnpacked(join(cache, folder));
    if (found) return found;
  }
  return null;
}

/** A server in a folder that Debian packages were unpacked into; null when it does not run. */
export function describeUnpacked(root) {
  const program = ['usr/sbin/mariadbd', 'usr/sbin/mysqld'].map((p) => join(root, p)).find(existsSync);
  return program ? describe(join(root, 'usr'), program, libraryFolders(root)) : null;
}

function libraryFolders(root) {
  const folders = [];
  for (const base of ['usr/lib', 'lib', 'usr/lib64', 'lib64']) {
    const folder = join(root, base);
    if (!existsSync(folder)) continue;
    folders.push(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name.includes('-linux-')) folders.push(join(folder, entry.name));
    }
  }
  return folders;
}

function describe(base, program, libraries) {
  const share = ['share/mysql', 'share/mariadb', 'share'].map((folder) => join(base, folder));
  const data = share.find(
    (folder) =>
      existsSync(join(folder, 'mysql_system_tables.sql')) ||
      existsSync(join(folder, 'mariadb_system_tables.sql')),
  );
  if (!data) return null;
  const plugins = [
    'lib/mysql/plugin',
    'lib64/mysql/plugin',
    'lib/mariadb/plugin',
    'lib64/mariadb/plugin',
    'lib/plugin',
  ]
    .map((folder) => join(base, folder))
    .find(existsSync);
  const version = versionOf(program, libraries);
  if (!version) return null;
  return { program, version, share: data, plugins: plugins ?? null, libraries };
}

function versionOf(program, libraries) {
  try {
    const text = execFileSync(program, ['--no-defaults', '--version'], {
      encoding: 'utf8',
      env: { ...process.env, ...libraryEnvironment(libraries) },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    const match = /\b(\d+)\.(\d+)\.(\d+)-MariaDB/i.exec(text);
    if (!match) return null;
    const [major, minor] = [Number(match[1]), Number(match[2])];
    const [oldestMajor, oldestMinor] = OLDEST_SERIES;
    const supported = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
    return supported ? `${match[1]}.${match[2]}.${match[3]}` : null;
  } catch {
    return null;
  }
}

/** The environment in which programs of an unpacked package set find their shared libraries. */
export function libraryEnvironment(libraries) {
  if (libraries.length === 0) return {};
  const own = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: [...libraries, ...(own ? [own] : [])].join(':') };
}
