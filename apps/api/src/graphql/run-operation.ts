import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
} from 'graphql';
import { mayAskAdHoc } from '../access/ad-hoc.js';
import type { RequestContext } from '../context.js';
import { answerError, type ReportUnforeseen, refusalOf } from './answer-errors.js';
import type { KnownDocument } from './documents.js';
import type { Executor } from './executor.js';
import type { Introspection } from './introspection.js';
import { rootFailures } from './root-failures.js';
import { validationErrors } from './validation-errors.js';

/** An operation of a document that has passed limits and validation. */
export interface OperationRequest {
  readonly known: KnownDocument;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly introspection: Introspection;
  readonly report: (context: RequestContext) => ReportUnforeseen;
}

const mostErrors = 10;

/** Runs one operation and words its errors; never throws. */
export async function runOperation(
  parts: OperationParts,
  request: OperationRequest,
): Promise<ExecutionResult> {
  const { known, operationName, variables, context } = request;
  const { document } = known;
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const problem = operationName
      ? `Unknown operation named "${operationName}".`
      : 'Must provide operation name if query contains multiple operations.';
    return { errors: validationErrors([new GraphQLError(problem)], context.language, null) };
  }
  try {
    const values = getVariableValues(parts.schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: mostErrors,
    });
    if (values.errors) {
      return { errors: validationErrors(values.errors.slice(0, mostErrors), context.language, null) };
    }
    if (isIntrospection(known)) {
      return parts.introspection.answer(document, operationName, variables, context.language);
    }
    const execution = {
      document,
      operation,
      operationName,
      sent: variables,
      coerced: values.coerced,
      context,
    };
    const started = parts.executor(execution);
    const result = started instanceof Promise ? await started : started;
    const answer = result.errors ? await wordErrors(parts, context, result) : result;
    return context.explain ? { ...answer, extensions: { explain: explained(context) } } : answer;
  } catch (thrown) {
    return {
      errors: [answerError(refusalOf(thrown, context.language, context.requestId, parts.report(context)))],
    };
  }
}

/** Whether nothing but the schema itself is asked for. */
export function isIntrospection({ shape }: KnownDocument): boolean {
  return (
    shape.introspections > 0 &&
    (shape.rootFields === 0 || [...shape.rootNames].every((n) => n.startsWith('__')))
  );
}

async function wordErrors(
  parts: OperationParts,
  context: RequestContext,
  { data, errors = [] }: ExecutionResult,
): Promise<ExecutionResult> {
  const report = parts.report(context);
  const failures = await rootFailures(context);
  const worded = failures.map(({ key, nodes, thrown }) =>
    answerError(refusalOf(thrown, context.language, context.requestId, report), { path: [key], nodes }),
  );
  for (const error of errors) {
    // Those of the root are among the failures already.
    if (failures.length > 0 && (error.path?.length ?? 0) <= 1) continue;
    worded.push(answerError(refusalOf(error, context.language, context.requestId, report), error));
  }
  worded.sort((a, b) => (pathText(a) < pathText(b) ? -1 : pathText(a) > pathText(b) ? 1 : 0));
  return { errors: worded.slice(0, mostErrors), data: data ?? null };
}

function pathText({ path }: GraphQLError): string {
  return (path ?? []).join('.');
}

/** What the request did in the database; the statements' text for whoever may ask ad hoc, values for nobody. */
function explained({ explain, actor }: RequestContext) {
  if (!explain) return {};
  const statements = mayAskAdHoc(actor)
    ? explain.statements
    : explain.statements.map(({ milliseconds, rows }) => ({ milliseconds, rows }));
  return { statements, cost: explain.cost };
}
