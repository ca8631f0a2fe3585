import type { RoleLimits } from '@kehu/domain/access/role-limits';
import type { MessageKey, MessageValues } from '@kehu/domain/messages/message';
import type { DocumentShape } from './document-shape.js';

/** A document is too large in some way; said in the reader's language when it is answered. */
export interface LimitProblem {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** No role's documents have more tokens than this; the parser stops here. */
export const mostTokens = 5000;

/** Introspection in one document: GraphiQL asks once. */
const mostIntrospections = 2;

/** Repeated fields: fragments that overlap have some. */
const mostRepeats = 50;

/** Whether a document stays within somebody's limits; the first limit that it breaks. */
export function limitProblem(shape: DocumentShape, tokens: number, limits: RoleLimits): LimitProblem | null {
  if (tokens > limits.tokens) return { key: 'http.tooManyTokens', values: { limit: limits.tokens } };
  if (shape.depth > limits.depth) {
    return { key: 'http.tooDeep', values: { depth: shape.depth, limit: limits.depth } };
  }
  const counted: readonly [number, number, MessageKey][] = [
    [shape.rootFields, limits.rootFields, 'http.tooManyRootFields'],
    [shape.introspections, mostIntrospections, 'http.tooManyRootFields'],
    [shape.aliases, limits.aliases, 'http.tooManyAliases'],
    [shape.directives, limits.directives, 'http.tooManyDirectives'],
    [shape.breadth, limits.breadth, 'http.tooManyFields'],
    [shape.repeats, mostRepeats, 'http.tooManyRepeats'],
  ];
  for (const [count, limit, key] of counted) if (count > limit) return { key, values: { count, limit } };
  return null;
}
