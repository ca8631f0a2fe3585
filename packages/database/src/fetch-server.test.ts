import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoServerError, obtainServer } from '../fetch-server.mjs';
import { findServer, serverCache } from '../find-server.mjs';

let folder: string;
let env: NodeJS.ProcessEnv;

/** A program on the test's own PATH; the shell and its tools are reached by absolute paths. */
function program(name: string, script: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
  chmodSync(path, 0o755);
}

/** `dpkg -x FILE ROOT` that lays down a server saying this version. */
function dpkgUnpacking(version: string): void {
  program(
    'dpkg',
    `[ "$1" = -x ] || exit 0
mkdir -p "$3/usr/sbin" "$3/usr/share/mysql" "$3/usr/lib/x86_64-linux-gnu"
: > "$3/usr/share/mysql/mysql_system_tables.sql"
printf '#!/bin/sh\\necho "mariadbd  Ver ${version}-MariaDB for debian-linux-gnu"\\n' > "$3/usr/sbin/mariadbd"
chmod +x "$3/usr/sbin/mariadbd"`,
  );
}

/** apt whose system lists are empty: only after an update into other lists it knows the package. */
function aptWithEmptyLists(): void {
  program(
    'apt-get',
    `echo "$@" >> ${folder}/apt.log
case "$*" in
  *--version*) exit 0;;
  *update*) : > ${folder}/updated;;
  *" install -s"*) echo "Inst libaio1 (0.3)"; echo "Inst libc6 (2.36)"; echo "Inst mariadb-server-core (1)";;
  *download*) : > server.deb;;
esac`,
  );
  program(
    'apt-cache',
    `[ -e ${folder}/updated ] && echo "  Candidate: 1:10.11.14-0+deb12u2" || echo "  Candidate: (none)"`,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-fetch-'));
  mkdirSync(join(folder, 'bin'));
  env = { PATH: join(folder, 'bin'), XDG_CACHE_HOME: join(folder, 'cache'), LANG: 'C' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const obtain = () => obtainServer({ env, systemFolders: [] });

describe('obtaining a database server', () => {
  it('takes one on the PATH, following links to where it is installed', async () => {
    mkdirSync(join(folder, 'bin/../share/mysql'), { recursive: true });
    writeFileSync(join(folder, 'share/mysql/mysql_system_tables.sql'), '');
    program('mariadbd', 'echo "mariadbd  Ver 11.8.2-MariaDB"');
    expect(await obtain()).toMatchObject({
      version: '11.8.2',
      program: join(folder, 'bin/mariadbd'),
      libraries: [],
    });
  });

  it('does not take one that is too old, or that is MySQL', () => {
    mkdirSync(join(folder, 'share/mysql'), { recursive: true });
    writeFileSync(join(folder, 'share/mysql/mysql_system_tables.sql'), '');
    program('mariadbd', 'echo "mariadbd  Ver 10.5.29-MariaDB"');
    program('mysqld', 'echo "mysqld  Ver 8.0.43 for Linux"');
    expect(findServer(env, [])).toBeNull();
  });

  it('fetches and unpacks packages, reading lists of its own when the system has none', async () => {
    aptWithEmptyLists();
    dpkgUnpacking('10.11.14');
    const server = await obtain();
    expect(server.version).toBe('10.11.14');
    expect(server.libraries).toContain(join(serverCache(env), '10.11.14/usr/lib/x86_64-linux-gnu'));
    expect(readdirSync(serverCache(env))).toEqual(['10.11.14']);
  });

  it('leaves the C library of the system alone', async () => {
    aptWithEmptyLists();
    dpkgUnpacking('10.11.14');
    await obtain();
    const { readFileSync } = await import('node:fs');
    const downloads = readFileSync(join(folder, 'apt.log'), 'utf8')
      .split('\n')
      .filter((l) => l.includes(' download '));
    expect(downloads).toHaveLength(1);
    expect(downloads[0]).toContain('libaio1');
    expect(downloads[0]).not.toContain('libc6');
  });

  it('does not fetch again what the cache has', async () => {
    aptWithEmptyLists();
    dpkgUnpacking('10.11.14');
    const first = await obtain();
    rmSync(join(folder, 'bin'), { recursive: true });
    expect(await obtain()).toEqual(first);
  });

  it('leaves nothing behind when unpacking fails, and says the ways out', async () => {
    aptWithEmptyLists();
    program('dpkg', '[ "$1" = -x ] || exit 0; mkdir -p "$3/usr/sbin"; echo "E: disk full" >&2; exit 2');
    await expect(obtain()).rejects.toThrow(
      /disk full[\s\S]*apt-get install mariadb-server-core[\s\S]*DATABASE_URL/,
    );
    expect(readdirSync(serverCache(env))).toEqual([]);
  });

  it('replaces an unpacked server that does not run', async () => {
    aptWithEmptyLists();
    dpkgUnpacking('10.11.14');
    mkdirSync(join(serverCache(env), '10.11.14/usr/sbin'), { recursive: true });
    writeFileSync(join(serverCache(env), '10.11.14/usr/sbin/mariadbd'), 'damaged');
    expect((await obtain()).version).toBe('10.11.14');
  });

  it('says that apt reached nobody, when that is why it knows no package', async () => {
    aptWithEmptyLists();
    program('dpkg', 'exit 0');
    program(
      'apt-get',
      'case "$*" in *update*) echo "W: Failed to fetch mirror  Could not connect" >&2;; esac',
    );
    await expect(obtain()).rejects.toThrow(/could not reach its sources \(mirror {2}Could not connect\)/);
  });

  it('without apt says what can be done, in the language of the environment', async () => {
    await expect(obtain()).rejects.toThrow(NoServerError);
    await expect(obtain()).rejects.toThrow(/no apt-get[\s\S]*Three ways out/);
    env.LANG = 'zh_CN.UTF-8';
    await expect(obtain()).rejects.toThrow(/没有 apt-get[\s\S]*三种办法/);
    expect(existsSync(serverCache(env))).toBe(false);
  });
});
