import {
  DatabaseTimeoutError,
  DatabaseUnavailableError,
  isBroken,
  isStatementTimeout,
  OutcomeUnknownError,
} from '@kehu/database/errors';
import type { Language } from '@kehu/domain/catalogue/labels';
import { message, messageText } from '@kehu/domain/messages/message';
import { ReadError } from '@kehu/query/errors';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { ActError } from '../commands/errors.js';

/** What a resolver threw, as the contract's `errors[]` entry says it. */
export interface Refusal {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

/** Whoever wants to know of errors that nobody foresaw. */
export type ReportUnforeseen = (error: unknown) => void;

/**
 * Why something failed, for people in their language and for programs as a code. What nobody foresaw
 * is INTERNAL with a reference number only: no stack, SQL or file name leaves the server.
 */
export function refusalOf(
  thrown: unknown,
  language: Language,
  reference: string,
  report: ReportUnforeseen,
): Refusal {
  const error = causeOf(thrown);
  if (error instanceof ActError) {
    return { message: error.text(language), extensions: error.extensions(language) };
  }
  if (error instanceof ReadError) return readRefusal(error, language);
  if (error instanceof ArgumentValidationError) return argumentRefusal(error, language);
  if (error instanceof DatabaseTimeoutError || isStatementTimeout(error)) {
    return { message: message('read.timeout', {}, language), extensions: { code: 'TIMEOUT' } };
  }
  if (error instanceof DatabaseUnavailableError || error instanceof OutcomeUnknownError || isBroken(error)) {
    return { message: message('read.unavailable', {}, language), extensions: { code: 'UNAVAILABLE' } };
  }
  report(error);
  return {
    message: message('http.internal', { reference }, language),
    extensions: { code: 'INTERNAL', reference },
  };
}

/** The executors wrap what a resolver throws in an error of their own. */
function causeOf(thrown: unknown): unknown {
  if (typeof thrown === 'object' && thrown !== null && 'originalError' in thrown && thrown.originalError) {
    return thrown.originalError;
  }
  return thrown;
}

function readRefusal(error: ReadError, language: Language): Refusal {
  const said = error.problems.map(({ message: key, values, path }) => ({
    path: path ?? null,
    message: messageText(key, values, language),
  }));
  const fields = said.filter((problem) => problem.path !== null);
  const numbers = error.code === 'QUERY_TOO_EXPENSIVE' ? error.problems[0]?.values : undefined;
  return {
    message: [...new Set(said.map((problem) => problem.message))].join(' '),
    extensions: {
      code: error.code,
      ...(fields.length > 0 ? { fields } : {}),
      ...(numbers ?? {}),
    },
  };
}

/** class-validator refused an input class: each bad property with its path. */
function argumentRefusal(error: ArgumentValidationError, language: Language): Refusal {
  const text = message('http.badRequest', {}, language);
  const fields: { path: string; message: string }[] = [];
  const walk = (problems: readonly unknown[], before: string): void => {
    for (const problem of problems as readonly { property: string; children?: readonly unknown[] }[]) {
      const path = before ? `${before}.${problem.property}` : problem.property;
      if (problem.children?.length) walk(problem.children, path);
      else fields.push({ path, message: text });
    }
  };
  walk(error.extensions.validationErrors, '');
  return { message: text, extensions: { code: 'BAD_USER_INPUT', fields } };
}

/** A refusal as an error of the answer, at its place in the document. */
export function answerError(
  refusal: Refusal,
  at?: Partial<Pick<GraphQLError, 'path' | 'nodes'>>,
): GraphQLError {
  return new GraphQLError(refusal.message, {
    ...(at?.path ? { path: at.path } : {}),
    ...(at?.nodes ? { nodes: at.nodes } : {}),
    extensions: refusal.extensions,
  });
}
