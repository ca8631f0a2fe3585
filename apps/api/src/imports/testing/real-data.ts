import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseNumber, toScale } from '@kehu/importer/convert/fraction';
import { operatorLimits } from '@kehu/importer/limits';
import type { Services } from '../../services.js';
import { seedSmallHouse } from '../../testing/small-house.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { openProfile } from '../profiles.js';
import type { ImportProgress } from '../progress.js';
import { type ImportOutcome, runImport } from '../run-import.js';
import { importTargets } from '../targets.js';

/** The folder of the data sets that the figures were computed from independently; `KEHU_DATA` names another. */
export const dataFolder =
  process.env.KEHU_DATA ?? fileURLToPath(new URL('../../../../../../shared/data', import.meta.url));
export const hasRealData =
  existsSync(join(dataFolder, 'zh-superstore')) && existsSync(join(dataFolder, 'northwind'));

/** Files of a data set. */
export function dataFiles(set: string, ...names: readonly string[]): string[] {
  return names.map((name) => join(dataFolder, set, name));
}

export const northwindFiles = [
  'customers.csv',
  'employees.csv',
  'orders.csv',
  'order-details.csv',
  'products.csv',
  'categories.csv',
  'suppliers.csv',
  'shippers.csv',
] as const;

export interface ImportWish {
  readonly profile: string;
  readonly files: readonly string[];
  readonly options?: readonly string[];
  readonly dryRun?: boolean;
  readonly acceptGoodRows?: boolean;
  readonly wholeUpTo?: number;
  readonly progress?: (progress: ImportProgress) => void;
}

/** A server with the small house, whose fixed ids lie below those that are handed out. */
export function startDataServer(): Promise<TestServer> {
  return startTestServer({
    seed: async (services) => {
      await seedSmallHouse(services);
      await services.database.change('UPDATE id_block SET next = GREATEST(next, 100000) WHERE id = 1');
    },
  });
}

/** Imports as the operator's tool does. */
export function importInto(services: Services, wish: ImportWish): Promise<ImportOutcome> {
  const targets = importTargets();
  const { database, ids, codec, clock, organisation, secrets } = services;
  return runImport(
    {
      database,
      ids,
      codec,
      targets,
      auditSecret: secrets.auditChain,
      now: () => clock.now(),
      zone: organisation.facts().zone,
    },
    {
      profile: openProfile(wish.profile, targets),
      files: wish.files,
      options: new Map((wish.options ?? []).map((name) => [name, true])),
      limits: operatorLimits,
      dryRun: wish.dryRun ?? false,
      acceptGoodRows: wish.acceptGoodRows ?? false,
      staffId: null,
      via: 'operator',
      progress: wish.progress ?? (() => {}),
      ...(wish.wholeUpTo === undefined ? {} : { wholeUpTo: wish.wholeUpTo }),
    },
  );
}

/** The rows of the table of an EXPECTED.md whose header begins with these words, its cells as text. */
export function expectedTable(set: string, header: string): string[][] {
  const lines = readFileSync(join(dataFolder, set, 'EXPECTED.md'), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${header}`));
  if (start < 0) throw new Error(`EXPECTED.md of ${set} has no table ${header}.`);
  const rows: string[][] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

/** A decimal of an answer, rounded half-up as people round it. */
export function rounded(value: unknown, scale = 2): string {
  const number = parseNumber(String(value));
  if (!number) throw new Error(`${value} is no number.`);
  return toScale(number, scale);
}
