import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAddress } from '@kehu/database/address';
import { createConnection } from 'mysql2/promise';
import { prepareActor } from './actor.js';
import { caseAsker, ensureCases } from './cases/database.js';
import { caseQueries } from './cases/queries.js';
import { ensureOrders, startBenchDatabase } from './database.js';
import { type Measured, measure, type Plan } from './harness/measure.js';
import { countedStatements } from './harness/statements.js';
import { startApi, startHandwritten, startRepositories, type Variant } from './harness/variants.js';
import { explainedStatements, requireSameAnswers } from './harness/verify.js';
import { type BenchQuery, queries } from './queries.js';
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
  log(`MariaDB ${database.version}, Node ${process.versions.node}.`);
  const chosen = (list: readonly BenchQuery[]) =>
    list.filter((query) => !values.only || values.only.split(',').includes(query.name));
  const written: Written[] = [];
  const orders = chosen(queries);
  if (orders.length > 0) {
    await ensureOrders(database, home, log);
    const asker = await prepareActor(database.url);
    written.push(
      ...(await compare(database.url, orders, [
        () => startHandwritten(database.url),
        () => startApi({ databaseUrl: database.url, home, ...asker }),
        () => startRepositories(database.url),
      ])),
    );
  }
  const cases = chosen(caseQueries);
  if (cases.length > 0) {
    const url = await ensureCases(database.url, home, log);
    written.push(
      ...(await compare(url, cases, [
        () => startHandwritten(url),
        () => startApi({ databaseUrl: url, home, ...caseAsker }),
      ])),
    );
  }
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify({ queries: written }, null, 2)}\n`);
    log(`\nWritten to ${values.json}`);
  }
}

/** What is kept of a question's figures; without a ratio where nothing was written by hand for it. */
interface Written {
  readonly name: string;
  readonly ratio: number | null;
  readonly statements: number;
  readonly p50: number;
  readonly p99: number;
}

/** Measures questions on servers over one database; the first is the hand-written one, the second the API. */
async function compare(
  url: string,
  asked: readonly BenchQuery[],
  starts: readonly (() => Promise<Variant>)[],
): Promise<Written[]> {
  const variants: Variant[] = [];
  for (const start of starts) {
    const variant = await start();
    started.push(() => variant.stop());
    variants.push(variant);
  }
  const api = variants[1] as Variant;
  const compared = asked.filter(({ alone }) => !alone);
  await requireSameAnswers(variants, compared);
  if (compared.length > 0) log('\nAll variants give the same answers.');
  const watcher = await createConnection(parseAddress(url));
  started.push(() => watcher.end());
  const written: Written[] = [];
  for (const query of asked) {
    const own = query.alone ? [api] : variants;
    const statements: number[] = [];
    for (const variant of own) statements.push(await countedStatements(watcher, variant, query));
    const explained = await explainedStatements(api, query);
    // Long questions of one person are limited in number: such a one is asked one at a time.
    const asPlanned = query.alone ? { ...plan, connections: 1 } : plan;
    const measured = await measure(own, query, asPlanned, progress);
    progress('');
    log(`\n${query.name}  ${query.title}`);
    log(
      table(
        own.map((variant, v) => ({
          ...(measured[v] as Measured),
          name: variant.name,
          statements: variant === api ? explained : (statements[v] ?? 0),
          memory: variant.memory(),
        })),
      ),
    );
    const { ratio, p50, p99 } = measured[own.indexOf(api)] as Measured;
    written.push({
      name: query.name,
      ratio: query.alone ? null : round(ratio, 3),
      statements: explained,
      p50: round(p50, 2),
      p99: round(p99, 2),
    });
  }
  for (const variant of variants) await variant.stop();
  return written;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
