import type { IncomingMessage } from 'node:http';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * The address of whoever asks. Headers of a proxy are believed only from this machine itself, since
 * anybody else could write them.
 */
export function clientAddress(request: IncomingMessage): string | null {
  const direct = request.socket.remoteAddress ?? null;
  const forwarded = request.headers['x-forwarded-for'];
  if (forwarded && direct && loopback.has(direct)) {
    const list = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    const last = list.split(',').at(-1)?.trim();
    if (last && /^[\da-fA-F.:]{3,45}$/.test(last)) return last;
  }
  return direct;
}

/** Whether the person's side of the connection is https. */
export function isSecure(request: IncomingMessage): boolean {
  if ('encrypted' in request.socket) return true;
  const direct = request.socket.remoteAddress ?? '';
  return loopback.has(direct) && request.headers['x-forwarded-proto'] === 'https';
}
