import { isObjectType } from 'graphql';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import type { SchemaKind } from '../graphql/schema/kinds.js';
import type { Client } from '../testing/client.js';
import { schema } from './act-documents.js';

const { kinds } = catalogueTypes();
const kindNamed = (name: string): SchemaKind => {
  const found = kinds.find((kind) => kind.name === name);
  if (!found) throw new Error(name);
  return found;
};

/** What somebody was told he may not read, so that he asks for the rest. */
export interface Closed {
  readonly kinds: Set<string>;
  /** `Customer.phone`. */
  readonly fields: Set<string>;
}

/** One way from a record: through one relation, or through two. */
interface Way {
  readonly first: { readonly name: string; readonly target: string; readonly many: boolean };
  readonly second?: { readonly name: string; readonly target: string; readonly many: boolean };
}

/** Fields and statements of one request: below everybody's limits. */
const mostFields = 380;
const mostLists = 16;
const rootRows = 12;
const childRows = 2;

function waysOf(kind: SchemaKind, closed: Closed): Way['first'][] {
  return [
    ...kind.toOne.map(({ read }) => ({ name: read.name, target: read.target, many: false })),
    ...kind.toMany.map(({ read }) => ({ name: read.name, target: read.target, many: true })),
  ].filter(({ name, target }) => !closed.kinds.has(target) && !closed.fields.has(`${kind.name}.${name}`));
}

function scalarsOf(kind: SchemaKind, closed: Closed): string[] {
  return kind.fields
    .map(({ read }) => read.name)
    .filter((name) => name === 'id' || !closed.fields.has(`${kind.name}.${name}`));
}

const opened = ({ name, many }: Way['first'], inside: string): string =>
  `${name}${many ? `(limit: ${childRows})` : ''} { ${inside} }`;

/** The requests that together go every way of two relations from a kind, with every field on it. */
function requestsOf(root: SchemaKind, closed: Closed): string[] {
  const requests: string[] = [];
  const own = scalarsOf(root, closed);
  let parts: string[] = [];
  let fields = own.length;
  let lists = 1;
  const finish = () => {
    requests.push(`{ ${root.plural}(limit: ${rootRows}) { items { ${[...own, ...parts].join(' ')} } } }`);
    [parts, fields, lists] = [[], own.length, 1];
  };
  for (const first of waysOf(root, closed)) {
    const target = kindNamed(first.target);
    const here = scalarsOf(target, closed);
    let inside = [...here];
    const close = () => {
      parts.push(opened(first, inside.join(' ')));
      inside = ['id'];
    };
    fields += inside.length;
    lists += first.many ? 1 : 0;
    for (const second of waysOf(target, closed)) {
      const names = scalarsOf(kindNamed(second.target), closed);
      if (fields + names.length > mostFields || lists >= mostLists) {
        close();
        finish();
        lists += first.many ? 1 : 0;
      }
      inside.push(opened(second, names.join(' ')));
      fields += names.length + 1;
      lists += second.many ? 1 : 0;
    }
    close();
  }
  finish();
  return requests;
}

/** Groups by every single record with everything that their keys can show, and smallest and largest values. */
function aggregatesOf(root: SchemaKind, closed: Closed): string[] {
  const one = root.toOne
    .filter(({ read }) => !closed.kinds.has(read.target) && !closed.fields.has(`${root.name}.${read.name}`))
    .map(({ read }) => `${read.name} { ${scalarsOf(kindNamed(read.target), closed).join(' ')} }`);
  const ends = root.fields
    .filter(({ read }) => !read.encrypted && !['json', 'boolean', 'id'].includes(read.type))
    .map(({ read }) => read.name)
    .filter((name) => extremesOf(root.name).has(name) && !closed.fields.has(`${root.name}.${name}`));
  const key = [...scalarsOf(root, closed), ...one].join(' ');
  return [
    `{ ${root.plural}Aggregate(groupBy: [{ id: VALUE }], limit: ${rootRows}) { key { ${key} } count } }`,
    `{ ${root.plural}Aggregate { min { ${ends.join(' ')} } max { ${ends.join(' ')} } } }`,
  ];
}

function extremesOf(name: string): ReadonlySet<string> {
  const type = schema.getType(`${name}Extremes`);
  return new Set(isObjectType(type) ? Object.keys(type.getFields()) : []);
}

/** What a refusal names: kinds and `Kind.field`s. */
function learn(closed: Closed, texts: readonly string[]): boolean {
  const before = closed.kinds.size + closed.fields.size;
  for (const text of texts) {
    const fields = text.match(/\b[A-Z]\w+\.\w+/g) ?? [];
    for (const field of fields) closed.fields.add(field);
    if (fields.length > 0) continue;
    for (const name of text.match(/\b[A-Z]\w+/g) ?? []) {
      if (kinds.some((kind) => kind.name === name)) closed.kinds.add(name);
    }
  }
  return closed.kinds.size + closed.fields.size > before;
}

export interface Walked {
  readonly closed: Closed;
  /** Every answer as it came, refusals included. */
  readonly texts: readonly string[];
  readonly answers: readonly unknown[];
  /** Refusals that were no FORBIDDEN. */
  readonly odd: readonly string[];
}

/** Walks everything that somebody may read, two relations deep from every list, asking for every field. */
export async function walk(client: Client): Promise<Walked> {
  const closed: Closed = { kinds: new Set(), fields: new Set() };
  const texts: string[] = [];
  const answers: unknown[] = [];
  const odd: string[] = [];
  for (const root of kinds) {
    for (let at = 0, requests = requestsOf(root, closed); at < requests.length; ) {
      const { errors, data, text } = await client.query(requests[at] ?? '');
      texts.push(text);
      const [error] = errors;
      if (!error) {
        answers.push(data);
        at += 1;
        continue;
      }
      const said = [error.message, ...(error.extensions.fields ?? []).map(({ message }) => message)];
      const refused = error.extensions.code === 'FORBIDDEN';
      const learnt = refused && learn(closed, said);
      if (refused && closed.kinds.has(root.name)) break;
      if (!learnt) odd.push(`${root.plural}: ${text.slice(0, 300)} ${requests[at]?.slice(0, 300)}`);
      if (learnt) requests = requestsOf(root, closed);
      else at += 1;
    }
  }
  for (const root of kinds) {
    // What may not be compared may be seen all the same, and the other way round.
    const own: Closed = { kinds: new Set(closed.kinds), fields: new Set(closed.fields) };
    for (let at = 0; at < 2; ) {
      const { errors, data, text } = await client.query(aggregatesOf(root, own)[at] ?? '');
      texts.push(text);
      const [error] = errors;
      if (!error) answers.push(data);
      const said = [error?.message ?? '', ...(error?.extensions.fields ?? []).map(({ message }) => message)];
      const refused = error?.extensions.code === 'FORBIDDEN';
      if (!refused || !learn(own, said)) at += 1;
      if (error && !refused) odd.push(`${root.plural}Aggregate: ${text.slice(0, 300)}`);
    }
  }
  return { closed, texts, answers, odd };
}

/** Every text in an answer, with the name of its field. */
export function* textsIn(value: unknown, field = ''): Generator<[field: string, text: string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, field);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, name);
  }
}

/** Every record in an answer that has a field. */
export function* recordsWith(value: unknown, field: string): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* recordsWith(item, field);
  else if (typeof value === 'object' && value !== null) {
    if (field in value) yield value as Record<string, unknown>;
    for (const inner of Object.values(value)) yield* recordsWith(inner, field);
  }
}
