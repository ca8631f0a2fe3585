import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Queryable } from '@kehu/database/connection';
import type { SqlValue } from '@kehu/database/pool';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';

/** The transaction in which the current act writes. */
const current = new AsyncLocalStorage<Queryable>();

/** Within `work`, TypeORM writes on this transaction's connection. */
export function withinTransaction<T>(transaction: Queryable, work: () => Promise<T>): Promise<T> {
  return current.run(transaction, work);
}

/**
 * TypeORM over the product's own connections: one pool, one transaction helper, one place that
 * knows what to do with a lost connection. TypeORM's own pool does not come back after an outage and
 * hands broken connections out again (typeorm #6350, #5112), so it gets none.
 */
export async function openDataSource(database: Database): Promise<DataSource> {
  const connection = {
    promise: () => ({
      query: async (sql: string | { sql: string }, values?: SqlValue[]) => [
        await (current.getStore() ?? database).query(typeof sql === 'string' ? sql : sql.sql, values ?? []),
        [],
      ],
    }),
    release: () => {},
    on: () => {},
    listeners: () => ['handled by the pool'],
  };
  const pool = {
    getConnection: (done: (error: null, given: typeof connection) => void) => done(null, connection),
    end: (done: (error: null) => void) => done(null),
    on: () => {},
  };
  const source = new DataSource({
    type: 'mysql',
    // Only names the schema in TypeORM's own messages; the connections are the product's.
    database: 'kehu',
    driver: { createPool: () => pool },
    entities: [...entities],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    // A condition that vanishes would change every row (typeorm #2500, #12578).
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
  return source.initialize();
}
