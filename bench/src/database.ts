import { migrations } from '@kehu/api/migrations/register';
import { createCodec } from '@kehu/api/records/codec';
import { openSecrets } from '@kehu/api/secrets';
import { parseAddress, withDatabase } from '@kehu/database/address';
import { openDatabase } from '@kehu/database/connection';
import { migrate } from '@kehu/database/migrations';
import { startPrivateServer } from '@kehu/database/private-server';
import { createConnection } from 'mysql2/promise';
import { ensureData } from './data/load.js';

const database = 'kehu_bench';

export interface BenchDatabase {
  /** For the servers that are measured. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/**
 * Starts the private MariaDB of a home folder. The bench's data stays there for the next run.
 */
export async function startBenchDatabase(home: string, log: (line: string) => void): Promise<BenchDatabase> {
  const server = await startPrivateServer({ home, log });
  return {
    url: withDatabase(server.migrateUrl, database),
    version: server.version,
    stop: () => server.stop(),
  };
}

/** Makes sure that the bench's million orders are in the database. */
export async function ensureOrders(
  { url }: BenchDatabase,
  home: string,
  log: (line: string) => void,
): Promise<void> {
  const secrets = openSecrets(home);
  const codec = createCodec({ encryption: secrets.fieldEncryption, hashing: secrets.fieldHashing });
  const connect = (name: string | null) =>
    createConnection({
      ...parseAddress(url),
      database: name ?? 'mysql',
      timezone: 'Z',
      charset: 'utf8mb4_bin',
    });
  await ensureData({ connect, database, codec, log }, () => applyMigrations(url));
}

async function applyMigrations(url: string): Promise<void> {
  const opened = await openDatabase({ url, connections: 1 });
  try {
    await migrate(opened, migrations);
  } finally {
    await opened.close();
  }
}
