import { BadRequest } from '../server/request-body.js';
import { jsonDepth } from './json-depth.js';

/** The body of a GraphQL request as the specification of GraphQL over HTTP has it. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** No filter that a person writes nests so deep. */
const deepestJson = 60;

/** Reads a request body; throws `BadRequest` when it is not of that shape. Batches are not. */
export function graphqlRequest(text: string): GraphqlRequest {
  if (jsonDepth(text) > deepestJson) throw new BadRequest(400, 'http.badRequest');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'http.badJson');
  }
  if (!isRecord(body)) throw new BadRequest(400, 'http.badRequest');
  const { query, operationName, variables } = body;
  const named = operationName === undefined || operationName === null || typeof operationName === 'string';
  const withVariables = variables === undefined || variables === null || isRecord(variables);
  if (typeof query !== 'string' || query === '' || !named || !withVariables) {
    throw new BadRequest(400, 'http.badRequest');
  }
  // Extensions (persisted queries among them) are of no use here.
  return { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
