import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { MessageKey, MessageValues } from '@kehu/domain/messages/message';

/** Why a request is refused before it is understood. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    readonly key: MessageKey,
    readonly values: MessageValues = {},
  ) {
    super(`${status} ${key}`);
    this.name = 'BadRequest';
  }
}

/**
 * Whether the content type is JSON in UTF-8. Nothing else is taken: other types are what a page of
 * another site may send without asking, and other character sets hide from whoever filters before us.
 */
export function requireJson(request: IncomingMessage): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).filter((part) => part !== '');
  const encoding = request.headers['content-encoding'];
  const plain = encoding === undefined || encoding === 'identity';
  if (
    type.trim() !== 'application/json' ||
    !charset.every((part) => /^charset="?utf-?8"?$/.test(part)) ||
    !plain
  ) {
    throw new BadRequest(415, 'http.unsupportedType');
  }
}

/** Reads a body of at most so many bytes; it must be UTF-8. */
export function readText(request: IncomingMessage, most: number): Promise<string> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > most) return Promise.reject(tooLarge(most));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) {
        request.off('data', onData);
        request.resume();
        reject(tooLarge(most));
        return;
      }
      chunks.push(chunk);
    };
    request.on('data', onData);
    request.once('end', () => {
      const [only] = chunks;
      const body = chunks.length === 1 && only ? only : Buffer.concat(chunks);
      if (isUtf8(body)) resolve(body.toString('utf8'));
      else reject(new BadRequest(415, 'http.unsupportedType'));
    });
    request.once('error', reject);
    request.once('aborted', () => reject(new BadRequest(400, 'http.badRequest')));
  });
}

function tooLarge(limit: number): BadRequest {
  return new BadRequest(413, 'http.bodyTooLarge', { limit });
}
