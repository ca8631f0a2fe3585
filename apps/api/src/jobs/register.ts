import { exportJob } from '../exports/job.js';
import { outboxJob } from '../notify/outbox-job.js';
import { timerJob } from '../timers/job.js';
import { auditSealer } from './audit-sealer.js';
import { housekeeping } from './housekeeping.js';
import type { StartJob } from './job.js';

/** Every job; a new one is one line here. */
export const jobs: readonly StartJob[] = [auditSealer, timerJob, outboxJob, exportJob, housekeeping];
