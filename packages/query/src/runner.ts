/** What a statement may be given. Buffers are hashes; `SqlNumber` is an exact decimal. */
export type SqlValue =
  | string
  | number
  | null
  | Buffer
  | SqlNumber
  | readonly (string | number | Buffer | SqlNumber)[];

/** A row as the driver reads it, in the order of the selected columns. */
export type SqlRow = readonly unknown[];

/**
 * A number literal: an exact decimal, or, with an exponent, a double. Drivers would send a decimal as
 * text, which the database compares as a double, and a double as a decimal, which the database turns
 * into a neighbouring double. The text is checked here, so that nothing but a number can stand in it.
 */
export class SqlNumber {
  constructor(readonly text: string) {
    if (!/^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(text)) throw new Error('not a number');
  }

  static double(value: number): SqlNumber {
    return new SqlNumber(value.toExponential());
  }

  /** Read by the driver's escaping. */
  toSqlString(): string {
    return this.text;
  }
}

export interface RunOptions {
  /** Read from the primary, not from a replica. */
  readonly primary: boolean;
  /** The statement is stopped after so many seconds. */
  readonly timeoutSeconds: number;
  /** Goes into the statement as a comment. */
  readonly requestId?: string;
}

/**
 * Runs one reading statement. Rows come as arrays; BIGINT and DECIMAL as text or safe numbers,
 * dates and times as text. Throws `ReadError` TIMEOUT or UNAVAILABLE.
 */
export interface Runner {
  query(sql: string, values: readonly SqlValue[], options: RunOptions): Promise<readonly SqlRow[]>;
  /**
   * The same, row by row, without keeping them; leaving the loop early ends the statement. Where it is
   * missing, streams are read in pages by keyset.
   */
  stream?(sql: string, values: readonly SqlValue[], options: RunOptions): AsyncIterable<SqlRow>;
}
