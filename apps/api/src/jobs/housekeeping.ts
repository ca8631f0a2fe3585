import { forgetOldTries } from '../access/throttle.js';
import { sweepUploadedFiles } from '../files/sweep.js';
import { forgetSent } from '../notify/forget-sent.js';
import { storedInstant } from '../records/decode.js';
import type { StartJob } from './job.js';
import { inRounds } from './rounds.js';

const roundMilliseconds = 10 * 60_000;
const hour = 3600_000;
/** Operation keys answer for at least a day; what is older by another one may go. */
const operationsMs = 48 * hour;
const sessionsMs = 30 * 24 * hour;
const changesMs = 7 * 24 * hour;
/** Rows taken away by one statement, so that none holds locks for long. */
const batch = 1000;

/** Takes away what has served its time: operation keys, ended sessions, counters, old lines of the change feed, old deliveries. */
export const housekeeping: StartJob = (services, log) => {
  const { database, clock } = services;
  return inRounds('housekeeping', roundMilliseconds, log, async () => {
    const before = (ms: number) => storedInstant(new Date(clock.now().getTime() - ms));
    for (const [sql, until] of [
      [`DELETE FROM operation WHERE at < ? LIMIT ${batch}`, before(operationsMs)],
      [`DELETE FROM session WHERE expires_at < ? LIMIT ${batch}`, before(sessionsMs)],
      [`DELETE FROM change_feed WHERE at < ? LIMIT ${batch}`, before(changesMs)],
    ] as const) {
      for (let removed = batch; removed === batch; )
        removed = (await database.change(sql, [until])).affectedRows;
    }
    await forgetSent(database, clock.now());
    await sweepUploadedFiles(services);
    await forgetOldTries(database, clock.now());
  });
};
