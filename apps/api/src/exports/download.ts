import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Actor } from '@kehu/domain/access/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeAudit } from '../commands/audit.js';
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
 * Answers with the file of an export, for its owner alone, until it expires; false where there is none, and
 * nothing was answered. Somebody else's, an expired and an absent one look the same.
 */
export async function sendExport(
  services: Services,
  actor: Actor,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const file = await ownFile(services, id, actor.staffId);
  const path = file ? exportPath(services.settings.home, String(file.id), file.format) : '';
  const size = file ? (await stat(path).catch(() => null))?.size : undefined;
  if (!file || size === undefined) return false;
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
  await reply
    .header('content-type', contentTypes[file.format] ?? 'application/octet-stream')
    .header('content-length', size)
    .header('content-disposition', `attachment; filename="${file.entity}-${file.id}.${extension}"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(createReadStream(path));
  return true;
}

async function ownFile({ database, clock }: Services, id: string, staffId: string): Promise<Fetched | null> {
  const [row] = await database.query<Fetched>(
    "SELECT id, format, entity, expires_at FROM export_run WHERE id = ? AND staff_id = ? AND state = 'DONE'",
    [id, staffId],
  );
  return row && instantOf(row.expires_at) > clock.now().toISOString() ? row : null;
}
