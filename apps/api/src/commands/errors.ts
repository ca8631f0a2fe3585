import type { Language } from '@kehu/domain/catalogue/labels';
import { type MessageKey, type MessageValues, say } from './messages.js';

/** Codes of `errors[].extensions.code` that acts answer with; reads have their own in the read engine. */
export type ActErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RULE_VIOLATION'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';

/** One bad field of an input: where it stands (`contacts.0.phone`) and what is wrong with it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: MessageKey;
  readonly values?: MessageValues;
}

/** One act that came between. */
export interface ChangeSince {
  readonly action: string;
  readonly label: string;
  readonly by: string | null;
  readonly at: string;
}

interface Details {
  readonly values?: MessageValues;
  readonly article?: string;
  readonly fields?: readonly FieldProblem[];
  /** CONFLICT: the version as it stands now, and what was done since the person looked. */
  readonly currentVersion?: number;
  readonly changes?: readonly ChangeSince[];
  /** RATE_LIMITED: when to try again. */
  readonly retryAfterSeconds?: number;
}

/**
 * Why an act was refused: a code for programs and a message key for people. The text is made when
 * the answer is written, in the reader's language.
 */
export class ActError extends Error {
  readonly values: MessageValues;
  readonly article: string | null;
  readonly fields: readonly FieldProblem[];
  readonly currentVersion: number | null;
  readonly changes: readonly ChangeSince[];
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: ActErrorCode,
    readonly key: MessageKey,
    details: Details = {},
  ) {
    super(`${code} ${key}${(details.fields ?? []).map((f) => ` ${f.path}:${f.message}`).join('')}`);
    this.name = 'ActError';
    this.values = details.values ?? {};
    this.article = details.article ?? null;
    this.fields = details.fields ?? [];
    this.currentVersion = details.currentVersion ?? null;
    this.changes = details.changes ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }

  /** The message in a language. */
  text(language: Language): string {
    return say(this.key, language, this.values);
  }

  /** `errors[].extensions` of graphql.md. */
  extensions(language: Language): Record<string, unknown> {
    return {
      code: this.code,
      ...(this.fields.length > 0
        ? {
            fields: this.fields.map(({ path, message, values }) => ({
              path,
              message: say(message, language, values ?? {}),
            })),
          }
        : {}),
      ...(this.article ? { article: this.article } : {}),
      ...(this.currentVersion === null ? {} : { currentVersion: this.currentVersion }),
      ...(this.changes.length > 0 ? { changes: this.changes } : {}),
      ...(this.retryAfterSeconds === null ? {} : { retryAfterSeconds: this.retryAfterSeconds }),
    };
  }
}

export const unauthenticated = (): ActError => new ActError('UNAUTHENTICATED', 'access.signInFirst');
export const forbidden = (key: MessageKey = 'access.forbidden', values?: MessageValues): ActError =>
  new ActError('FORBIDDEN', key, values ? { values } : {});
export const notFound = (): ActError => new ActError('NOT_FOUND', 'act.notFound');
/** The record changed since the person saw it. */
export const staleVersion = (currentVersion: number): ActError =>
  new ActError('CONFLICT', 'act.stale', { currentVersion });
/** The input is bad; every bad field is named at once. */
export const badInput = (...fields: readonly FieldProblem[]): ActError =>
  new ActError('BAD_USER_INPUT', 'input.bad', { fields });
/** A rule of the regulations or a duty of separation stands against the act. */
export const ruleViolation = (key: MessageKey, article: string | null, values?: MessageValues): ActError =>
  new ActError('RULE_VIOLATION', key, { ...(article ? { article } : {}), ...(values ? { values } : {}) });
