/**
 * All that differs between the servers that the product runs on. Everything else is written in the
 * SQL that MySQL 8.4, MariaDB 10.11 and their clusters have in common.
 */
export interface Dialect {
  readonly name: 'mariadb' | 'mysql';
  /** As the server says it. */
  readonly version: string;
  /** Statements that prepare the session, then the statement with its time limit in it. */
  limited(sql: string, seconds: number): LimitedStatement;
}

export interface LimitedStatement {
  readonly sql: string;
  /** Milliseconds that the session's own limit must be set to before; MySQL only. */
  readonly sessionLimit?: number;
}

/** Chosen by what `SELECT VERSION()` answers. */
export function dialectOf(version: string): Dialect {
  return /mariadb/i.test(version) ? mariadb(version) : mysql(version);
}

function mariadb(version: string): Dialect {
  return {
    name: 'mariadb',
    version,
    limited: (sql, seconds) => ({ sql: `SET STATEMENT max_statement_time=${positive(seconds)} FOR ${sql}` }),
  };
}

function mysql(version: string): Dialect {
  const hint = (sql: string, milliseconds: number) =>
    sql.replace(/^(\s*SELECT)\b/i, `$1 /*+ MAX_EXECUTION_TIME(${milliseconds}) */`);
  return {
    name: 'mysql',
    version,
    limited(sql, seconds) {
      const milliseconds = Math.ceil(positive(seconds) * 1000);
      const hinted = hint(sql, milliseconds);
      // the hint stands behind SELECT only; WITH … takes the session's limit
      return hinted === sql ? { sql, sessionLimit: milliseconds } : { sql: hinted };
    },
  };
}

function positive(seconds: number): number {
  if (!Number.isFinite(seconds) || seconds <= 0) throw new RangeError(`not a time limit: ${seconds}`);
  return seconds;
}
