import type { Connection as CallbackConnection } from 'mysql2';
import type { Pool } from 'mysql2/promise';
import { ReadError, type ReadErrorCode } from './errors.js';
import type { Runner, RunOptions, SqlRow, SqlValue } from './runner.js';

export type Dialect = 'mariadb' | 'mysql';

export interface MysqlRunnerOptions {
  readonly pool: Pool;
  /** Answers reads that need not see the latest write. */
  readonly replica?: Pool;
  /** Only the time limit of a statement is written differently. */
  readonly dialect: Dialect;
  /**
   * The pool's sessions end statements after so many seconds by themselves (`max_statement_time`,
   * `max_execution_time`); only other limits are then written into the statement.
   */
  readonly sessionSeconds?: number;
}

const timeouts = new Set([1969, 3024, 1317]);
const connectionLost = /^(PROTOCOL_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|POOL_|ER_SERVER_SHUTDOWN|ER_CON_COUNT)/;

/** Runs reads over mysql2 pools, rows as arrays, text protocol. */
export function mysqlRunner({ pool, replica, dialect, sessionSeconds }: MysqlRunnerOptions): Runner {
  const chosen = ({ primary }: RunOptions) => (primary ? pool : (replica ?? pool));
  const written = (sql: string, options: RunOptions) => {
    const { timeoutSeconds } = options;
    return withComment(
      timeoutSeconds === sessionSeconds ? sql : withTimeout(sql, timeoutSeconds, dialect),
      options,
    );
  };
  return {
    async query(sql, values, options) {
      try {
        const text = written(sql, options);
        const [rows] = await chosen(options).query({ sql: text, values: values as SqlValue[], ...reading });
        return rows as unknown as SqlRow[];
      } catch (error) {
        throw translated(error);
      }
    },
    async *stream(sql, values, options) {
      const connection = await chosen(options).getConnection();
      let complete = false;
      try {
        const question = { sql: written(sql, options), values: values as SqlValue[], ...reading };
        // The promise wrapper does not stream; the connection inside does.
        const inner = connection.connection as unknown as CallbackConnection;
        for await (const row of inner.query(question).stream({ highWaterMark: 256 })) yield row as SqlRow;
        complete = true;
      } catch (error) {
        throw translated(error);
      } finally {
        // Half-read rows would answer the next question on this connection.
        if (complete) connection.release();
        else connection.destroy();
      }
    },
  };
}

const reading = {
  rowsAsArray: true,
  dateStrings: true,
  supportBigNumbers: true,
  bigNumberStrings: false,
} as const;

function withTimeout(sql: string, seconds: number, dialect: Dialect): string {
  if (dialect === 'mariadb') return `SET STATEMENT max_statement_time=${Number(seconds)} FOR ${sql}`;
  return sql.replace(/^SELECT /, `SELECT /*+ MAX_EXECUTION_TIME(${Math.round(seconds * 1000)}) */ `);
}

function withComment(sql: string, { requestId }: RunOptions): string {
  return requestId === undefined ? sql : `${sql} /* ${requestId.replace(/[^\w-]/g, '')} */`;
}

function translated(error: unknown): unknown {
  const { errno, code } = error as { errno?: number; code?: string };
  const found: ReadErrorCode | null =
    errno !== undefined && timeouts.has(errno)
      ? 'TIMEOUT'
      : connectionLost.test(code ?? '')
        ? 'UNAVAILABLE'
        : null;
  if (!found) return error;
  return new ReadError(found, [
    { message: found === 'TIMEOUT' ? 'read.timeout' : 'read.unavailable', values: {} },
  ]);
}
