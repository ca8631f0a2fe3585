import type { Log } from '../server/log.js';
import type { Job } from './job.js';

/**
 * Runs `round` again and again with a pause between. A round that fails is logged and the next one
 * comes all the same; `stop` waits for the round that is under way.
 */
export function inRounds(name: string, milliseconds: number, log: Log, round: () => Promise<void>): Job {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      working = round()
        .catch((error: unknown) => log.error('job.failed', { job: name }, error))
        .finally(next);
    }, milliseconds);
    timer.unref();
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
