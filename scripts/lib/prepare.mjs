// Brings a fresh clone to the point where the product can run: package manager, packages, build,
// and at the same time a database server. Does nothing that is done already. Node built-ins only.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NoServerError, obtainServer } from '../../packages/database/fetch-server.mjs';
import { cacheFolder, findServer } from '../../packages/database/find-server.mjs';
import { Failure, text } from './messages.mjs';
import { run, say } from './run.mjs';
import { buildInputs, installInputs, isStamped, ROOT, stamp, unstamp, workspaces } from './stamp.mjs';

/** Workspaces that the running product consists of. */
const PRODUCT = /^(apps|packages)\//;

/**
 * Prepares the product, or with `everything` also benchmarks and browser tests. A database server
 * is fetched unless `database` is false. Throws `Failure` with what to do next.
 */
export async function prepare({ everything = false, database = true } = {}) {
  checkNode();
  const product = async () => {
    await install();
    await build(everything);
  };
  await Promise.all([product(), database && fetchDatabase()]);
}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits =
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 13) ||
    (major === 24 && minor >= 11) ||
    major > 24;
  if (!fits) throw new Failure(text('nodeTooOld', { have: version }));
}

async function fetchDatabase() {
  if (findServer()) return;
  try {
    await obtainServer({ log: (line) => say(`  ${line}`) });
  } catch (error) {
    if (error instanceof NoServerError) throw new Failure(error.message);
    throw error;
  }
}

async function install() {
  const inputs = installInputs();
  if (isStamped('installed', inputs)) return;
  const pnpm = await packageManager();
  const args = [pnpm.script, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  const result = await run(text('install'), process.execPath, args, {
    cwd: ROOT,
    // no questions: without a terminal nobody could answer them
    env: { CI: 'true' },
    progress: (chunk) => {
      const figures = [
        ...chunk.matchAll(/resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/g),
      ].pop();
      return figures ? `${Number(figures[2]) + Number(figures[3])}/${figures[1]}` : undefined;
    },
    slow: text('slowRegistry'),
  });
  if (result.code !== 0) {
    const why = result.output.includes('ERR_PNPM_OUTDATED_LOCKFILE') ? 'lockOutdated' : 'installFailed';
    throw new Failure(`${tail(result.output)}\n\n${text(why)}`);
  }
  stamp('installed', inputs);
}

/** The pnpm that package.json names, from the user's cache or fetched through the user's npm. */
async function packageManager() {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).packageManager.replace(
    /\+.*$/,
    '',
  );
  const place = toolFolder(wanted.replace('@', '-'));
  const described = {
    script: join(place, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs'),
    folder: join(place, 'node_modules', '.bin'),
  };
  if (existsSync(described.script)) return described;
  removeLeftovers(dirname(place));
  const work = mkdtempSync(`${place}.new-`);
  try {
    // A folder with a manifest is a project of its own to npm. Not --prefix: that would also move the
    // place of the global npmrc, where the registry may be named.
    writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
    const args = [
      'install',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      wanted,
    ];
    const result = await run(text('pnpm'), 'npm', args, {
      // what an outer npm says of its own project does not hold for this one
      cwd: work,
      env: { npm_config_local_prefix: work, npm_config_workspaces: '', npm_config_global: '' },
      slow: text('slowRegistry'),
    });
    if (result.code !== 0) throw new Failure(`${tail(result.output)}\n\n${text('installFailed')}`);
    rmSync(place, { recursive: true, force: true });
    renameSync(work, place);
  } catch (error) {
    // another start may have been quicker
    if (!existsSync(described.script)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return described;
}

/** What interrupted fetches left; an hour is longer than any that still goes on. */
function removeLeftovers(folder) {
  for (const name of readdirSync(folder).filter((entry) => entry.includes('.new-'))) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > 3_600_000)
      rmSync(path, { recursive: true, force: true });
  }
}

/** In the user's cache, so that a second clone need not fetch again; else beside the project. */
function toolFolder(name) {
  for (const base of [join(cacheFolder(), 'tools'), join(ROOT, '.kehu', 'tools')]) {
    try {
      mkdirSync(base, { recursive: true });
      return join(base, name);
    } catch {
      // not writable: the next one
    }
  }
  throw new Failure(text('installFailed'));
}

async function build(everything) {
  const all = workspaces();
  const product = all.filter((folder) => PRODUCT.test(folder));
  const [name, folders] = everything ? ['built-everything', all] : ['built', product];
  if (isStamped(name, buildInputs(folders))) return;
  unstamp(name);
  const pnpm = await packageManager();
  const filters = everything ? [] : ['--filter=./apps/*', '--filter=./packages/*'];
  const args = [
    'run',
    'build',
    ...filters,
    '--output-logs=errors-only',
    '--log-order=grouped',
    '--ui=stream',
  ];
  const result = await run(text('build'), join(ROOT, 'node_modules', '.bin', 'turbo'), args, {
    cwd: ROOT,
    env: {
      // turbo calls the package manager by its name
      PATH: `${pnpm.folder}${delimiter}${process.env.PATH ?? ''}`,
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
    },
  });
  if (result.code !== 0) throw new Failure(`${result.output.trim()}\n\n${text('buildFailed')}`);
  stamp(name, buildInputs(folders));
  if (everything) stamp('built', buildInputs(product));
}

/** The end of what a program said, without the stacks of its own code. */
function tail(output) {
  const lines = output.trim().split('\n');
  return lines
    .filter((line) => !/^(npm (error|ERR!))?\s+at /.test(line))
    .slice(-15)
    .join('\n');
}
