import multipart from '@fastify/multipart';
import { message } from '@kehu/domain/messages/message';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../access/authenticate.js';
import { ActError, unauthenticated } from '../commands/errors.js';
import { languageOf } from '../graphql/language.js';
import { safeName } from '../imports/upload/store-upload.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { uploadLivesMilliseconds } from './attach.js';
import { nameFor } from './content-type.js';
import { FileRefused, mostBytes, storeFile } from './store.js';

/** Files of one request at most. */
export const mostFiles = 10;
/** What a person may have waiting for an act: files, and bytes. */
export const mostWaiting = { files: 60, bytes: 500 * 1024 * 1024 };
/** Uploads that one server takes at the same time. */
const mostAtOnce = 8;

interface Uploaded {
  readonly id: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * `POST /files` (multipart, one or several): each file gets an id that acts take within a day. Answered
 * with `{ files: [{ id, fileName, mime, size, sha256 }] }`, for a single file with its values beside. Of several
 * either all are taken or none.
 */
export function uploadRoute(server: FastifyInstance, services: Services): void {
  let running = 0;
  server.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: mostBytes, files: mostFiles, fields: 0, parts: mostFiles },
    });
    scope.post('/files', async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      try {
        const { actor } = await authenticate(services, { headers: request.headers, method: request.method });
        if (!actor) throw unauthenticated();
        if (!request.isMultipart()) throw new FileRefused(415, 'http.unsupportedType');
        if (running >= mostAtOnce) throw new FileRefused(429, 'file.busy');
        running += 1;
        try {
          const files = await takeIn(services, request, actor.staffId);
          const [first] = files;
          return await reply.code(201).send({ ...(files.length === 1 ? first : {}), files });
        } finally {
          running -= 1;
        }
      } catch (error) {
        return answer(request, reply, error);
      }
    });
  });
}

async function takeIn(services: Services, request: FastifyRequest, staffId: string): Promise<Uploaded[]> {
  const { database, ids, settings, clock } = services;
  const waiting = await waitingOf(services, staffId);
  const files: Uploaded[] = [];
  for await (const part of request.files()) {
    const stored = await storeFile(settings.home, part);
    waiting.files += 1;
    waiting.bytes += stored.size;
    if (waiting.files > mostWaiting.files || waiting.bytes > mostWaiting.bytes)
      throw new FileRefused(429, 'file.quota');
    const fileName = nameFor(safeName(part.filename ?? ''), stored.type);
    const { sha256, size } = stored;
    files.push({ id: await ids.next(), fileName, mime: stored.type.mime, size, sha256 });
  }
  if (files.length === 0) throw new FileRefused(422, 'file.none');
  const at = storedInstant(clock.now());
  await database.query(
    'INSERT INTO uploaded_file (id, staff_id, file_name, mime, size, sha256, at) VALUES ?',
    [files.map((file) => [file.id, staffId, file.fileName, file.mime, file.size, file.sha256, at])],
  );
  return files;
}

async function waitingOf(
  { database, clock }: Services,
  staffId: string,
): Promise<{ files: number; bytes: number }> {
  const since = storedInstant(new Date(clock.now().getTime() - uploadLivesMilliseconds));
  const [row] = await database.query<{ files: unknown; bytes: unknown }>(
    'SELECT COUNT(*) AS files, COALESCE(SUM(size), 0) AS bytes FROM uploaded_file WHERE staff_id = ? AND at >= ?',
    [staffId, since],
  );
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
}

function answer(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const language = languageOf(request.headers['accept-language']) ?? 'zh-Hans';
  const send = (status: number, code: string, text: string) =>
    reply.code(status).send({ error: { code, message: text } });
  if (error instanceof ActError)
    return send(error.code === 'UNAUTHENTICATED' ? 401 : 403, error.code, error.text(language));
  if (error instanceof FileRefused)
    return send(
      error.status,
      error.status === 429 ? 'RATE_LIMITED' : 'BAD_USER_INPUT',
      message(error.key, error.values, language),
    );
  const { code, statusCode = 400 } = error as { code?: string; statusCode?: number };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return send(413, 'BAD_USER_INPUT', message('file.tooMany', { max: mostFiles }, language));
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return send(
      413,
      'BAD_USER_INPUT',
      message('file.tooLarge', { megabytes: mostBytes / (1024 * 1024) }, language),
    );
  if (code?.startsWith('FST_'))
    return send(statusCode, 'BAD_USER_INPUT', message('http.badRequest', {}, language));
  throw error;
}
