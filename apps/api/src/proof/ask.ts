import type { Kind } from '@kehu/domain/catalogue/kind';
import type { ReadModel } from '@kehu/query/model';
import type { Answered, Client } from '../testing/client.js';

/** What a path answered: ids, or that it is closed. */
export type Seen = ReadonlySet<string> | 'closed';

/** Root fields of one document stay below the limit. */
const perDocument = 10;

const single = (kind: Kind) => kind.name.charAt(0).toLowerCase() + kind.name.slice(1);

/** Every path answers FORBIDDEN or data; anything else is a failure of the proof itself. */
function closedOr<T>(answer: Answered, read: () => T): T | 'closed' {
  const code = answer.errors[0]?.extensions.code;
  if (code === 'FORBIDDEN') return 'closed';
  if (code) throw new Error(`${code}: ${answer.text}`);
  return read();
}

const idsOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map((row) => row.id));

/** One record at a time. */
export async function get(client: Client, kind: Kind, ids: readonly string[]): Promise<Seen> {
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += perDocument) {
    const part = ids.slice(from, from + perDocument);
    const answer = await client.query(
      `{ ${part.map((id, at) => `r${at}: ${single(kind)}(id: "${id}") { id }`).join(' ')} }`,
    );
    const seen = closedOr(answer, () => part.filter((_, at) => answer.data[`r${at}`] !== null));
    if (seen === 'closed') return seen;
    for (const id of seen) found.add(id);
  }
  return found;
}

const where = (ids: readonly string[]) => `where: { id: { in: ${JSON.stringify(ids)} } }`;

export async function list(client: Client, kind: Kind, ids: readonly string[], more = ''): Promise<Seen> {
  const answer = await client.query(
    `{ rows: ${kind.plural}(${where(ids)}, limit: 100${more}) { items { id } } }`,
  );
  return closedOr(answer, () => idsOf(answer.data.rows.items));
}

export async function count(client: Client, kind: Kind, ids: readonly string[]): Promise<number | 'closed'> {
  const answer = await client.query(`{ rows: ${kind.plural}(${where(ids)}) { totalCount } }`);
  return closedOr(answer, () => Number(answer.data.rows.totalCount));
}

/** As an aggregate grouped by id. */
export async function group(client: Client, kind: Kind, ids: readonly string[]): Promise<Seen> {
  const answer = await client.query(
    `{ rows: ${kind.plural}Aggregate(${where(ids)}, groupBy: [{ id: VALUE }], limit: 1000) { key { id } count } }`,
  );
  return closedOr(answer, () => new Set(answer.data.rows.map((row: { key: { id: string } }) => row.key.id)));
}

/** A list of the kind inside another one, and the way to its parents. */
export interface Way {
  readonly parent: string;
  readonly parentPlural: string;
  readonly list: string;
  /** Property of the row that holds the parent's id. */
  readonly property: string;
}

/** The nested list by which a kind is reached; null when no kind lists it. */
export function wayTo(model: ReadModel, kind: Kind, readable: (kind: string) => boolean): Way | null {
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.is !== 'toOne' || !field.inverse || field.inverseOne || !readable(field.target)) continue;
    const parent = model.kinds.get(field.target);
    if (parent)
      return {
        parent: field.target,
        parentPlural: parent.plural,
        list: field.inverse,
        property: `${name}Id`,
      };
  }
  return null;
}

export async function nested(
  client: Client,
  way: Way,
  parents: readonly string[],
  ids: readonly string[],
): Promise<Seen> {
  const answer = await client.query(
    `{ parents: ${way.parentPlural}(${where(parents)}, limit: ${parents.length + 1}) { items { rows: ${way.list}(${where(ids)}, limit: 30) { id } } } }`,
  );
  return closedOr(answer, () =>
    idsOf(answer.data.parents.items.flatMap((parent: { rows: { id: string }[] }) => parent.rows)),
  );
}

/** Through a relation filter of the parents: how many of them have one of these. */
export async function filtered(
  client: Client,
  way: Way,
  parents: readonly string[],
  ids: readonly string[],
): Promise<Seen> {
  const some = `{ ${way.list}: { some: { id: { in: ${JSON.stringify(ids)} } } } }`;
  const answer = await client.query(
    `{ parents: ${way.parentPlural}(where: { and: [{ id: { in: ${JSON.stringify(parents)} } }, ${some}] }, limit: 200) { items { id } } }`,
  );
  return closedOr(answer, () => idsOf(answer.data.parents.items));
}

/** Whether a field may stand in a sort. */
export async function sort(client: Client, kind: Kind, field: string): Promise<'open' | 'closed'> {
  const answer = await client.query(
    `{ ${kind.plural}(orderBy: [{ ${field}: ASC }], limit: 1) { items { id } } }`,
  );
  // Encrypted fields stand in no order for anybody: the schema does not offer them.
  return answer.errors.length > 0 ? 'closed' : 'open';
}

/** The values of a field by id; rows that are not seen are absent. */
export async function values(
  client: Client,
  kind: Kind,
  ids: readonly string[],
  field: string,
): Promise<ReadonlyMap<string, string | null> | 'closed'> {
  const answer = await client.query(
    `{ rows: ${kind.plural}(${where(ids)}, limit: 200) { items { id value: ${field} } } }`,
  );
  return closedOr(
    answer,
    () =>
      new Map(answer.data.rows.items.map((row: { id: string; value: string | null }) => [row.id, row.value])),
  );
}

/** An export of the ids, fetched as a file; the job must be running. */
export async function exported(client: Client, kind: Kind, ids: readonly string[]): Promise<Seen> {
  const query = `{ ${kind.plural}(${where(ids)}) { items { id } } }`;
  const answer = await client.query(
    'mutation ($input: StartExportInput!) { startExport(input: $input) { exportRun { id } } }',
    {
      variables: { input: { query, format: 'CSV', reason: '核验' } },
    },
  );
  const id = closedOr(answer, () => String(answer.data.startExport.exportRun.id));
  if (id === 'closed') return id;
  for (let tries = 0; tries < 600; tries += 1) {
    const response = await client.get(`/files/${id}`);
    if (response.ok) {
      const lines = (await response.text())
        .replace(/^\ufeff/, '')
        .trim()
        .split(/\r?\n/)
        .slice(1);
      return new Set(lines.map((line) => line.replaceAll('"', '')).filter((line) => line !== ''));
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`The export ${id} of ${kind.name} did not end.`);
}

/**
 * An act on each record with a version that cannot be: CONFLICT says that the act is open, without doing
 * anything; FORBIDDEN that the record is seen but not acted on; NOT_FOUND that it is not there.
 */
export async function act(
  client: Client,
  mutation: string,
  ids: readonly string[],
  input: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, string>> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const found = new Map<string, string>();
  for (const id of ids) {
    const answer = await client.query(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
      {
        variables: { input: { ...input, id, expectedVersion: 999_999 } },
      },
    );
    found.set(id, answer.errors[0]?.extensions.code ?? 'DONE');
  }
  return found;
}
