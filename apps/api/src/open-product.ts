import { mkdirSync } from 'node:fs';
import { type Database, openDatabase } from '@kehu/database/connection';
import { grantChanges } from '@kehu/database/grants';
import { startPrivateServer } from '@kehu/database/private-server';
import { appendOnlyTables } from './migrations/append-only.js';
import { migrateDatabase } from './migrations/migrate.js';
import { openServices } from './open-services.js';
import type { Services } from './services.js';
import type { Settings } from './settings.js';

/** The product without its HTTP side: what the server and the operator's tool have in common. */
export interface Product {
  readonly services: Services;
  /** Whether the database is our own. */
  readonly privateDatabase: boolean;
  /** Closes connections; the last process to leave stops the private database. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A line for whatever takes longer than two seconds. */
  readonly log?: (line: string) => void;
  /** Bring the database up to this release; as the settings say unless given. */
  readonly migrate?: boolean;
}

const reviveMilliseconds = 2000;

/**
 * Opens the database (the private one unless `DATABASE_URL` names another), migrates it, puts the
 * services together. Throws with words for people when the database cannot be had.
 */
export async function openProduct(settings: Settings, options: OpenOptions = {}): Promise<Product> {
  const { log = () => {}, migrate = settings.migrateOnStart } = options;
  mkdirSync(settings.home, { recursive: true, mode: 0o700 });
  const opened = await openConfigured(settings, log);
  try {
    if (migrate) {
      await migrateDatabase(opened.database, { log });
      // A server of the user's own has accounts with rights of its own making.
      if (settings.databaseUrl === null) await grantChanges(opened.database.migration, appendOnlyTables);
    }
    return {
      services: await openServices(settings, opened.database),
      privateDatabase: settings.databaseUrl === null,
      close: opened.close,
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface Opened {
  readonly database: Database;
  close(): Promise<void>;
}

async function openConfigured(settings: Settings, log: (line: string) => void): Promise<Opened> {
  if (settings.databaseUrl) {
    const database = await openDatabase({
      url: settings.databaseUrl,
      readUrl: settings.databaseReadUrl ?? undefined,
      migrateUrl: settings.databaseMigrateUrl ?? undefined,
    });
    return { database, close: () => database.close() };
  }
  const server = await startPrivateServer({ home: settings.home, log });
  try {
    const database = await openDatabase({ url: server.url, migrateUrl: server.migrateUrl });
    const watch = setInterval(() => {
      server.revive().catch(() => {});
    }, reviveMilliseconds);
    watch.unref();
    return {
      database,
      async close() {
        clearInterval(watch);
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
