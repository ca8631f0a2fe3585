import type { Label } from '@kehu/domain/catalogue/labels';
import type { FastifyInstance } from 'fastify';
import type { RequestContext } from '../context.js';
import type { Services } from '../services.js';

/** A class with type-graphql's decorators. */
export type ResolverClass = new () => object;

/** A person has read the record; it is known to be visible to him. */
export type Opened = (context: RequestContext, id: string) => Promise<void>;

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
  /** What follows when a person reads one record of a kind by itself (its page), not in a list: receipts. */
  readonly opened?: Readonly<Record<string, Opened>>;
  /** Paths beside /graphql: files, exports, events. */
  readonly routes?: (server: FastifyInstance, services: Services) => void;
}
