import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Actor } from '@kehu/domain/access/actor';
import { permits } from '@kehu/domain/access/permissions';
import { message } from '@kehu/domain/messages/message';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Authenticated, authenticate } from '../access/authenticate.js';
import { writeAudit } from '../commands/audit.js';
import { ActError } from '../commands/errors.js';
import { sendExport } from '../exports/download.js';
import { languageOf } from '../graphql/language.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { uploadLivesMilliseconds } from './attach.js';
import { contentTypes } from './content-type.js';
import { type FileKind, fileKinds } from './file-kinds.js';
import { rangeOf } from './range.js';
import { storedPath } from './store.js';

interface Found {
  readonly id: string;
  readonly fileName: string;
  readonly mime: string;
  readonly sha256: string;
  /** The record that it belongs to; null for an upload that no act has taken. */
  readonly of: { readonly kind: FileKind; readonly recordId: string } | null;
}

/** A PDF is shown by the browser's own viewer, which a sandbox keeps from starting; nothing else may run beside it. */
const policies = {
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
  other:
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
};

/**
 * `GET /files/:id`: a file of a record for whoever sees the record and takes part in such, an upload that
 * waits for its act and an export for the one it belongs to. All others look as if they were not there.
 * Pictures, PDF, sound and film are shown, with ranges; everything else is handed out as a download that
 * no browser opens as a page.
 */
export function downloadRoute(server: FastifyInstance, services: Services): void {
  server.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const who = await signedIn(services, request);
    if (who === 'otherSite') return refuse(request, reply, 403, 'FORBIDDEN', 'http.forbidden');
    const { actor } = who;
    if (!actor) return refuse(request, reply, 401, 'UNAUTHENTICATED', 'http.unauthenticated');
    const { id } = request.params;
    const known = /^[1-9]\d{0,15}$/.test(id);
    if (known && (await sendExport(services, actor, id, request, reply))) return reply;
    const file = known
      ? ((await attachmentOf(services, who, id)) ?? (await ownUpload(services, actor.staffId, id)))
      : null;
    const path = file ? storedPath(services.settings.home, file.sha256) : '';
    const size = file ? (await stat(path).catch(() => null))?.size : undefined;
    if (!file || size === undefined) return refuse(request, reply, 404, 'NOT_FOUND', 'http.notFound');
    return send(services, who, file, { path, size }, request, reply);
  });
}

async function signedIn(services: Services, request: FastifyRequest): Promise<Authenticated | 'otherSite'> {
  try {
    return await authenticate(services, { headers: request.headers, method: request.method });
  } catch (error) {
    if (error instanceof ActError && error.code === 'FORBIDDEN') return 'otherSite';
    throw error;
  }
}

async function send(
  services: Services,
  who: Authenticated,
  file: Found,
  { path, size }: { readonly path: string; readonly size: number },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const type = contentTypes.get(file.mime);
  const shown = type?.inline === true;
  const asked = rangeOf(request.headers.range, size);
  reply
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', file.mime === 'application/pdf' ? policies.pdf : policies.other)
    .header('x-frame-options', 'SAMEORIGIN')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', disposition(file.fileName, shown))
    // A page or a picture with scripts never carries its own type.
    .header('content-type', shown ? file.mime : 'application/octet-stream');
  if (asked === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const part = asked === 'whole' ? { from: 0, to: size - 1 } : asked;
  if (part.from === 0) await noteOpening(services, who, file, request);
  if (asked !== 'whole') reply.code(206).header('content-range', `bytes ${part.from}-${part.to}/${size}`);
  return reply
    .header('content-length', part.to - part.from + 1)
    .send(createReadStream(path, { start: part.from, end: part.to }));
}

/** The name in ASCII for old readers, and whole in UTF-8 (RFC 6266). */
function disposition(fileName: string, inline: boolean): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

/**
 * By the policy of the record, through the read engine. Evidence is not de-identified: it is for those who work
 * on cases and records, not for whoever only counts them.
 */
async function attachmentOf(
  services: Services,
  { actor, policy }: Authenticated,
  id: string,
): Promise<Found | null> {
  if (!actor || !policy) return null;
  const of = await kindOf(services, id);
  if (!of || !takesPart(of, actor)) return null;
  const field = (name: string, selection: object[] = []) => ({ name, key: name, arguments: {}, selection });
  const row = await services.engine
    .one(
      of.kind.name,
      id,
      ['id', 'fileName', 'mime', 'sha256']
        .map((name) => field(name))
        .concat(field(of.parent, [field('id')])) as never,
      {
        policy,
        actor: actor.staffId,
        now: services.clock.now(),
        zone: services.organisation.facts().zone,
        primary: true,
      },
    )
    // Nobody without a right to the kind learns that there is such a file.
    .catch(() => null);
  if (!row) return null;
  const whole = row[of.parent] as { readonly id?: unknown } | null;
  return {
    id,
    fileName: String(row.fileName),
    mime: String(row.mime),
    sha256: String(row.sha256),
    of: whole?.id == null ? null : { kind: of, recordId: String(whole.id) },
  };
}

/** Ids are given once in the whole house, so at most one kind has a file of it. */
async function kindOf({ database }: Services, id: string): Promise<FileKind | null> {
  const [found] = await database.query<{ at: string | number }>(
    fileKinds.map(({ kind }, at) => `SELECT ${at} AS at FROM ${kind.table} WHERE id = ?`).join(' UNION ALL '),
    fileKinds.map(() => id),
  );
  return found ? (fileKinds[Number(found.at)] ?? null) : null;
}

function takesPart({ kind }: FileKind, { roles }: Actor): boolean {
  if (kind.subject === 'complaintCard') return permits(roles, kind.subject, 'CREATE').length > 0;
  return permits(roles, kind.subject, 'READ').some(({ disclosure }) => disclosure !== 'DEIDENTIFIED');
}

async function ownUpload({ database, clock }: Services, staffId: string, id: string): Promise<Found | null> {
  const since = storedInstant(new Date(clock.now().getTime() - uploadLivesMilliseconds));
  const [row] = await database.query<{ file_name: string; mime: string; sha256: string }>(
    'SELECT file_name, mime, sha256 FROM uploaded_file WHERE id = ? AND staff_id = ? AND at >= ?',
    [id, staffId, since],
  );
  return row ? { id, fileName: row.file_name, mime: row.mime, sha256: row.sha256, of: null } : null;
}

/** Who opened which file stands in the trail of its record. */
async function noteOpening(
  services: Services,
  { actor }: Authenticated,
  file: Found,
  request: FastifyRequest,
): Promise<void> {
  const { of } = file;
  if (!actor || of === null) return;
  await services.database.transaction(async (transaction) => {
    await writeAudit(transaction, services.secrets.auditChain, await services.ids.next(), {
      at: services.clock.now(),
      actorId: actor.staffId,
      via: actor.via,
      action: 'openAttachment',
      entity: of.kind.kind.name,
      entityId: file.id,
      whole: { entity: of.kind.parentKind, entityId: of.recordId },
      ip: request.ip,
      requestId: request.id,
    });
  });
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
