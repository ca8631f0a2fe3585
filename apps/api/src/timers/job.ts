import { randomUUID } from 'node:crypto';
import { perform } from '../commands/run.js';
import { adoptCases, openCasesWithoutClock } from '../departments/complaints/clock/adopt.js';
import type { StartJob } from '../jobs/job.js';
import { inRounds } from '../jobs/rounds.js';
import type { Services } from '../services.js';
import { timerRules } from './register.js';
import { fireDueTimers } from './round.js';
import { armMissing, setFirstHouseTimers } from './sweep.js';
import { systemContext } from './system-context.js';

const roundMilliseconds = 500;
/** How often records are looked for that came in past the acts (imports) and have no timers yet. */
const sweepMilliseconds = 30_000;

/** Lets timers take effect within a second of their time, on every server; those due while none ran at once. */
export const timerJob: StartJob = (services, log) => {
  const holder = randomUUID();
  let stopped = false;
  let sweptAt = Number.NEGATIVE_INFINITY;
  const job = inRounds('timers', roundMilliseconds, log, async () => {
    if (performance.now() - sweptAt > sweepMilliseconds) {
      await sweep(services);
      sweptAt = performance.now();
    }
    await fireDueTimers(services, timerRules, holder, log, () => !stopped);
  });
  return {
    async stop() {
      stopped = true;
      await job.stop();
    },
  };
};

/** Gives timers to whatever is due and has none: house-wide ones, tasks, measures, and open cases. */
export async function sweep(services: Services): Promise<void> {
  await perform(setFirstHouseTimers(timerRules), {}, systemContext(services));
  await armMissing(services.database, services.organisation.facts().zone);
  for (const id of await openCasesWithoutClock(services.database)) {
    await perform(adoptCases, { id }, systemContext(services));
  }
}
