import { perform } from '../commands/run.js';
import type { Log } from '../server/log.js';
import type { Services } from '../services.js';
import { claimTimers, postponeTimer } from './claim.js';
import { timerAct } from './fire.js';
import type { TimerRule } from './rule.js';
import { systemContext } from './system-context.js';

/** Timers claimed at once: few enough to be done within their lease. */
const batch = 20;
/** Most batches of one round, so that a server that is told to stop need not wait long. */
const mostBatches = 50;

/**
 * Lets every timer that is due take effect, the oldest first; answers how many did. One that fails is
 * logged and tried again later, and keeps no other one waiting.
 */
export async function fireDueTimers(
  services: Services,
  rules: readonly TimerRule[],
  holder: string,
  log?: Log,
  goOn: () => boolean = () => true,
): Promise<number> {
  const { database, clock } = services;
  const known = new Map(rules.map((rule) => [`${rule.kind} ${rule.rule}`, rule]));
  let count = 0;
  for (let round = 0; round < mostBatches && goOn(); round += 1) {
    const timers = await claimTimers(database, holder, clock.now(), batch);
    for (const timer of timers) {
      try {
        const rule = known.get(`${timer.kind} ${timer.rule}`);
        if (!rule) throw new Error(`There is no rule for timers of ${timer.kind} ${timer.rule}.`);
        const { fired } = await perform(timerAct(rule), { timer }, systemContext(services));
        if (fired) count += 1;
      } catch (error) {
        log?.error('timer.failed', { kind: timer.kind, record: timer.recordId, rule: timer.rule }, error);
        await postponeTimer(database, holder, timer, clock.now());
      }
    }
    if (timers.length === 0) break;
  }
  return count;
}
