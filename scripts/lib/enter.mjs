// From the scripts into the built product, in the same process: signals, exit code and terminal are
// the product's own, and a kill leaves no half of it behind.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, text } from './messages.mjs';
import { stopRunning } from './run.mjs';
import { ROOT } from './stamp.mjs';

/** Loads a built program as if Node had been started with it. */
export async function enter(file, args) {
  const path = join(ROOT, file);
  if (!existsSync(path)) throw new Failure(text('notBuilt', { file }));
  process.env.NODE_ENV ??= 'production';
  process.argv.splice(1, process.argv.length, path, ...args);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  await import(pathToFileURL(path).href);
}

/** Runs a script to its end; failures that say what to do are told without a stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    stopRunning();
    process.stderr.write(`\n${error instanceof Failure ? error.message : (error?.stack ?? error)}\n`);
    process.exit(1);
  }
}
