import type { ExecutionResult } from 'graphql';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
};

/**
 * The HTTP status of an answer. With data it is 200, whatever errors stand beside it. Without any,
 * what concerns the server is said in the status as well, so that proxies and probes notice; a request
 * that was not run at all is 4xx.
 */
export function statusOf({ data, errors }: Pick<ExecutionResult, 'data' | 'errors'>): number {
  if (!errors?.length || (data !== null && data !== undefined)) return 200;
  const code = String(errors[0]?.extensions.code ?? 'INTERNAL');
  if (data === null)
    return ['UNAVAILABLE', 'TIMEOUT', 'INTERNAL'].includes(code) ? (statuses[code] ?? 500) : 200;
  return statuses[code] ?? 400;
}
