import { exportJob } from '../exports/job.js';
import type { StartJob } from './job.js';

/** Every job; a new one is one line here. */
export const jobs: readonly StartJob[] = [exportJob];
