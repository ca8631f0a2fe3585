import 'reflect-metadata';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { type GraphQLSchema, validateSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Department, ResolverClass } from '../departments/department.js';
import { attachReadResolvers, readArgumentsAlike } from './read-resolvers.js';
import { rememberRootFailures } from './root-failures.js';
import { catalogueTypes, vocabulariesOf } from './schema/catalogue-types.js';
import type { Descriptions } from './schema/declare.js';
import { scalarTexts } from './schema/scalars.js';

export interface ApiSchema {
  readonly schema: GraphQLSchema;
  /** Texts by schema coordinate, for introspection in the reader's language. */
  readonly descriptions: Descriptions;
  /** Root fields that are answered without an actor. */
  readonly publicFields: ReadonlySet<string>;
}

let built: GraphQLSchema | null = null;

/** The schema that was built last in this process; null before the first. For what reads documents outside a request (exports). */
export function builtSchema(): GraphQLSchema | null {
  return built;
}

/**
 * The whole schema: the catalogue's types and queries, and what the departments add. Throws when a
 * root field has no rule (closed by default), naming each.
 */
export function buildSchema(departments: readonly Department[]): ApiSchema {
  const types = catalogueTypes();
  const resolvers: NonEmptyArray<ResolverClass> = [
    types.queries,
    ...departments.flatMap((department) => department.resolvers),
  ];
  const schema = buildSchemaSync({ resolvers, validate: true, skipCheck: true });
  const [invalid] = validateSchema(schema);
  if (invalid) throw invalid;
  const open = fieldsWithoutRule(schema, departments);
  if (open.length > 0) throw new Error(`Without a rule, and so refused: ${open.join(', ')}.`);
  attachReadResolvers(schema, {
    kinds: types.kinds,
    vocabularies: new Map(vocabulariesOf(catalogue).map((vocabulary) => [vocabulary.name, vocabulary])),
    opened: new Map(departments.flatMap(({ opened }) => Object.entries(opened ?? {}))),
  });
  readArgumentsAlike(schema);
  rememberRootFailures(schema);
  built = schema;
  return {
    schema,
    descriptions: new Map([
      ...scalarTexts,
      ...types.descriptions,
      ...departments.flatMap(({ descriptions }) => Object.entries(descriptions ?? {})),
    ]),
    publicFields: new Set(departments.flatMap(({ publicMutations }) => Object.keys(publicMutations ?? {}))),
  };
}

/** Root fields that neither the catalogue nor a department answers for: `Mutation.shipOrder`. */
export function fieldsWithoutRule(schema: GraphQLSchema, departments: readonly Department[]): string[] {
  const queries = new Set<string>();
  for (const kind of catalogueTypes().kinds) {
    queries.add(kind.single).add(kind.plural).add(`${kind.plural}Aggregate`);
  }
  const mutations = new Set<string>();
  for (const department of departments) {
    for (const name of Object.keys(department.queries ?? {})) queries.add(name);
    for (const { name } of department.commands) mutations.add(name);
    for (const name of Object.keys(department.publicMutations ?? {})) mutations.add(name);
  }
  const without = (type: 'Query' | 'Mutation', known: ReadonlySet<string>) =>
    Object.keys((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
      .filter((name) => !known.has(name))
      .map((name) => `${type}.${name}`);
  return [...without('Query', queries), ...without('Mutation', mutations)];
}
