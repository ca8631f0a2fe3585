import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { StartJob } from '../jobs/job.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { exportPath } from './export-files.js';
import { performExport, type WaitingExport, waitingExports } from './perform-export.js';

const pollMilliseconds = 1000;
const leaseSeconds = 60;
const sweepMilliseconds = 3_600_000;

/**
 * Writes the files of exports, one at a time on each server. A lease per export keeps two servers from
 * writing the same one; what a crashed server left is taken up when its lease has run out. Once an hour
 * files whose time is over are deleted.
 */
export const exportJob: StartJob = (services, log) => {
  const holder = randomUUID();
  let stopped = false;
  let swept = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const round = async () => {
    if (Date.now() - swept > sweepMilliseconds) {
      swept = Date.now();
      await sweep(services);
    }
    for (const waiting of await waitingExports(services)) {
      if (stopped) return;
      await one(services, waiting, holder).catch((error: unknown) => {
        log.error('export.failed', { export: waiting.id }, error);
      });
    }
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      working = round()
        .catch((error: unknown) => log.error('exports.failed', {}, error))
        .finally(next);
    }, pollMilliseconds);
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
};

async function one(services: Services, waiting: WaitingExport, holder: string): Promise<void> {
  const { database, clock } = services;
  const lease = `export:${waiting.id}`;
  const until = () => storedInstant(new Date(clock.now().getTime() + leaseSeconds * 1000));
  await database.change(
    "INSERT IGNORE INTO job_lease (name, holder, lease_until) VALUES (?, '', '2000-01-01 00:00:00.000')",
    [lease],
  );
  const { affectedRows } = await database.change(
    'UPDATE job_lease SET holder = ?, lease_until = ? WHERE name = ? AND lease_until < ?',
    [holder, until(), lease, storedInstant(clock.now())],
  );
  if (affectedRows !== 1) return;
  try {
    await performExport(services, waiting, async () => {
      await database.change('UPDATE job_lease SET lease_until = ? WHERE name = ? AND holder = ?', [
        until(),
        lease,
        holder,
      ]);
    });
  } finally {
    await database.change('DELETE FROM job_lease WHERE name = ? AND holder = ?', [lease, holder]);
  }
}

/** Deletes files whose time is over; their records stay. */
async function sweep({ database, clock, settings }: Services): Promise<void> {
  const rows = await database.query<{ id: string; format: string }>(
    "SELECT id, format FROM export_run WHERE state = 'DONE' AND expires_at < ? AND expires_at > ?",
    [storedInstant(clock.now()), storedInstant(new Date(clock.now().getTime() - 30 * 86_400_000))],
  );
  for (const { id, format } of rows) await rm(exportPath(settings.home, String(id), format), { force: true });
}
