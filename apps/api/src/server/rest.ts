import { message } from '@kehu/domain/messages/message';
import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import type { Department } from '../departments/department.js';
import { requestIdOf } from '../graphql/endpoint.js';
import { languageOf } from '../graphql/language.js';
import type { Services } from '../services.js';
import { isSecure } from './client-address.js';
import { serveDashboard } from './dashboard-files.js';
import { readiness } from './health.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { addSecurityHeaders } from './security-headers.js';

export interface RestParts {
  readonly services: Services;
  readonly departments: readonly Department[];
  readonly metrics: Metrics;
  readonly log: Log;
  /** Folder of the built dashboard; that of this checkout unless given. */
  readonly dashboard?: string;
}

/** Everything beside /graphql: health, metrics, the departments' own paths, the dashboard. */
export async function restServer({
  services,
  departments,
  metrics,
  log,
  dashboard,
}: RestParts): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    genReqId: requestIdOf,
    // What still comes on an open connection while we stop is served like anything else under way.
    return503OnClosing: false,
  });
  server.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(reply, isSecure(request.raw));
    reply.header('x-request-id', request.id);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
    const language = languageOf(request.headers['accept-language']) ?? 'zh-Hans';
    if (status >= 500) log.error('request.failed', { requestId: request.id }, error);
    const text =
      status >= 500
        ? message('http.internal', { reference: request.id }, language)
        : message('http.badRequest', {}, language);
    reply
      .code(status)
      .send({ error: { code: status >= 500 ? 'INTERNAL' : 'BAD_USER_INPUT', message: text } });
  });
  server.get('/health/live', async () => ({ live: true }));
  server.get('/health/ready', async (_request, reply) => {
    const state = await readiness(services.database);
    reply.header('cache-control', 'no-store');
    return reply.code(state.ready ? 200 : 503).send(state);
  });
  server.get('/metrics', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8');
    return metrics.text();
  });
  for (const { routes } of departments) routes?.(server, services);
  await serveDashboard(server, dashboard);
  return server;
}
