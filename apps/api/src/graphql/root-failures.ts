import type { FieldNode, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context.js';

/** What the root fields of a request came to. */
interface RootCalls {
  readonly pending: Promise<unknown>[];
  readonly failures: RootFailure[];
}

export interface RootFailure {
  readonly key: string | number;
  readonly nodes: readonly FieldNode[];
  readonly thrown: unknown;
}

const calls = new WeakMap<RequestContext, RootCalls>();

/**
 * Makes root fields remember why they failed. An executor may answer as soon as one field that must
 * not be null has failed, and each tells of the others in its own way; here all are waited for and
 * named, so that the answer depends neither on timing nor on the executor.
 */
export function rememberRootFailures(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (root, args, context: RequestContext, info) => {
        let own = calls.get(context);
        if (!own) {
          own = { pending: [], failures: [] };
          calls.set(context, own);
        }
        const { failures, pending } = own;
        const fail = (thrown: unknown): never => {
          failures.push({ key: info.path.key, nodes: info.fieldNodes, thrown });
          throw thrown;
        };
        try {
          const result: unknown = resolve(root, args, context, info);
          if (!(result instanceof Promise)) return result;
          const watched = result.catch(fail);
          pending.push(watched);
          return watched;
        } catch (thrown) {
          return fail(thrown);
        }
      };
    }
  }
}

/** Every failure of the request's root fields, once all of them are settled. */
export async function rootFailures(context: RequestContext): Promise<readonly RootFailure[]> {
  const own = calls.get(context);
  if (!own) return [];
  await Promise.allSettled(own.pending);
  return own.failures;
}
