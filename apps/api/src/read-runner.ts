import type { Database } from '@kehu/database/connection';
import { DatabaseTimeoutError, DatabaseUnavailableError, isBroken } from '@kehu/database/errors';
import { ReadError } from '@kehu/query/errors';
import type { Runner } from '@kehu/query/runner';

/** Runs the read engine's statements on the product's database, replica and time limit included. */
export function readRunner(database: Database): Runner {
  return {
    async query(sql, values, options) {
      try {
        return await database.rows(sql, values, options);
      } catch (error) {
        throw asReadError(error, options.timeoutSeconds);
      }
    },
    async *stream(sql, values, options) {
      try {
        yield* database.stream(sql, values, options);
      } catch (error) {
        throw asReadError(error, options.timeoutSeconds);
      }
    },
  };
}

function asReadError(error: unknown, seconds: number): unknown {
  if (error instanceof DatabaseTimeoutError) {
    return new ReadError('TIMEOUT', [{ message: 'read.timeout', values: { seconds } }]);
  }
  if (error instanceof DatabaseUnavailableError || isBroken(error)) {
    return new ReadError('UNAVAILABLE', [{ message: 'read.unavailable', values: {} }]);
  }
  return error;
}
