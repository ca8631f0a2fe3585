import { exportJob } from '../exports/job.js';
import { createLog } from '../server/log.js';
import { startTestServer } from '../testing/test-server.js';
import { plan, seed } from './planted.js';
import { type Proof, prove } from './prove.js';

/** Where the sheet is kept, from `src` and `dist` alike. */
export const sheetFile = new URL('../../../../docs/policy-proof.md', import.meta.url);

/** Starts a server over a planted organisation, asks everything, stops it. */
export async function runProof(): Promise<Proof> {
  const planted = plan();
  const server = await startTestServer({ seed: (services) => seed(services, planted) });
  const job = exportJob(server.services, createLog('silent'));
  try {
    return await prove(planted, (login) => server.as(login));
  } finally {
    await job.stop();
    await server.stop();
  }
}
