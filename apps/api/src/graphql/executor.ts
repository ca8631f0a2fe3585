import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type TypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../context.js';
import { hasVariables } from './variables.js';

/** One operation to run; its variables are coerced already. */
export interface Execution {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  /** As they were sent, for graphql-js, which coerces them itself. */
  readonly sent: Readonly<Record<string, unknown>>;
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** Runs an operation; both executors give the same answer, byte by byte. */
export type Executor = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

/** graphql-js itself. */
export function plainExecutor(schema: GraphQLSchema): Executor {
  return ({ document, operationName, sent, context }) =>
    execute({ schema, document, operationName, variableValues: sent, contextValue: context });
}

interface Compilation {
  runs: number;
  /** Null: graphql-js has to do it. */
  compiled: CompiledQuery | null | undefined;
}

/**
 * graphql-jit: an operation that comes a second time is compiled to a function. What is compiled lives
 * as long as its document does, so that the bound of the documents bounds it too.
 */
export function compilingExecutor(schema: GraphQLSchema, compileFrom = 2): Executor {
  const plain = plainExecutor(schema);
  const compilations = new WeakMap<OperationDefinitionNode, Compilation>();
  return (execution) => {
    const { document, operation, operationName, coerced, context } = execution;
    let compilation = compilations.get(operation);
    if (!compilation) {
      compilation = { runs: 0, compiled: undefined };
      compilations.set(operation, compilation);
    }
    compilation.runs += 1;
    if (compilation.runs < compileFrom) return plain(execution);
    if (compilation.compiled === undefined) {
      // Acts run one after the other, and none after one that failed; graphql-jit would go on.
      const isQuery = operation.operation === OperationTypeNode.QUERY;
      compilation.compiled = isQuery ? compile(schema, document, operationName) : null;
    }
    return compilation.compiled ? compilation.compiled.query(undefined, context, coerced) : plain(execution);
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | null {
  // graphql-jit decides @skip and @include with variables of its own coercion; graphql-js is right about them.
  if (skipsByVariable(document)) return null;
  const compiled = compileQuery(schema, withLooseVariables(document), operationName ?? undefined, {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(compiled) ? compiled : null;
}

function skipsByVariable(document: DocumentNode): boolean {
  const skips = (part: unknown): boolean => {
    if (Array.isArray(part)) return part.some(skips);
    if (typeof part !== 'object' || part === null) return false;
    if ('kind' in part && part.kind === Kind.DIRECTIVE) return hasVariables(part);
    return Object.entries(part).some(([name, inner]) => name !== 'loc' && skips(inner));
  };
  return skips(document.definitions);
}

const looseType: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } };

/**
 * The document with variables of any type. They were coerced by graphql-js before; compiling a
 * coercion for `CustomerWhere`, from where every other filter can be reached, takes seconds.
 */
function withLooseVariables(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.variableDefinitions?.length) {
        return definition;
      }
      const variableDefinitions = definition.variableDefinitions.map(({ defaultValue: _, ...declared }) => ({
        ...declared,
        type: looseType,
      }));
      return { ...definition, variableDefinitions };
    }),
  };
}
