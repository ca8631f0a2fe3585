import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from './address.js';
import { type Database, openDatabase } from './connection.js';
import { startPrivateServer } from './private-server.js';

export interface TestDatabase {
  readonly database: Database;
  /** Of the fresh database, for code under test that connects by itself. */
  readonly url: string;
  /** Drops the database and, when this call started a server, stops that. */
  drop(): Promise<void>;
}

/**
 * A fresh, empty database with a name of its own on a real server: the one that
 * `KEHU_TEST_DATABASE_URL` names (an account that may create databases; `npm test` starts one for
 * the whole run), else a private one in a temporary folder. Call it in `beforeAll` and `drop` in
 * `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `kehu_test_${randomBytes(8).toString('hex')}`;
  const url = withDatabase(server.url, name);
  const admin = await openDatabase({ url: withDatabase(server.url, 'mysql'), connections: 1 });
  try {
    await admin.change(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const database = await openDatabase({ url });
    return {
      database,
      url,
      async drop() {
        await database.close();
        await admin.change(`DROP DATABASE IF EXISTS ${name}`);
        await admin.close();
        await server.stop();
      },
    };
  } catch (error) {
    await admin.close();
    await server.stop();
    throw error;
  }
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.KEHU_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'kehu-test-'));
  const server = await startPrivateServer({
    home,
    bufferPoolMegabytes: 128,
    durable: false,
    graceSeconds: 2,
  });
  return {
    url: server.migrateUrl,
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
