import type { Language } from '@kehu/domain/catalogue/labels';
import { type MessageKey, type MessageValues, message } from '@kehu/domain/messages/message';
import { ImportError } from '@kehu/importer/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActError } from '../../commands/errors.js';
import { languageOf } from '../../graphql/language.js';
import { errorTexts } from '../report.js';

/** The language of a request's reader. */
export function readerOf(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language']) ?? 'zh-Hans';
}

/** Refuses with words for people; shaped as every other path beside /graphql. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  key: MessageKey,
  values: MessageValues = {},
) {
  return reply.code(status).send({ error: { code, message: message(key, values, readerOf(request)) } });
}

/** Problems of files that say more than "cannot be used" in the status as well. */
const statuses: Readonly<Record<string, number>> = {
  'import.fileTooLarge': 413,
  'import.inflatedTooLarge': 413,
  'import.tooManyRows': 413,
  'import.wrongType': 415,
  'import.notText': 415,
  'import.notAWorkbook': 415,
  'import.busy': 409,
};

/**
 * The answer to what went wrong with an upload: a file that cannot be used is 4xx with every problem in the
 * reader's language, a request of another site 403. Anything else is thrown on.
 */
export function answerProblem(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  if (error instanceof ActError) {
    const status = error.code === 'UNAUTHENTICATED' ? 401 : error.code === 'FORBIDDEN' ? 403 : 400;
    return reply.code(status).send({ error: { code: error.code, message: error.text(readerOf(request)) } });
  }
  if (error instanceof ImportError) {
    const problems = errorTexts(error, readerOf(request)) ?? [];
    const key = error.problems[0]?.message ?? '';
    return reply.code(statuses[key] ?? 422).send({
      error: { code: key === 'import.busy' ? 'CONFLICT' : 'BAD_USER_INPUT', message: problems[0], problems },
    });
  }
  if ((error as { code?: string }).code?.startsWith('FST_')) {
    const { statusCode = 400 } = error as { statusCode?: number };
    const key = statusCode === 413 ? 'import.uploadTooMuch' : 'http.badRequest';
    return refuse(request, reply, statusCode, 'BAD_USER_INPUT', key);
  }
  throw error;
}
