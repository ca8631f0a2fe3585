import type { RoleLimits } from '@kehu/domain/access/role-limits';
import type { Language } from '@kehu/domain/catalogue/labels';
import { message } from '@kehu/domain/messages/message';
import type { GraphQLError } from 'graphql';
import { BadRequest } from '../server/request-body.js';
import { answerError, type ReportUnforeseen, refusalOf } from './answer-errors.js';
import type { BadDocument } from './documents.js';
import { statusOf } from './status.js';
import { validationErrors } from './validation-errors.js';

/** A request that is not run, with errors that are worded already. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly errors: readonly GraphQLError[],
  ) {
    super('refused');
  }
}

const codes: Readonly<Record<number, string>> = { 403: 'FORBIDDEN', 429: 'RATE_LIMITED', 503: 'UNAVAILABLE' };
const tooMuch =
  /^http\.(too(Deep|Many(Tokens|Fields|Aliases|Directives|Repeats|RootFields))|answerTooLarge|bodyTooLarge)$/;

/** Whatever stopped a request before it was run, as the errors and the status of its answer. */
export function refusedBy(
  thrown: unknown,
  language: Language,
  requestId: string,
  report: ReportUnforeseen,
): Refused {
  if (thrown instanceof Refused) return thrown;
  if (thrown instanceof BadRequest) {
    const code = tooMuch.test(thrown.key)
      ? 'QUERY_TOO_EXPENSIVE'
      : (codes[thrown.status] ?? 'BAD_USER_INPUT');
    const text = message(thrown.key, thrown.values, language);
    return new Refused(thrown.status, [answerError({ message: text, extensions: { code } })]);
  }
  const errors = [answerError(refusalOf(thrown, language, requestId, report))];
  return new Refused(statusOf({ errors }), errors);
}

/** A document that does not parse, or not within anybody's limits. */
export function badDocument(found: BadDocument, limits: RoleLimits, language: Language): Error {
  if (found.syntaxError) return new Refused(400, validationErrors([found.syntaxError], language, null));
  return new BadRequest(400, 'http.tooManyTokens', { limit: limits.tokens });
}
