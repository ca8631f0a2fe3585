import type { Label } from '@kehu/domain/catalogue/labels';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import type { PageArguments } from '@kehu/query/arguments';
import type { ReadContext } from '@kehu/query/engine';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { noteFileView } from '../access/file-views.js';
import { unauthenticated } from '../commands/errors.js';
import type { RequestContext } from '../context.js';
import type { Opened } from '../departments/department.js';
import { argumentReader } from './argument-reader.js';
import type { SchemaKind } from './schema/kinds.js';
import { selectedFields } from './selected-fields.js';

type Parent = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<Parent, RequestContext>;

/** Everything that reading the catalogue needs to know beside the schema. */
export interface Readable {
  readonly kinds: readonly SchemaKind[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** What follows when a record of a kind was read by itself. */
  readonly opened: ReadonlyMap<string, Opened>;
}

/**
 * Gives the fields of the catalogue their resolvers: each root field makes one call to the read
 * engine; below it there are only look-ups in the answer. Plain fields get none at all: the executor
 * reads the property itself.
 */
export function attachReadResolvers(schema: GraphQLSchema, { kinds, vocabularies, opened }: Readable): void {
  const queries = fieldsOf(schema, 'Query');
  for (const kind of kinds) {
    attachRoot(queries, kind, opened.get(kind.name));
    attachTo(schema, kind, kind.name, vocabularies);
    attachTo(schema, kind, `${kind.name}Key`, vocabularies);
    for (const name of [`${kind.name}Page`, `${kind.name}Aggregate`]) {
      for (const field of Object.values(fieldsOf(schema, name))) {
        if (field.args.length > 0) field.resolve = answered;
      }
    }
  }
}

function attachRoot(
  queries: Record<string, GraphQLField<Parent, RequestContext>>,
  kind: SchemaKind,
  opened?: Opened,
): void {
  const one = queries[kind.single];
  const page = queries[kind.plural];
  const aggregate = queries[`${kind.plural}Aggregate`];
  if (!one || !page || !aggregate) throw new Error(`The schema lacks the queries of ${kind.name}.`);
  one.resolve = async (_root, args, context, info) => {
    const id = String(args.id);
    const record = await context.services.engine.one(
      kind.name,
      id,
      selectedFields(info),
      readContext(context),
    );
    if (record) await noteFileView(context, kind.name, id);
    if (record) await opened?.(context, id);
    return record;
  };
  page.resolve = async (_root, args, context, info) =>
    context.services.engine.page(kind.name, pageArguments(args), selectedFields(info), readContext(context));
  aggregate.resolve = async (_root, args, context, info) =>
    context.services.engine.aggregate(kind.name, args, selectedFields(info), readContext(context));
}

/** `offset` is 0 by default, which does not stand against `after`; any other does. */
function pageArguments({ offset, ...args }: PageArguments): PageArguments {
  return offset === 0 ? args : { ...args, offset: offset ?? null };
}

/** The circumstances of a request as the read engine takes them; UNAUTHENTICATED without an actor. */
export function readContext(context: RequestContext): ReadContext {
  if (!context.policy) throw unauthenticated();
  return {
    policy: context.policy,
    ...(context.actor ? { actor: context.actor.staffId } : {}),
    now: context.services.clock.now(),
    zone: context.organisation.zone,
    primary: context.primary,
    requestId: context.requestId,
    ...(context.explain ? { explain: context.explain } : {}),
  };
}

function attachTo(
  schema: GraphQLSchema,
  kind: SchemaKind,
  typeName: string,
  vocabularies: ReadonlyMap<string, Vocabulary>,
): void {
  const fields = fieldsOf(schema, typeName);
  for (const { read, enumName } of kind.fields) {
    const field = fields[read.name];
    if (!field) throw new Error(`The schema lacks ${typeName}.${read.name}.`);
    if (read.type === 'dateTime' && typeName === kind.name) field.resolve = timeOf(read.name);
    const companion = fields[`${read.name}Label`];
    const vocabulary = enumName && vocabularies.get(enumName);
    if (companion && vocabulary) companion.resolve = labelOf(read.name, vocabulary);
    if (typeName !== kind.name && field.args.length > 0) field.resolve = bucketOf(read.name);
  }
  if (typeName !== kind.name) return;
  for (const { read } of kind.toMany) {
    for (const name of [read.name, `${read.name}Aggregate`]) {
      const field = fields[name];
      if (field) field.resolve = answered;
    }
  }
}

function fieldsOf(
  schema: GraphQLSchema,
  typeName: string,
): Record<string, GraphQLField<Parent, RequestContext>> {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`The schema lacks the type ${typeName}.`);
  return (type as GraphQLObjectType<Parent, RequestContext>).getFields();
}

/** Fields with arguments stand under `@` and their key in the answer. */
const answered: Resolver = (parent, _args, _context, info) => parent[`@${info.path.key}`];

/** A time that was grouped by a bucket stands under its key, any other under its name. */
const bucketOf =
  (name: string): Resolver =>
  (parent, _args, _context, info) =>
    parent[`@${info.path.key}`] ?? parent[name];

/** A time that was asked for in the organisation's zone stands under `@` and its key, in UTC under its name. */
const timeOf =
  (name: string): Resolver =>
  (parent, args, _context, info) =>
    args.in === 'ORGANISATION' ? parent[`@${info.path.key}`] : parent[name];

/** The label of a code in the reader's language; the organisation's own word comes first. */
const labelOf =
  (name: string, vocabulary: Vocabulary): Resolver =>
  (parent, _args, context) => {
    const code = parent[name];
    if (typeof code !== 'string') return null;
    const text: Label | undefined =
      context.organisation.ownLabels.get(`${vocabulary.name}.${code}`) ?? vocabulary.labels[code];
    return text?.[context.language] ?? code;
  };

/**
 * Makes every root field take its arguments as graphql-js reads them, whichever executor runs it:
 * the compiler treats a variable that was left out inside an input object as null, which for a filter
 * is another question.
 */
export function readArgumentsAlike(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { resolve } = field;
      if (!resolve || field.args.length === 0) continue;
      const readers = new WeakMap<FieldNode, ReturnType<typeof argumentReader>>();
      field.resolve = (root, given, context, info) => {
        const [node] = info.fieldNodes;
        if (!node) return resolve(root, given, context, info);
        let read = readers.get(node);
        if (!read) {
          read = argumentReader(field, node);
          readers.set(node, read);
        }
        const args = read(info.variableValues);
        return resolve(root, args, context, info);
      };
    }
  }
}
