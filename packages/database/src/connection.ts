import type { PoolConnection } from 'mysql2';
import { parseAddress } from './address.js';
import { type Dialect, dialectOf } from './dialect.js';
import { DatabaseTimeoutError, DatabaseUnavailableError, isBroken, isStatementTimeout } from './errors.js';
import { ConnectionPool, run, type SqlValue } from './pool.js';
import { asChange } from './results.js';
import { type TransactionOptions, transact } from './transaction.js';

/** What a changing statement did. `affectedRows` counts the rows that matched, changed or not. */
export interface Change {
  readonly affectedRows: number;
  readonly insertId: string;
}

/** Statements with `?` for values; `change` is for those that answer no rows. */
export interface Queryable {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  change(sql: string, values?: readonly SqlValue[]): Promise<Change>;
}

export interface ReadOptions {
  /** The server ends the statement after this time; `DatabaseTimeoutError`. */
  readonly timeoutSeconds?: number;
  /** Read from the primary although there is a replica: just after a write. */
  readonly primary?: boolean;
  /** Stands as a comment before the statement, for the server's own logs. */
  readonly requestId?: string;
}

export interface DatabaseOptions {
  /** `mysql://user:password@host:3306/kehu`, or with `?socketPath=…`. */
  readonly url: string;
  /** A replica for reads that need not be the newest. */
  readonly readUrl?: string | undefined;
  /** An account that may change tables; `url` unless given. */
  readonly migrateUrl?: string | undefined;
  /** Connections to each address; 10. */
  readonly connections?: number;
}

export interface Health {
  readonly ok: boolean;
  /** Of one round trip, a new connection included when none was free. */
  readonly milliseconds: number;
  readonly problem?: string;
}

/** The one way to the database; safe for any number of callers at once. */
export interface Database extends Queryable {
  readonly dialect: Dialect;
  /** With the rights to change tables. */
  readonly migration: Queryable;
  /** Rows as arrays in the order of the selected columns; decimals and 64-bit integers as text. */
  rows(sql: string, values?: readonly SqlValue[], options?: ReadOptions): Promise<unknown[][]>;
  /** The same, row by row, without keeping them; leaving the loop early ends the statement. */
  stream(sql: string, values?: readonly SqlValue[], options?: ReadOptions): AsyncIterable<unknown[]>;
  /** See `transact`: the whole of `work` may run more than once. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>, options?: TransactionOptions<T>): Promise<T>;
  /** Runs `work` on one unchanging state of the database, whatever is written meanwhile; for backups. Read only. */
  snapshot<T>(work: (state: Queryable) => Promise<T>): Promise<T>;
  /** Never throws; answers within three seconds. */
  health(): Promise<Health>;
  /** How often a connection was asked for since the start, and how long callers waited in all. */
  waits(): { readonly count: number; readonly milliseconds: number };
  close(): Promise<void>;
}

/**
 * Connects and learns the dialect. Throws `DatabaseUnavailableError` when nobody answers, and the
 * server's own error when it answers but refuses.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connections = options.connections ?? 10;
  const primary = new ConnectionPool(parseAddress(options.url), connections);
  const replica = options.readUrl ? new ConnectionPool(parseAddress(options.readUrl), connections) : primary;
  const migrate = options.migrateUrl ? new ConnectionPool(parseAddress(options.migrateUrl), 2) : primary;
  try {
    const [version] = await primary.use(async (connection) => {
      const rows = (await run(connection, 'SELECT VERSION()', [], { arrays: true })) as string[][];
      return rows[0] ?? [''];
    });
    return new PooledDatabase(dialectOf(version ?? ''), primary, replica, migrate);
  } catch (error) {
    await Promise.all([primary.close(), replica.close(), migrate.close()]);
    throw error;
  }
}

class PooledDatabase implements Database {
  readonly migration: Queryable;

  constructor(
    readonly dialect: Dialect,
    private readonly primary: ConnectionPool,
    private readonly replica: ConnectionPool,
    private readonly migrate: ConnectionPool,
  ) {
    this.migration = over(migrate);
  }

  async query<Row = Record<string, unknown>>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return over(this.primary).query<Row>(sql, values);
  }

  async change(sql: string, values: readonly SqlValue[] = []): Promise<Change> {
    return over(this.primary).change(sql, values);
  }

  async rows(sql: string, values: readonly SqlValue[] = [], options: ReadOptions = {}): Promise<unknown[][]> {
    const pool = options.primary ? this.primary : this.replica;
    try {
      return await this.#read(pool, sql, values, options);
    } catch (error) {
      // A read has no effect, so one on a connection that turned out to be dead is tried again; the
      // primary answers for a replica that is down.
      if (!isBroken(error) && !(error instanceof DatabaseUnavailableError && pool !== this.primary))
        throw error;
      return this.#read(this.primary, sql, values, options);
    }
  }

  async #read(
    pool: ConnectionPool,
    sql: string,
    values: readonly SqlValue[],
    options: ReadOptions,
  ): Promise<unknown[][]> {
    const { timeoutSeconds } = options;
    try {
      return await pool.use(async (connection) => {
        const text = await this.#prepare(connection, sql, options);
        // should the server not keep its limit, the connection is given up a little later
        const limits = timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds * 1000 + 2000 };
        return (await run(connection, text, values, { arrays: true, ...limits })) as unknown[][];
      });
    } catch (error) {
      if (isStatementTimeout(error)) throw new DatabaseTimeoutError(timeoutSeconds ?? 0, error);
      throw error;
    }
  }

  async *stream(
    sql: string,
    values: readonly SqlValue[] = [],
    options: ReadOptions = {},
  ): AsyncGenerator<unknown[]> {
    const pool = options.primary ? this.primary : this.replica;
    const connection = await pool.acquire();
    let complete = false;
    try {
      const text = await this.#prepare(connection, sql, options);
      const rows = connection.query({ sql: text, values: values as unknown[], rowsAsArray: true }).stream({
        highWaterMark: 256,
      });
      for await (const row of rows) yield row as unknown[];
      complete = true;
    } catch (error) {
      if (isStatementTimeout(error)) throw new DatabaseTimeoutError(options.timeoutSeconds ?? 0, error);
      throw error;
    } finally {
      // half-read rows would answer the next caller's question
      if (complete) connection.release();
      else connection.destroy();
    }
  }

  async #prepare(connection: PoolConnection, sql: string, options: ReadOptions): Promise<string> {
    const comment = options.requestId ? `/* ${options.requestId.replace(/[^\w-]/g, '')} */ ` : '';
    if (options.timeoutSeconds === undefined) return comment + sql;
    const limited = this.dialect.limited(sql, options.timeoutSeconds);
    if (limited.sessionLimit !== undefined) {
      await run(connection, 'SET SESSION max_execution_time = ?', [limited.sessionLimit]);
    }
    return comment + limited.sql;
  }

  transaction<T>(
    work: (transaction: Queryable) => Promise<T>,
    options: TransactionOptions<T> = {},
  ): Promise<T> {
    return transact(this.primary, work, options);
  }

  snapshot<T>(work: (state: Queryable) => Promise<T>): Promise<T> {
    return this.primary.use(async (connection) => {
      await run(connection, 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await run(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
      const state: Queryable = {
        async query<Row>(sql: string, values: readonly SqlValue[] = []) {
          return (await run(connection, sql, values)) as Row[];
        },
        change: () => Promise.reject(new Error('a snapshot is read only')),
      };
      try {
        return await work(state);
      } finally {
        await run(connection, 'ROLLBACK');
      }
    });
  }

  async health(): Promise<Health> {
    const began = performance.now();
    const passed = () => Math.round(performance.now() - began);
    try {
      await this.primary.use((connection) => run(connection, 'SELECT 1', [], { timeout: 1000 }), 2000);
      return { ok: true, milliseconds: passed() };
    } catch (error) {
      return {
        ok: false,
        milliseconds: passed(),
        problem: error instanceof Error ? error.message : String(error),
      };
    }
  }

  waits(): { readonly count: number; readonly milliseconds: number } {
    const pools = new Set([this.primary, this.replica, this.migrate]);
    let count = 0;
    let milliseconds = 0;
    for (const { waits } of pools) {
      count += waits.count;
      milliseconds += waits.milliseconds;
    }
    return { count, milliseconds };
  }

  async close(): Promise<void> {
    await Promise.all([this.primary.close(), this.replica.close(), this.migrate.close()]);
  }
}

function over(pool: ConnectionPool): Queryable {
  return {
    async query<Row>(sql: string, values: readonly SqlValue[] = []) {
      return (await pool.use((connection) => run(connection, sql, values))) as Row[];
    },
    async change(sql, values = []) {
      return asChange(await pool.use((connection) => run(connection, sql, values)));
    },
  };
}
