// Fetches a MariaDB server without rights of any kind: the distribution's own packages, through
// the user's own apt sources and proxy, unpacked into the user's cache. Node built-ins only.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describeUnpacked, findServer, serverCache } from './find-server.mjs';
import { serverTexts } from './server-texts.mjs';

const WANTED = ['mariadb-server-core', 'mariadb-client-core', 'mariadb-common', 'libmariadb3'];

/** Never taken from a package: they must match the system's own loader. */
const SYSTEM_OWN = /^(libc6|libc-bin|libc-dev-bin|libc6-.*|locales|dpkg|apt|init-system-helpers)$/;

/** No server on this machine and none to be had; the message names the ways out. */
export class NoServerError extends Error {
  constructor(message) {
    super(message);
    this.name = 'NoServerError';
  }
}

/**
 * A server program: installed, cached, or fetched now. Progress lines go to `log` for every step
 * that takes longer than two seconds. Interrupted at any point it leaves nothing half-done: the
 * unpacked folder gets its name only when its server has run once.
 */
export async function obtainServer({ log = () => {}, env = process.env, signal, systemFolders } = {}) {
  const found = findServer(env, systemFolders);
  if (found) return found;
  const texts = serverTexts(env);
  const run = runner({ log, texts, env, signal });
  if (!(await run.works('apt-get', ['--version'])) || !(await run.works('dpkg', ['--version']))) {
    throw new NoServerError(texts.none(texts.noApt));
  }
  const cache = serverCache(env);
  mkdirSync(cache, { recursive: true });
  removeLeftovers(cache);
  const work = mkdtempSync(join(cache, '.new-'));
  try {
    return await fetchInto({ work, cache, run, texts });
  } catch (error) {
    if (error instanceof NoServerError || signal?.aborted) throw error;
    throw new NoServerError(texts.none(error instanceof Error ? error.message : String(error)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What an interrupted fetch left; an hour is longer than any fetch that is still going on. */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    if (!name.startsWith('.new-')) continue;
    try {
      if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
    } catch {
      // another process removed it first
    }
  }
}

async function fetchInto({ work, cache, run, texts }) {
  const apt = aptOptions(work);
  let files = null;
  // The system's own lists first: a machine in use has them. They may be absent (a fresh
  // container) or older than what the mirror still keeps; then lists of our own are read.
  if (await series(run, apt.system)) files = await download(run, texts, apt.system, work).catch(() => null);
  if (!files) {
    const { err } = await run.step(texts.lists, 'apt-get', [...apt.own, 'update', '-q']);
    if (!(await series(run, apt.own))) {
      // apt ends well although it reached nobody; then the list is short for that reason
      const unreached = /^W: Failed to fetch (.*)$/m.exec(err)?.[1];
      throw new NoServerError(texts.none(unreached ? texts.unreached(unreached) : texts.noPackage));
    }
    files = await download(run, texts, apt.own, work);
  }
  const root = join(work, 'root');
  mkdirSync(root);
  for (const file of files) await run.step(texts.unpack, 'dpkg', ['-x', file, root]);
  const described = describeUnpacked(root);
  if (!described) throw new NoServerError(texts.none(texts.broken));
  const place = join(cache, described.version);
  const present = describeUnpacked(place);
  if (present) return present;
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(root, place);
  } catch (error) {
    // another process has finished the same fetch in between
    if (!existsSync(place)) throw error;
  }
  const placed = describeUnpacked(place);
  if (!placed) throw new NoServerError(texts.none(texts.broken));
  return placed;
}

/** Options for the system's lists, and for lists of our own that any user may write. */
function aptOptions(work) {
  const state = join(work, 'apt');
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(state, 'cache', 'archives', 'partial'), { recursive: true });
  const file = join(work, 'apt.conf');
  // hooks of the system (cleaning, notifying) need root and concern the system's own lists
  const hooks = ['Pre-Invoke', 'Post-Invoke', 'Post-Invoke-Success'].map((h) => `#clear APT::Update::${h};`);
  const settings = [
    ...hooks,
    'Acquire::Languages "none";',
    'Acquire::Retries "3";',
    ...['DEP-11', 'CNF', 'Contents-deb'].map(
      (t) => `Acquire::IndexTargets::deb::${t}::DefaultEnabled "false";`,
    ),
    'Dpkg::Use-Pty "0";',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User "root";'] : []),
  ];
  writeFileSync(file, `${settings.join('\n')}\n`);
  const system = ['-c', file];
  const own = [
    ...['-o', `Dir::State=${state}`, '-o', `Dir::State::lists=${join(state, 'lists')}`],
    ...['-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', `Dir::Cache=${join(state, 'cache')}`],
  ];
  return { system, own: [...system, ...own] };
}

/** Whether these lists offer a server of a supported series. */
async function series(run, options) {
  const text = await run.output('apt-cache', [...options, 'policy', 'mariadb-server-core']).catch(() => '');
  const match = /Candidate: (?:\d+:)?(\d+)\.(\d+)\./.exec(text);
  return match !== null && (Number(match[1]) > 10 || (Number(match[1]) === 10 && Number(match[2]) >= 11));
}

async function download(run, texts, options, work) {
  const packages = await neededPackages(run, options);
  const folder = mkdtempSync(join(work, 'packages-'));
  await run.step(
    texts.download(packages.length),
    'apt-get',
    [...options, '-q', 'download', ...packages],
    folder,
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => join(folder, name));
}

/** The wanted packages and those shared libraries they name that this system lacks. */
async function neededPackages(run, options) {
  try {
    const plan = await run.output('apt-get', [
      ...options,
      'install',
      '-s',
      '-q',
      '--no-install-recommends',
      ...WANTED.slice(0, 2),
    ]);
    const names = [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
    if (names.some((name) => name.startsWith('mariadb-server-core'))) return trimmed([...WANTED, ...names]);
  } catch {
    // held or conflicting packages on the system: no plan can be made, so the names decide
  }
  const tree = await run.output('apt-cache', [
    ...options,
    'depends',
    '--recurse',
    '--no-recommends',
    '--no-suggests',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
    '--no-enhances',
    ...WANTED,
  ]);
  const named = [...tree.matchAll(/^\s*\|?(?:Pre)?Depends: ([a-z0-9][^\s<>]*)/gm)].map((match) => match[1]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in
  const status = await run.output('dpkg-query', ['-W', '-f', '${Package} ${Status}\n']).catch(() => '');
  const installed = new Set([...status.matchAll(/^(\S+) install ok installed/gm)].map((match) => match[1]));
  return trimmed([...WANTED, ...named.filter((name) => name.startsWith('lib') && !installed.has(name))]);
}

function trimmed(names) {
  return [...new Set(names)].filter((name) => !SYSTEM_OWN.test(name.replace(/:.*$/, '')));
}

function runner({ log, texts, env, signal }) {
  const start = (command, args, cwd) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd,
        // answers are read by this program: they must come in the language that it knows
        env: { ...env, LC_ALL: 'C', LANG: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'pipe', 'pipe'],
        signal,
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (err += chunk));
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) return resolve({ out, err });
        const lines = err
          .trim()
          .split('\n')
          .filter((line) => line.startsWith('E:'));
        reject(
          new Error(
            `${command} ${args.filter((a) => !a.includes('/')).join(' ')}: ${lines.slice(0, 3).join(' ') || err.trim().slice(-300) || `exit ${code}`}`,
          ),
        );
      });
    });
  return {
    output: async (command, args) => (await start(command, args)).out,
    works: (command, args) =>
      start(command, args).then(
        () => true,
        () => false,
      ),
    async step(what, command, args, cwd) {
      const began = Date.now();
      const seconds = () => Math.round((Date.now() - began) / 1000);
      let told = false;
      let slow = false;
      const timer = setInterval(() => {
        if (!told) log(what);
        else if (seconds() % 10 < 2) log(texts.still(what, seconds()));
        told = true;
        if (!slow && seconds() >= 20) log(texts.slow);
        slow ||= seconds() >= 20;
      }, 2000);
      try {
        return await start(command, args, cwd);
      } finally {
        clearInterval(timer);
      }
    },
  };
}
