import { message } from '@kehu/domain/messages/message';
import type { FastifyInstance } from 'fastify';
import { authenticate } from '../access/authenticate.js';
import { ActError } from '../commands/errors.js';
import { languageOf } from '../graphql/language.js';
import { isCrossSite } from '../server/same-site.js';
import type { Services } from '../services.js';
import { EventHub } from './event-hub.js';

/**
 * `GET /events`: hints `{ kind, id, version }` that a record was changed, as server-sent events, of those
 * records alone that the reader sees. A hint is none twice, and none is promised: a client that was
 * away reads its lists again when it comes back. Checked like /graphql: session or token, own site only.
 */
export function eventRoutes(server: FastifyInstance, services: Services): void {
  const hub = new EventHub(services);
  server.addHook('preClose', async () => hub.stop());
  server.get('/events', async (request, reply) => {
    const language = languageOf(request.headers['accept-language']) ?? 'zh-Hans';
    const refuse = (status: number, code: string, key: Parameters<typeof message>[0], limit = 0) =>
      reply.code(status).send({ error: { code, message: message(key, { limit }, language) } });
    if (isCrossSite(request.headers)) return refuse(403, 'FORBIDDEN', 'http.forbidden');
    const asking = { headers: request.headers, method: 'GET' };
    const who = await authenticate(services, asking).catch((error: unknown) => {
      if (error instanceof ActError) return null;
      throw error;
    });
    if (!who) return refuse(403, 'FORBIDDEN', 'http.forbidden');
    const { actor, policy, sessionId } = who;
    if (!actor || !policy || actor.mustChangePassword)
      return refuse(401, 'UNAUTHENTICATED', 'http.unauthenticated');
    const place = hub.placeFor(actor.staffId);
    if (!place.free) return refuse(429, 'RATE_LIMITED', 'http.tooManyAtOnce', place.limit);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    });
    hub.open({ response: raw, actor, policy, sessionId });
    return reply;
  });
}
