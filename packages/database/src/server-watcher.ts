import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { markOf, type ProcessMark } from './processes.js';

export interface WatcherTask {
  readonly home: string;
  readonly token: string;
  readonly graceSeconds: number;
}

/**
 * Starts a small process that holds one end of a pipe to this one. The pipe closes however this
 * process ends; then the watcher takes it off the server's list after the grace period.
 */
export function startWatcher(task: WatcherTask): { readonly mark: ProcessMark; dismiss(): void } {
  // From the sources (under test) the built file is used all the same: it is plain JavaScript.
  const program = fileURLToPath(new URL('../dist/watch-server.js', import.meta.url));
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    // options meant for this process (a debugger's port, a loader) are not the watcher's
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  child.on('error', () => {
    // without a watcher the server outlives a kill until the next start takes it over
  });
  child.stdin.on('error', () => {
    // the watcher is gone already
  });
  child.stdin.write(`${JSON.stringify(task)}\n`);
  child.unref();
  const pipe = child.stdin as unknown as { unref?: () => void };
  pipe.unref?.();
  return {
    mark: markOf(child.pid ?? 0) ?? { pid: 0, startedAt: -1 },
    dismiss() {
      child.stdin.end('done\n');
    },
  };
}
