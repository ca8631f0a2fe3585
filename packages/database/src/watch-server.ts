// The watcher's program: see server-watcher.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { leaveServer } from './private-server.js';
import { processWith } from './processes.js';
import { serverPlaces, serverSecrets } from './server-places.js';
import type { WatcherTask } from './server-watcher.js';

// the terminal's signals are for the process that is watched
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

let received = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk: string) => {
  received += chunk;
});
process.stdin.on('error', () => process.exit(1));
process.stdin.on('end', () => {
  const [first = '', second] = received.split('\n');
  if (second === 'done' || first === '') return;
  void afterDeath(JSON.parse(first) as WatcherTask);
});

async function afterDeath(task: WatcherTask): Promise<void> {
  await sleep(task.graceSeconds * 1000);
  // a home folder that was deleted meanwhile must not be made again
  if (!existsSync(task.home)) return endWithout(task.home);
  const places = serverPlaces(task.home);
  await leaveServer(places, serverSecrets(places.home), task.token, 'watcher');
}

/** Its data are gone, so there is nothing to stop in order. */
function endWithout(home: string): void {
  const mark = processWith(`--datadir=${join(home, 'database')}`);
  if (mark) process.kill(mark.pid, 'SIGKILL');
}
