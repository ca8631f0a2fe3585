import { writeAudit } from '../commands/audit.js';
import { ActError } from '../commands/errors.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { forgetSessions } from './authenticate.js';
import { verifyPassword } from './passwords.js';
import { countTry, forgive } from './throttle.js';
import { newToken, tokenHash } from './tokens.js';

/** A session ends after so long, used or not. */
const absoluteHours = 12;
/** Longer inputs are nobody's login or password; they are cut, not looked at. */
const longestInput = 300;

type SignInServices = Pick<Services, 'database' | 'clock' | 'ids' | 'secrets' | 'settings'>;

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly ip: string | null;
  readonly requestId: string | null;
}

export interface NewSession {
  readonly token: string;
  readonly sessionId: string;
  readonly staffId: string;
  readonly expiresAt: Date;
}

/** Logins are compared in this form: small letters, no full-width characters, no blanks around. */
export function normaliseLogin(login: string): string {
  return login.slice(0, longestInput).normalize('NFKC').trim().toLowerCase();
}

interface AccountColumns {
  readonly id: string;
  readonly status: string;
  readonly password_hash: string | null;
  readonly department_kind: string | null;
}

/**
 * Begins a session. Whoever asks for a login that does not exist, that has left, or that has no
 * password gets the same answer after the same work as for a wrong password. Throws RATE_LIMITED
 * with the seconds to wait, UNAUTHENTICATED otherwise.
 */
export async function signIn(services: SignInServices, input: SignIn): Promise<NewSession> {
  const login = normaliseLogin(input.login);
  const wait = await countTry(services.database, login, input.ip, services.clock.now());
  if (wait > 0) {
    throw new ActError('RATE_LIMITED', 'access.throttled', {
      values: { seconds: wait },
      retryAfterSeconds: wait,
    });
  }
  const [account] = await services.database.query<AccountColumns>(
    `SELECT s.id, s.status, c.password_hash, d.kind AS department_kind FROM staff s
     LEFT JOIN credential c ON c.staff_id = s.id LEFT JOIN department d ON d.id = s.department_id WHERE s.login = ?`,
    [login],
  );
  const usable = account && account.status !== 'LEFT' ? account : null;
  const right = await verifyPassword(usable?.password_hash ?? null, input.password.slice(0, longestInput));
  if (!usable || !right) throw new ActError('UNAUTHENTICATED', 'access.wrongCredentials');
  await forgive(services.database, login, input.ip);
  return beginSession(services, usable, input);
}

async function beginSession(
  services: SignInServices,
  account: AccountColumns,
  input: SignIn,
): Promise<NewSession> {
  const { settings } = services;
  const now = services.clock.now();
  const token = newToken();
  const staffId = String(account.id);
  const expiresAt = new Date(now.getTime() + absoluteHours * 3600 * 1000);
  const idleMinutes =
    account.department_kind === 'STORE' ? settings.counterIdleMinutes : settings.sessionIdleMinutes;
  const [sessionId = '', auditId = ''] = await services.ids.take(2);
  await services.database.transaction(async (work) => {
    await work.change(
      `INSERT INTO session (id, token_hash, staff_id, created_at, last_used_at, idle_seconds, expires_at, revoked_at, ip)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
      [
        sessionId,
        tokenHash(token),
        staffId,
        storedInstant(now),
        storedInstant(now),
        idleMinutes * 60,
        storedInstant(expiresAt),
        input.ip?.slice(0, 45) ?? null,
      ],
    );
    await writeAudit(work, services.secrets.auditChain, auditId, {
      at: now,
      actorId: staffId,
      via: 'session',
      action: 'signIn',
      entity: 'Session',
      entityId: sessionId,
      ip: input.ip,
      requestId: input.requestId,
    });
  });
  return { token, sessionId, staffId, expiresAt };
}

/** Ends a session; ending one that has ended is no error. */
export async function signOut(
  services: SignInServices,
  session: {
    readonly sessionId: string;
    readonly staffId: string;
    readonly ip: string | null;
    readonly requestId: string;
  },
): Promise<void> {
  const now = services.clock.now();
  const auditId = await services.ids.next();
  await services.database.transaction(async (work) => {
    const { affectedRows } = await work.change(
      'UPDATE session SET revoked_at = ? WHERE id = ? AND staff_id = ? AND revoked_at IS NULL',
      [storedInstant(now), session.sessionId, session.staffId],
    );
    if (affectedRows === 0) return;
    await writeAudit(work, services.secrets.auditChain, auditId, {
      at: now,
      actorId: session.staffId,
      via: 'session',
      action: 'signOut',
      entity: 'Session',
      entityId: session.sessionId,
      ip: session.ip,
      requestId: session.requestId,
    });
  });
  forgetSessions(services.database);
}
