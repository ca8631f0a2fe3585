/** A statement ran into its time limit and was ended; nothing of it remains. */
export class DatabaseTimeoutError extends Error {
  constructor(seconds: number, cause: unknown) {
    super(`The statement was ended after ${seconds} s`, { cause });
    this.name = 'DatabaseTimeoutError';
  }
}

/** The database cannot be reached, or has no free connection; trying again later may help. */
export class DatabaseUnavailableError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnavailableError';
  }
}

/**
 * COMMIT was sent and its answer never came, and no operation key was given to ask by: the caller
 * must treat the act as neither done nor undone.
 */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super('The connection was lost while the transaction was being committed', { cause });
    this.name = 'OutcomeUnknownError';
  }
}

/** Deadlock, lock wait timeout, snapshot conflict, node not ready: nothing was committed. */
const RETRYABLE = new Set([1213, 1205, 1020, 1047]);

/** The server ended the session or the statement; after COMMIT was sent the outcome is open. */
const INTERRUPTED = new Set([1180, 1053, 1317, 1927, 1926, 2006, 2013]);

const BROKEN = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_PACKETS_OUT_OF_ORDER',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'POOL_WAIT',
]);

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly fatal?: boolean;
}

function fields(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? (error as DriverError) : {};
}

/** Whether the whole transaction may simply be run again. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(fields(error).errno ?? 0);
}

/** Whether a COMMIT that ended in this error may have taken effect all the same. */
export function leavesOutcomeOpen(error: unknown): boolean {
  return isBroken(error) || INTERRUPTED.has(fields(error).errno ?? 0);
}

/** Whether the connection is of no further use: it must leave the pool. */
export function isBroken(error: unknown): boolean {
  const { code, fatal, errno } = fields(error);
  // 1047: this node of a cluster is not ready; another connection may reach another node
  return fatal === true || (code !== undefined && BROKEN.has(code)) || errno === 1047 || errno === 1927;
}

/** Whether a unique key refused the row (1062, or 1586 with the key's name). */
export function isDuplicateKey(error: unknown): boolean {
  const { errno } = fields(error);
  return errno === 1062 || errno === 1586;
}

/** Whether the server ended the statement for its time limit (MariaDB 1969, MySQL 3024). */
export function isStatementTimeout(error: unknown): boolean {
  const { errno, code } = fields(error);
  return errno === 1969 || errno === 3024 || code === 'PROTOCOL_SEQUENCE_TIMEOUT';
}
