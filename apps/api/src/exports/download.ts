import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { message } from '@kehu/domain/messages/message';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../access/authenticate.js';
import { writeAudit } from '../commands/audit.js';
import { languageOf } from '../graphql/language.js';
import { instantOf } from '../records/decode.js';
import type { Services } from '../services.js';
import { contentTypes, exportPath } from './export-files.js';

interface Fetched {
  readonly id: string;
  readonly format: string;
  readonly entity: string;
  readonly expires_at: unknown;
}

/**
 * `GET /files/:id`: the file of an export, for its owner alone, until it expires. Somebody else's, an
 * expired and an absent one look the same.
 */
export function downloadRoutes(server: FastifyInstance, services: Services): void {
  server.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const { actor } = await authenticate(services, { headers: request.headers, method: request.method });
    if (!actor) return refuse(request, reply, 401, 'UNAUTHENTICATED', 'http.unauthenticated');
    const file = /^\d{1,16}$/.test(request.params.id)
      ? await ownFile(services, request.params.id, actor.staffId)
      : null;
    const path = file ? exportPath(services.settings.home, String(file.id), file.format) : '';
    const size = file ? (await stat(path).catch(() => null))?.size : undefined;
    if (!file || size === undefined) return refuse(request, reply, 404, 'NOT_FOUND', 'http.notFound');
    await services.database.transaction(async (transaction) => {
      await writeAudit(transaction, services.secrets.auditChain, await services.ids.next(), {
        at: services.clock.now(),
        actorId: actor.staffId,
        via: actor.via,
        action: 'downloadExport',
        entity: 'ExportRun',
        entityId: String(file.id),
        ip: request.ip,
        requestId: request.id,
      });
    });
    const extension = file.format === 'XLSX' ? 'xlsx' : 'csv';
    return reply
      .header('content-type', contentTypes[file.format] ?? 'application/octet-stream')
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="${file.entity}-${file.id}.${extension}"`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(createReadStream(path));
  });
}

async function ownFile({ database, clock }: Services, id: string, staffId: string): Promise<Fetched | null> {
  const [row] = await database.query<Fetched>(
    "SELECT id, format, entity, expires_at FROM export_run WHERE id = ? AND staff_id = ? AND state = 'DONE'",
    [id, staffId],
  );
  return row && instantOf(row.expires_at) > clock.now().toISOString() ? row : null;
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  key: Parameters<typeof message>[0],
) {
  const language = languageOf(request.headers['accept-language']) ?? 'zh-Hans';
  return reply.code(status).send({ error: { code, message: message(key, {}, language) } });
}
