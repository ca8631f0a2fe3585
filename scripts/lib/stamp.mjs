// Stamps tell whether a step's inputs have changed since it was done. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Made by the build, by tests or by an installation; never an input. */
const NOT_SOURCES = new Set(['node_modules', 'dist', '.turbo', 'coverage', 'test-results', '.kehu']);

/** Folders of the workspaces, as pnpm-workspace.yaml names them. */
export function workspaces() {
  const nested = ['apps', 'packages'].flatMap((group) =>
    existsSync(join(ROOT, group)) ? readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`) : [],
  );
  return [...nested, 'bench', 'e2e'].filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

/** What the installation depends on: lock file, manifests, and the Node that will load the packages. */
export function installInputs() {
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...workspaces().map((w) => `${w}/package.json`),
  ];
  const hash = createHash('sha256').update(
    `${process.versions.modules} ${process.platform} ${process.arch}\n`,
  );
  for (const file of files) add(hash, file);
  return hash.digest('hex');
}

/** What the build depends on: every source of the workspaces and the shared settings. */
export function buildInputs(folders) {
  const hash = createHash('sha256').update(`${installInputs()}\n`);
  for (const file of ['tsconfig.base.json', 'turbo.json']) add(hash, file);
  for (const folder of folders) {
    for (const file of filesUnder(folder)) add(hash, file);
    // an output that is missing has to be built, whatever the sources say
    hash.update(`${folder} ${existsSync(join(ROOT, folder, 'dist'))}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (NOT_SOURCES.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

function add(hash, file) {
  const content = readFileSync(join(ROOT, file));
  hash.update(`${file} ${content.length}\n`).update(content);
}

/** Stamps lie in node_modules: whoever deletes that folder starts from the beginning. */
const place = (name) => join(ROOT, 'node_modules', `.kehu-${name}`);

export function isStamped(name, inputs) {
  try {
    return readFileSync(place(name), 'utf8') === inputs;
  } catch {
    return false;
  }
}

export function stamp(name, inputs) {
  mkdirSync(dirname(place(name)), { recursive: true });
  writeFileSync(`${place(name)}.new`, inputs);
  renameSync(`${place(name)}.new`, place(name));
}

export function unstamp(name) {
  rmSync(place(name), { force: true });
}
