/** An answer of `/graphql`, taken apart. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly data: any;
  readonly errors: readonly AnsweredError[];
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly [name: string]: unknown;
  };
}

export interface QueryOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who sends documents; English unless headers say otherwise. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  async query(document: string, options: QueryOptions = {}): Promise<Answered> {
    const { variables, operationName, headers } = options;
    return this.post(JSON.stringify({ query: document, variables, operationName }), headers);
  }

  /** The data; fails when there are errors. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  async data(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<any> {
    const { data, errors, text } = await this.query(document, { variables });
    if (errors.length > 0) throw new Error(`${document}\n${text}`);
    return data;
  }

  /** The one error of a request that must fail. */
  async error(document: string, options: QueryOptions = {}): Promise<AnsweredError> {
    const { errors, text } = await this.query(document, options);
    const [first] = errors;
    if (!first) throw new Error(`expected an error, but was answered ${text}`);
    return first;
  }

  /** Sends a body as it stands. */
  async post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body: body as string,
    });
    const text = await response.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: parsed.data,
      errors: (parsed.errors as AnsweredError[] | undefined) ?? [],
      extensions: parsed.extensions as Record<string, unknown> | undefined,
    };
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.url + path, {
      headers: { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...headers },
    });
  }
}
