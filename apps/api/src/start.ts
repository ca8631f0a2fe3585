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
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  let stopping: Promise<void> | null = null;
  let running: Running | null = null;
  let stoppingSince = 0;
  const stop = () => {
    if (stopping && Date.now() - stoppingSince < oneSignalMilliseconds) return;
    if (stopping) process.exit(1);
    stoppingSince = Date.now();
    stopping = (async () => {
      await running?.stop();
      process.exit(0);
    })().catch((error: unknown) => fail(error));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    running = await start(readSettings(), tell);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.KEHU_LOG === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
