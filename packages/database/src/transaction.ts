import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolConnection } from 'mysql2';
import type { Change, Queryable } from './connection.js';
import {
  DatabaseUnavailableError,
  isBroken,
  isRetryable,
  leavesOutcomeOpen,
  OutcomeUnknownError,
} from './errors.js';
import { type ConnectionPool, ignoreUnknownVariable, run, type SqlValue } from './pool.js';
import { asChange } from './results.js';

export interface TransactionOptions<T> {
  /** How often the whole transaction is run again after a failure that left nothing behind; 10. */
  readonly retries?: number;
  /** Milliseconds after which no further try is begun; 10 s, the length of a cluster's failover. */
  readonly budget?: number;
  /**
   * Asked on a new connection when a COMMIT's answer was lost: what did the act with this operation
   * key come to? `undefined` means that it is not in the database, and it is run again.
   */
  readonly outcome?: (database: Queryable) => Promise<{ readonly value: T } | undefined>;
}

/**
 * Runs `work` in one READ COMMITTED transaction. Deadlocks, lock waits, snapshot and certification
 * conflicts and lost connections run the **whole** transaction again, so `work` must do nothing
 * outside the database. After any failed statement the transaction is rolled back, also when
 * `work` caught the error. Throws `OutcomeUnknownError` when the answer to COMMIT was lost and no
 * `outcome` was given (`safety.md`, On a cluster, 2 and 3).
 */
export async function transact<T>(
  pool: ConnectionPool,
  work: (transaction: Queryable) => Promise<T>,
  options: TransactionOptions<T> = {},
): Promise<T> {
  const { retries = 10, budget = 10_000, outcome } = options;
  const deadline = Date.now() + budget;
  for (let attempt = 0; ; attempt += 1) {
    const again = attempt < retries && Date.now() < deadline;
    try {
      return await attemptOnce(pool, work);
    } catch (error) {
      if (error instanceof OutcomeUnknownError) {
        const known = outcome ? await ask(pool, outcome, deadline) : undefined;
        if (known) return known.value;
        if (!outcome || !again) throw error;
      } else if (!again || !mayRunAgain(error)) {
        throw error;
      }
      await sleep(pause(attempt));
    }
  }
}

function mayRunAgain(error: unknown): boolean {
  return isRetryable(error) || isBroken(error) || error instanceof DatabaseUnavailableError;
}

/** Doubles from 10 ms to 640 ms, with jitter so that rivals do not meet again. */
function pause(attempt: number): number {
  return 10 * 2 ** Math.min(attempt, 6) * (0.5 + Math.random());
}

async function attemptOnce<T>(
  pool: ConnectionPool,
  work: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const end = await pool.turn();
  try {
    return await onConnection(await pool.acquire(), work);
  } finally {
    end();
  }
}

async function onConnection<T>(
  connection: PoolConnection,
  work: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const transaction = new OpenTransaction(connection);
  try {
    await run(connection, 'START TRANSACTION');
    const result = await work(transaction);
    transaction.finish();
    await commit(connection);
    connection.release();
    return result;
  } catch (error) {
    transaction.close();
    await rollback(connection, error);
    // what ended the transaction decides, not what `work` made of it
    throw transaction.failure ?? error;
  }
}

async function commit(connection: PoolConnection): Promise<void> {
  try {
    await run(connection, 'COMMIT');
  } catch (error) {
    throw leavesOutcomeOpen(error) && !isRetryable(error) ? new OutcomeUnknownError(error) : error;
  }
}

/** Returns the connection clean, or not at all. */
async function rollback(connection: PoolConnection, error: unknown): Promise<void> {
  if (isBroken(error) || error instanceof OutcomeUnknownError) return connection.destroy();
  try {
    await run(connection, 'ROLLBACK', [], { timeout: 5000 });
    connection.release();
  } catch {
    connection.destroy();
  }
}

async function ask<T>(
  pool: ConnectionPool,
  outcome: (database: Queryable) => Promise<{ readonly value: T } | undefined>,
  deadline: number,
): Promise<{ readonly value: T } | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await pool.use(async (connection) => {
        // on a cluster: not before everything committed elsewhere has arrived here
        await run(connection, 'SET SESSION wsrep_sync_wait = 1').catch(ignoreUnknownVariable);
        try {
          return await outcome(new OpenTransaction(connection));
        } finally {
          await run(connection, 'SET SESSION wsrep_sync_wait = 0').catch(ignoreUnknownVariable);
        }
      });
    } catch (error) {
      if (Date.now() > deadline || !mayRunAgain(error)) throw new OutcomeUnknownError(error);
      await sleep(pause(attempt));
    }
  }
}

/** Statements of one transaction; refuses any after its end or after a failure. */
class OpenTransaction implements Queryable {
  failure: unknown;
  #open = true;

  constructor(private readonly connection: PoolConnection) {}

  async query<Row = Record<string, unknown>>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.#run(sql, values)) as Row[];
  }

  async change(sql: string, values: readonly SqlValue[] = []): Promise<Change> {
    return asChange(await this.#run(sql, values));
  }

  /** Called before COMMIT: a failure that `work` swallowed still ends the transaction. */
  finish(): void {
    if (this.failure !== undefined) throw this.failure;
    this.#open = false;
  }

  close(): void {
    this.#open = false;
  }

  async #run(sql: string, values: readonly SqlValue[]): Promise<unknown> {
    if (this.failure !== undefined) throw this.failure;
    if (!this.#open) throw new Error('the transaction has ended; a statement was not awaited');
    try {
      return await run(this.connection, sql, values);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
