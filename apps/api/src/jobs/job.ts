import type { Log } from '../server/log.js';
import type { Services } from '../services.js';

/** Work beside the requests that runs as long as the server does. */
export interface Job {
  /** Ends it; what is under way is finished or left for the next server. */
  stop(): Promise<void>;
}

/** Begins a job. It must not throw later on: what fails is logged and tried again. */
export type StartJob = (services: Services, log: Log) => Job;
