import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { endSessions, setCredential } from '../../../access/credentials.js';
import { hashPassword, passwordProblems, verifyPassword } from '../../../access/passwords.js';
import { countTry, forgive } from '../../../access/throttle.js';
import { apiTokenPrefix, newToken, tokenHash, tokenHint } from '../../../access/tokens.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { ActError, badInput, forbidden, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { ChangeInput } from './staff.js';

export type ChangePasswordInput = ActInput & {
  readonly currentPassword: string;
  readonly newPassword: string;
};

/** Longest life of an API token, in days. */
const longestTokenDays = 366;
const dayMs = 24 * 3600 * 1000;

const changing = (work: Work) => ({
  change: async (sql: string, values: readonly unknown[] = []) => ({
    affectedRows: await work.sql(sql, values as never),
    insertId: '0',
  }),
});

/** Tries of the current password are counted apart from those of signing in. */
const triesOf = (staffId: string) => `change of ${staffId}`;

/** One's own password. Other sessions end; this one goes on. */
export const changePassword: Command<ChangePasswordInput, { readonly id: string }> = {
  name: 'changePassword',
  permission: null,
  async run(work, { currentPassword, newPassword }) {
    const { actor, context } = work;
    if (actor.via !== 'session') throw forbidden();
    const [row] = await work.rows<{ password_hash: string }>(
      'SELECT password_hash FROM credential WHERE staff_id = ? FOR UPDATE',
      [actor.staffId],
    );
    // Whoever found an open session does not get to guess the password at leisure.
    const { database } = context.services;
    const wait = await countTry(database, triesOf(actor.staffId), null, work.now);
    if (wait > 0) {
      throw new ActError('RATE_LIMITED', 'access.throttled', {
        values: { seconds: wait },
        retryAfterSeconds: wait,
      });
    }
    if (!(await verifyPassword(row?.password_hash ?? null, currentPassword.slice(0, 300)))) {
      throw badInput({ path: 'currentPassword', message: 'password.wrong' });
    }
    await forgive(database, triesOf(actor.staffId), null);
    const problems = passwordProblems(newPassword, actor.login, 'newPassword');
    if (problems.length === 0 && newPassword.normalize('NFKC') === currentPassword.normalize('NFKC')) {
      problems.push({ path: 'newPassword', message: 'password.same' });
    }
    if (problems.length > 0) throw badInput(...problems);
    await setCredential(changing(work), actor.staffId, await hashPassword(newPassword), {
      mustChange: false,
      now: work.now,
    });
    await endSessions(changing(work), actor.staffId, work.now, context.sessionId);
    work.note('Staff', actor.staffId);
    return { id: actor.staffId };
  },
};

export type CreateApiTokenInput = ActInput & { readonly name: string; readonly expiresAt: string };
export interface NewApiToken {
  readonly id: string;
  /** Shown once; null for a repeated key. */
  readonly token: string | null;
}

/** A named token with the rights of its owner, for scripts and analysts; stored only as a hash. */
export const createApiToken: Command<CreateApiTokenInput, NewApiToken> = {
  name: 'createApiToken',
  permission: { subject: 'apiToken', action: 'CREATE' },
  async run(work, { name, expiresAt }) {
    // A token does not make further tokens: a stolen one could not be got rid of.
    if (work.actor.via !== 'session') throw forbidden();
    const { row, problems } = checkFields(
      kindNamed('ApiToken'),
      { name, expiresAt },
      { fields: ['name', 'expiresAt'], partial: false },
    );
    if (typeof row.expiresAt === 'string') {
      const latest = new Date(work.now.getTime() + longestTokenDays * dayMs);
      if (row.expiresAt <= work.now.toISOString())
        problems.push({ path: 'expiresAt', message: 'input.past' });
      if (row.expiresAt > latest.toISOString()) {
        problems.push({
          path: 'expiresAt',
          message: 'input.tooFar',
          values: { date: latest.toISOString().slice(0, 10) },
        });
      }
    }
    if (problems.length > 0) throw badInput(...problems);
    const token = newToken(apiTokenPrefix);
    const id = await work.insert('ApiToken', {
      ...row,
      staffId: work.actor.staffId,
      prefix: tokenHint(token),
    });
    await work.sql('INSERT INTO api_token_secret (token_id, token_hash) VALUES (?, ?)', [
      id,
      tokenHash(token),
    ]);
    return { id, token };
  },
  kept: ({ id }) => ({ id, token: null }),
};

/** Ends a token, one's own or, for the administrator, anybody's. */
export const revokeApiToken: Command<ChangeInput, { readonly id: string }> = {
  name: 'revokeApiToken',
  permission: { subject: 'apiToken', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'ApiToken', id: String(id), expectedVersion }],
  async run(work, { id }) {
    const token = await work.load('ApiToken', id);
    if (token?.revokedAt != null) throw ruleViolation('rule.tokenRevoked', null);
    await work.update('ApiToken', id, { revokedAt: work.now.toISOString() });
    return { id };
  },
};
