import { loadDemo } from './demo/load.js';
import { departments } from './departments/register.js';
import { buildSchema } from './graphql/schema.js';
import type { Job } from './jobs/job.js';
import { jobs } from './jobs/register.js';
import { openProduct } from './open-product.js';
import { startApiServer } from './server/api-server.js';
import { createLog } from './server/log.js';
import type { Services } from './services.js';
import { readSettings, type Settings } from './settings.js';
import { welcome } from './welcome.js';

/** The product, serving. */
export interface Running {
  readonly address: string;
  /** Finishes what is under way and leaves everything clean; within 15 seconds. */
  stop(): Promise<void>;
}

/** Seconds for requests under way when the server is told to stop. */
const graceSeconds = 10;

/**
 * Starts the product: database, migrations, demo on the very first start, schema, HTTP, jobs. Throws
 * with words for people when something is missing.
 */
export async function start(settings: Settings, tell: (line: string) => void): Promise<Running> {
  const log = createLog(settings.logLevel);
  // The schema is built while the database starts.
  const opening = openProduct(settings, { log: tell });
  opening.catch(() => {});
  const api = buildSchema(departments);
  const product = await opening;
  const { services } = product;
  const running: Job[] = [];
  try {
    if (product.privateDatabase && settings.migrateOnStart) await loadFirstDemo(services, tell);
    const server = await startApiServer(services, { api, log });
    for (const job of jobs) running.push(job(services, log));
    for (const line of await welcome(services, server.address)) tell(line);
    return {
      address: server.address,
      async stop() {
        await server.stop(graceSeconds);
        await Promise.all(running.map((job) => job.stop()));
        await product.close();
      },
    };
  } catch (error) {
    await product.close();
    throw error;
  }
}

/** The demo organisation, on the very first start with a database of our own; nobody's data is touched. */
async function loadFirstDemo(services: Services, tell: (line: string) => void): Promise<void> {
  const began = Date.now();
  let told = began;
  const { loaded, rows } = await loadDemo(services, {
    today: services.clock.now(),
    password: services.settings.demoPassword,
    onProgress(count) {
      if (Date.now() - told < 2000) return;
      told = Date.now();
      tell(`演示数据 / demo data: ${count}`);
    },
  });
  if (loaded) tell(`演示数据 / demo data: ${rows} (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** npm passes Ctrl-C on to a program that the terminal has told already: that is one signal, not two. */
const oneSignalMilliseconds = 500;

/** The whole program: starts, and stops on SIGINT and SIGTERM. A second signal ends it at once. */
export async function runUntilStopped(): Promise<void> {
  try {
    const starting = start(readSettings(), (line) => process.stdout.write(`${line}\n`));
    let stoppingSince: number | null = null;
    const stop = async () => {
      if (stoppingSince !== null && Date.now() - stoppingSince < oneSignalMilliseconds) return;
      if (stoppingSince !== null) process.exit(1);
      stoppingSince = Date.now();
      try {
        // A start that is interrupted is finished first, so that nothing is left half open.
        await (await starting).stop();
        process.exit(0);
      } catch (error) {
        fail(error);
      }
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    await starting;
  } catch (error) {
    fail(error);
  }
}

/** Says what is wrong in words; where in the program it was found helps nobody who starts it. */
function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
