import type { ServerResponse } from 'node:http';

/** A complete answer; header and body leave in one write. */
export interface WholeAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly requestId: string;
  readonly headers?: ReadonlyMap<string, string>;
}

/** Writes an answer that nobody may keep: it holds what one person may see. */
export function writeAnswer(response: ServerResponse, answer: WholeAnswer): void {
  const { status, type, body, requestId, headers } = answer;
  for (const [name, value] of headers ?? []) response.setHeader(name, value);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  });
  response.end(body);
}
