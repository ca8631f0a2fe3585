import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@kehu/database/connection';
import { testDatabase } from '@kehu/database/testing';
import { newToken, tokenHash } from '../access/tokens.js';
import { type Clock, systemClock } from '../clock.js';
import type { Department } from '../departments/department.js';
import { migrateDatabase } from '../migrations/migrate.js';
import { openServices } from '../open-services.js';
import { storedInstant } from '../records/decode.js';
import { startApiServer } from '../server/api-server.js';
import type { Log } from '../server/log.js';
import type { Services } from '../services.js';
import { readSettings, type Settings } from '../settings.js';
import { type BreakableLine, breakableLine } from './breakable-line.js';
import { Client } from './client.js';
import { seedSmallHouse } from './small-house.js';

export interface TestServerOptions {
  readonly settings?: Partial<Settings>;
  /** Other departments than the registered ones. */
  readonly departments?: readonly Department[];
  readonly clock?: Clock;
  readonly log?: Log;
  /** Fills the migrated database; the small house unless given. */
  readonly seed?: (services: Services) => Promise<void>;
}

/** A running server over a fresh database, with people signed in. */
export interface TestServer {
  readonly url: string;
  readonly services: Services;
  /** The line to the database, to be broken. */
  readonly line: BreakableLine;
  readonly anonymous: Client;
  /** A client signed in as a login of the small house (`gm`, `store-staff` …). */
  as(login: string): Promise<Client>;
  stop(): Promise<void>;
}

/** Starts one; call it in `beforeAll` and `stop` in `afterAll`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const home = mkdtempSync(join(tmpdir(), 'kehu-api-test-'));
  const { database: direct, url, drop } = await testDatabase();
  await migrateDatabase(direct);
  const line = await breakableLine(url);
  const database = await openDatabase({ url: line.url });
  const settings: Settings = {
    ...readSettings({ KEHU_HOME: home, PORT: '0', KEHU_LOG: 'silent' }),
    port: 0,
    ...options.settings,
  };
  const services = await openServices(settings, database, options.clock ?? systemClock);
  await (options.seed ?? seedSmallHouse)(services);
  const server = await startApiServer(services, {
    ...(options.departments ? { departments: options.departments } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
  const clients = new Map<string, Promise<Client>>();
  return {
    url: server.address,
    services,
    line,
    anonymous: new Client(server.address, null),
    as(login) {
      const known = clients.get(login) ?? signedIn(services, server.address, login);
      clients.set(login, known);
      return known;
    },
    async stop() {
      line.set('whole');
      await server.stop(5);
      await database.close();
      await line.close();
      await drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A session without the work of a password. */
async function signedIn(services: Services, url: string, login: string): Promise<Client> {
  const staffId = await staffIdOf(services, login);
  const token = newToken();
  const now = services.clock.now();
  await services.database.change(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_used_at, idle_seconds, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      await services.ids.next(),
      tokenHash(token),
      staffId,
      storedInstant(now),
      storedInstant(now),
      3600,
      storedInstant(new Date(now.getTime() + 12 * 3600 * 1000)),
    ],
  );
  return new Client(url, token);
}

async function staffIdOf({ database }: Services, login: string): Promise<string> {
  const [row] = await database.query<{ id: string }>('SELECT id FROM staff WHERE login = ?', [login]);
  if (!row) throw new Error(`Nobody has the login ${login}.`);
  return String(row.id);
}
