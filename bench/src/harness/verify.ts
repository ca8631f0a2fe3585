import { isDeepStrictEqual } from 'node:util';
import type { BenchQuery } from '../queries.js';
import { Connection, once, parsed, requestBytes } from './client.js';
import type { Variant } from './variants.js';

/** Asks every variant every question once; throws with the first place where two answers differ. */
export async function requireSameAnswers(
  variants: readonly Variant[],
  queries: readonly BenchQuery[],
): Promise<void> {
  const [reference, ...others] = variants;
  if (!reference) return;
  for (const query of queries) {
    const expected = await answers(reference, query);
    for (const other of others) {
      const found = await answers(other, query);
      expected.forEach((answer, i) => {
        if (isDeepStrictEqual(answer, found[i])) return;
        const where = firstDifference(answer, found[i], 'data');
        throw new Error(`${query.name}: ${other.name} does not answer what ${reference.name} does; ${where}`);
      });
    }
  }
}

async function answers(variant: Variant, query: BenchQuery): Promise<unknown[]> {
  const connection = new Connection(variant.port);
  try {
    const found: unknown[] = [];
    for (const request of variant.requests(query)) {
      const { status, body } = parsed(await connection.send(request));
      if (status !== 200)
        throw new Error(`${query.name}: ${variant.name} answers ${status}: ${body.slice(0, 800)}`);
      const answer: { data?: unknown; errors?: unknown } = JSON.parse(body);
      if (answer.errors) throw new Error(`${query.name}: ${variant.name} answers ${body.slice(0, 800)}`);
      found.push(answer.data);
    }
    return found;
  } finally {
    connection.close();
  }
}

function firstDifference(a: unknown, b: unknown, path: string): string {
  if (typeof a === 'object' && typeof b === 'object' && a && b && Array.isArray(a) === Array.isArray(b)) {
    const left: Record<string, unknown> = { ...a };
    const right: Record<string, unknown> = { ...b };
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (!isDeepStrictEqual(left[key], right[key]))
        return firstDifference(left[key], right[key], `${path}.${key}`);
    }
  }
  return `${path}: ${JSON.stringify(a)} against ${JSON.stringify(b)}`;
}

/** SQL statements that the product runs for a question, as its own explanation says; the most of all variables. */
export async function explainedStatements(api: Variant, query: BenchQuery): Promise<number> {
  let most = 0;
  for (const request of api.requests(query)) {
    const [head = '', body = ''] = split(request);
    const headers = Object.fromEntries(
      head
        .split('\r\n')
        .filter((line) => line.startsWith('authorization'))
        .map((line) => line.split(': ') as [string, string]),
    );
    const explained = requestBytes('/graphql', JSON.parse(body), { ...headers, 'x-kehu-explain': '1' });
    const answer = await once(api.port, explained);
    const statements: unknown = JSON.parse(answer.body).extensions?.explain?.statements;
    if (!Array.isArray(statements))
      throw new Error(`${query.name}: no explanation in ${answer.body.slice(0, 300)}`);
    most = Math.max(most, statements.length);
  }
  return most;
}

function split(request: Buffer): [string, string] {
  const end = request.indexOf('\r\n\r\n');
  return [request.toString('utf8', 0, end), request.toString('utf8', end + 4)];
}
