/** One wrong value of an input, and where it stands: `input.name`. */
export interface WrongField {
  readonly path: string;
  readonly message: string;
}

/** What the server answered instead of a result. `message` is written for people, in their language. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    message: string,
    readonly code: string,
    readonly fields: readonly WrongField[] = [],
    readonly article?: string,
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = statusOf(code);
  }

  /** The messages by form field: `input.address.city` is the field `address.city`. */
  get byField(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.fields.map((field) => [field.path.replace(/^(variables\.)?input\./, ''), field.message]),
    );
  }
}

/** react-admin decides by status whether to sign out (401), to refuse a page (403) or only to say it. */
function statusOf(code: string): number {
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'NETWORK' || code === 'UNAVAILABLE') return 503;
  if (code === 'NOT_FOUND') return 404;
  if (code === 'CONFLICT') return 409;
  return 400;
}

interface GraphQLProblem {
  readonly message: string;
  readonly extensions?: { readonly [key: string]: unknown } | undefined;
}

/** The first of the errors of an answer as a `Refusal`. */
export function refusalOf(errors: readonly GraphQLProblem[]): Refusal {
  const [first] = errors;
  const extensions = first?.extensions ?? {};
  const fields = Array.isArray(extensions.fields) ? (extensions.fields as WrongField[]) : [];
  return new Refusal(
    first?.message ?? '',
    typeof extensions.code === 'string' ? extensions.code : 'INTERNAL',
    fields,
    typeof extensions.article === 'string' ? extensions.article : undefined,
  );
}
