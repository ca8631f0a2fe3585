import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The built dashboard beside this app. */
export const dashboardFolder = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url));

const forever = 'public, max-age=31536000, immutable';

/**
 * Serves the dashboard: files with a hash in their name are kept for ever, pages are asked for anew
 * each time. Any other path that a browser opens is the dashboard's own address.
 */
export async function serveDashboard(server: FastifyInstance, folder = dashboardFolder): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.startsWith(join(folder, 'assets')) ? forever : 'no-cache');
      },
    });
  }
  const page = (name: string) => async (_request: FastifyRequest, reply: FastifyReply) =>
    built && existsSync(join(folder, name)) ? reply.sendFile(name) : notBuilt(reply);
  server.get('/', page('index.html'));
  server.get('/graphiql', page('graphiql.html'));
  server.setNotFoundHandler(async (request, reply) => {
    const { accept } = request.headers;
    const forPage = request.method === 'GET' && (accept ?? '').includes('text/html');
    if (forPage && !isFilePath(request.url)) return page('index.html')(request, reply);
    return reply.code(404).send({ error: 'NOT_FOUND' });
  });
}

/** A path that names a file is never a page of the dashboard. */
function isFilePath(url: string): boolean {
  return /\.\w{1,8}$/.test(url.split('?')[0] ?? '');
}

function notBuilt(reply: FastifyReply) {
  return reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send('The dashboard has not been built: npm run build\n');
}
