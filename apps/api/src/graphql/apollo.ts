import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../context.js';
import type { Documents, KnownDocument } from './documents.js';
import { type OperationParts, runOperation } from './run-operation.js';

/** What Apollo Server hands through to the executor, and the way back. */
export interface Passing {
  readonly context: RequestContext;
  readonly known: KnownDocument;
  /** Filled by the executor. Apollo Server works on a copy of this object, but not of what it refers to. */
  readonly outcome: { result: ExecutionResult | null };
}

/**
 * Apollo Server with every switch set explicitly. Documents come parsed and validated from our store,
 * so that it repeats neither; what it does itself is the protocol: shape of the request, choice of the
 * operation, content type and form of the answer.
 */
export function apolloServer(documents: Documents, operations: OperationParts): ApolloServer<Passing> {
  return new ApolloServer<Passing>({
    gateway: {
      load: async () => ({
        executor: async ({ context, request }) => {
          const passing = context as Passing;
          // Run ahead by the endpoint: what is left is the form of the answer.
          if (passing.outcome.result) return passing.outcome.result;
          const result = await runOperation(operations, {
            known: passing.known,
            operationName: request.operationName ?? null,
            variables: request.variables ?? {},
            context: passing.context,
          });
          passing.outcome.result = result;
          return result;
        },
      }),
      onSchemaLoadOrUpdate: (use) => {
        use({ apiSchema: operations.schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    documentStore: {
      get: async (key) => documents.byStoreKey(key),
      set: async () => {},
      delete: async () => true,
    },
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: 2000 },
    stopOnTerminationSignals: false,
    // One of them would wrap every field of the schema in a function of its own; none is of use here.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    status400ForVariableCoercionErrors: true,
    nodeEnv: 'production',
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
}
