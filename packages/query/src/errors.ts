/** Why a read was refused; the API turns it into a GraphQL error in the reader's language. */
export type ReadErrorCode =
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_EXPENSIVE'
  | 'TIMEOUT'
  | 'UNAVAILABLE';

/** A message key with its values; the texts stand in the domain's catalogue of messages. */
export interface ReadProblem {
  /** `read.fieldForbidden`, `read.emptyOperator`, `read.limitTooLarge` … */
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Where in the input, for BAD_USER_INPUT: `where.customer.name.eq`. */
  readonly path?: string;
}

export class ReadError extends Error {
  constructor(
    readonly code: ReadErrorCode,
    readonly problems: readonly ReadProblem[],
  ) {
    super(problems.map((p) => `${p.message} ${p.path ?? ''} ${JSON.stringify(p.values)}`).join('; '));
    this.name = 'ReadError';
  }
}
