/** Values that a message's placeholders stand for. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** What is wrong, as a message key and its values; the texts stand in the domain's messages. */
export interface Problem {
  /** `import.notADate`, `import.truncated` … */
  readonly message: string;
  readonly values: ProblemValues;
}

/** Makes a problem. */
export function problem(message: string, values: ProblemValues = {}): Problem {
  return { message, values };
}

/**
 * Why a file or a profile cannot be used at all. Bad rows are no errors of this kind: they are
 * reported row by row (`RowProblem`).
 */
export class ImportError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((p) => `${p.message} ${JSON.stringify(p.values)}`).join('; '));
    this.name = 'ImportError';
  }
}

/** Shorthand for an error with one problem. */
export function importError(message: string, values: ProblemValues = {}): ImportError {
  return new ImportError([problem(message, values)]);
}
