import { randomUUID } from 'node:crypto';
import { appendHead, type Head } from '../audit/chain.js';
import { sealOnce } from '../audit/seal.js';
import type { StartJob } from './job.js';
import { giveLease, takeLease } from './lease.js';
import { inRounds } from './rounds.js';

const roundMilliseconds = 1000;
const leaseSeconds = 10;
const name = 'audit-sealer';
/** The usual round looks back so far; a transaction that is open longer is found by the full look. */
const lookBackMs = 10 * 60_000;
const fullLookMs = 3600_000;
/** The head goes outside the database at most so often. */
const headMs = 60_000;

/** Links committed audit entries into the chain within two seconds; of many servers one does it. */
export const auditSealer: StartJob = (services, log) => {
  const { database, clock, secrets, settings } = services;
  const holder = randomUUID();
  let fullLookAt = Number.NEGATIVE_INFINITY;
  let headAt = Number.NEGATIVE_INFINITY;
  let pending: Head | null = null;
  const publish = () => {
    if (!pending) return;
    appendHead(settings.home, pending, clock.now());
    pending = null;
    headAt = performance.now();
  };
  const job = inRounds(name, roundMilliseconds, log, async () => {
    const now = clock.now();
    if (!(await takeLease(database, name, holder, now, leaseSeconds))) return;
    const full = performance.now() - fullLookAt > fullLookMs;
    const since = full ? null : new Date(now.getTime() - lookBackMs);
    for (let more = true; more; ) {
      const round = await sealOnce(database, secrets.auditChain, clock.now(), since);
      more = round.full;
      if (round.sealed > 0) pending = round.head;
      if (more) await takeLease(database, name, holder, clock.now(), leaseSeconds);
    }
    if (full) fullLookAt = performance.now();
    if (performance.now() - headAt > headMs) publish();
  });
  return {
    async stop() {
      await job.stop();
      publish();
      await giveLease(database, name, holder).catch(() => {});
    },
  };
};
