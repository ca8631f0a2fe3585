import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAddress } from '@kehu/database/address';
import { createConnection } from 'mysql2/promise';
import { prepareActor } from './actor.js';
import { startBenchDatabase } from './database.js';
import { type Measured, measure, type Plan } from './harness/measure.js';
import { countedStatements } from './harness/statements.js';
import { startApi, startHandwritten, startRepositories, type Variant } from './harness/variants.js';
import { explainedStatements, requireSameAnswers } from './harness/verify.js';
import { queries } from './queries.js';
import { table } from './report.js';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string' },
  },
});

const plan: Plan = {
  connections: Number(values.connections),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
};
const home = resolve(process.env.KEHU_HOME || '.kehu');
const log = (line: string) => console.log(line);
const progress = (line: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};

/** Everything that was started, to be stopped in the reverse order, whatever happens. */
const started: (() => Promise<void>)[] = [];
async function stopAll(): Promise<void> {
  for (const stop of started.splice(0).reverse()) await stop().catch((error) => console.error(String(error)));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopAll().then(() => process.exit(130));
  });
}

try {
  await run();
} finally {
  progress('');
  await stopAll();
}

async function run(): Promise<void> {
  const database = await startBenchDatabase(home, log);
  started.push(() => database.stop());
  const asker = await prepareActor(database.url);
  const variants: Variant[] = [];
  for (const start of [
    () => startHandwritten(database.url),
    () => startApi({ databaseUrl: database.url, home, ...asker }),
    () => startRepositories(database.url),
  ]) {
    const variant = await start();
    started.push(() => variant.stop());
    variants.push(variant);
  }
  const api = variants[1] as Variant;
  const asked = queries.filter((query) => !values.only || values.only.split(',').includes(query.name));

  await requireSameAnswers(variants, asked);
  log(`All variants give the same answers. MariaDB ${database.version}, Node ${process.versions.node}.`);

  const watcher = await createConnection(parseAddress(database.url));
  started.push(() => watcher.end());
  const written: { name: string; ratio: number; statements: number; p50: number; p99: number }[] = [];
  for (const query of asked) {
    const statements: number[] = [];
    for (const variant of variants) statements.push(await countedStatements(watcher, variant, query));
    const explained = await explainedStatements(api, query);
    const measured = await measure(variants, query, plan, progress);
    progress('');
    log(`\n${query.name}  ${query.title}`);
    log(
      table(
        variants.map((variant, v) => ({
          ...(measured[v] as Measured),
          name: variant.name,
          statements: variant === api ? explained : (statements[v] ?? 0),
          memory: variant.memory(),
        })),
      ),
    );
    const { ratio, p50, p99 } = measured[1] as Measured;
    written.push({
      name: query.name,
      ratio: round(ratio, 3),
      statements: explained,
      p50: round(p50, 2),
      p99: round(p99, 2),
    });
  }
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify({ queries: written }, null, 2)}\n`);
    log(`\nWritten to ${values.json}`);
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
