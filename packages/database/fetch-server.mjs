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

const WANTED = ['mariadb-server-core', 'mariadb-client-core', 'mariadb-common', 'libmariadb3'];

/** Never taken from a package: they must match the system's own loader. */
const SYSTEM_OWN = /^(libc6|libc-bin|libc-dev-bin|libc6-.*|locales|dpkg|apt|init-system-helpers)$/;

/** The texts that people read while a server is being found. */
const TEXTS = {
  en: {
    lists: 'reading the package lists (apt-get update, into the cache folder)',
    download: (n) => `fetching MariaDB (${n} packages of this system's distribution, apt-get download)`,
    unpack: 'unpacking MariaDB',
    still: (what, seconds) => `still ${what} (${seconds} s)`,
    slow: 'this is slow: apt uses the sources in /etc/apt and the proxy that "apt-config dump Acquire::http::Proxy" or http_proxy names',
    none: (why) =>
      `No MariaDB server was found and none could be fetched: ${why}\nThree ways out:\n` +
      '  1. install one:            apt-get install mariadb-server-core\n' +
      '  2. use a server you have:  DATABASE_URL=mysql://user:password@host:3306/kehu npm start\n' +
      '  3. run one in a container: docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=… -e MARIADB_DATABASE=kehu mariadb:lts\n' +
      '     and then start with DATABASE_URL as in 2.',
    noApt: 'this system has no apt-get and dpkg.',
    noPackage:
      "apt knows no package mariadb-server-core of series 10.11 or newer; are the distribution's sources switched on in /etc/apt?",
    broken: 'the unpacked server does not run (a shared library is missing).',
  },
  zh: {
    lists: '正在读取软件包列表（apt-get update，写入缓存目录）',
    download: (n) => `正在获取 MariaDB（本系统发行版的 ${n} 个软件包，apt-get download）`,
    unpack: '正在解开 MariaDB',
    still: (what, seconds) => `仍在进行：${what}（${seconds} 秒）`,
    slow: '速度较慢：apt 使用 /etc/apt 中的软件源，以及 "apt-config dump Acquire::http::Proxy" 或 http_proxy 指定的代理',
    none: (why) =>
      `没有找到 MariaDB 服务器，也无法获取：${why}\n有三种办法：\n` +
      '  1. 安装一个：        apt-get install mariadb-server-core\n' +
      '  2. 使用已有的服务器：DATABASE_URL=mysql://用户:密码@主机:3306/kehu npm start\n' +
      '  3. 用容器运行一个：  docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=… -e MARIADB_DATABASE=kehu mariadb:lts\n' +
      '     然后按第 2 条设置 DATABASE_URL 启动。',
    noApt: '本系统没有 apt-get 和 dpkg。',
    noPackage:
      'apt 中没有 10.11 或更新版本的 mariadb-server-core；请检查 /etc/apt 中是否启用了发行版的软件源。',
    broken: '解开后的服务器无法运行（缺少共享库）。',
  },
};

/** Chinese when the environment's language is Chinese, else English. */
function textsFor(env) {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? TEXTS.zh : TEXTS.en;
}

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
  const texts = textsFor(env);
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
    await run.step(texts.lists, 'apt-get', [...apt.own, 'update', '-q']);
    if (!(await series(run, apt.own))) throw new NoServerError(texts.none(texts.noPackage));
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
        if (code === 0) return resolve(out);
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
    output: (command, args) => start(command, args),
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
