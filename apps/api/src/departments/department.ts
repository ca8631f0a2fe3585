import type { Label } from '@kehu/domain/catalogue/labels';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';

/** A class with type-graphql's decorators. */
export type ResolverClass = new () => object;

/**
 * What a department adds to the API. Closed by default: the schema is refused when it has a mutation
 * or a query that no department names here with its rule.
 */
export interface Department {
  readonly name: string;
  readonly resolvers: readonly ResolverClass[];
  /** Mutations that run a command, by the command's name, which is the mutation's; the runner guards them. */
  readonly commands: readonly { readonly name: string }[];
  /** Mutations that anybody may call, signed in or not, each with the reason. */
  readonly publicMutations?: Readonly<Record<string, string>>;
  /** Queries beside those of the catalogue, each with the rule that decides who is answered what. */
  readonly queries?: Readonly<Record<string, string>>;
  /** Texts of own types and fields by schema coordinate (`Session.token`), for introspection. */
  readonly descriptions?: Readonly<Record<string, Label>>;
  /** Paths beside /graphql: files, exports, events. */
  readonly routes?: (server: FastifyInstance, services: Services) => void;
}
