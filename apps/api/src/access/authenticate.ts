import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '@kehu/database/connection';
import type { Actor } from '@kehu/domain/access/actor';
import type { ReadPolicy } from '@kehu/query/policy';
import { ActError } from '../commands/errors.js';
import { instantOf, storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { loadActor } from './actors.js';
import { sessionCookie } from './cookies.js';
import { policyOf } from './policy-for.js';
import { apiTokenPrefix, isToken, tokenHash } from './tokens.js';

/** What of a request says who is asking. */
export interface AuthenticationRequest {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
}

export interface Authenticated {
  readonly actor: Actor | null;
  readonly policy: ReadPolicy | null;
  /** Null for API tokens and for whoever has not signed in. */
  readonly sessionId: string | null;
}

export const nobody: Authenticated = { actor: null, policy: null, sessionId: null };

/** Sessions and rights are taken from memory for so long; then a disabled account is out. */
const freshMilliseconds = 1000;
const mostEntries = 10_000;
/** The last use is written down at most so often. */
const touchMilliseconds = 60_000;

interface Entry {
  readonly readAt: number;
  readonly result: Promise<Authenticated>;
}

type AuthenticationServices = Pick<Services, 'database' | 'clock' | 'organisation'>;

const caches = new WeakMap<Database, Map<string, Entry>>();

/**
 * Who is asking, by cookie or Bearer token, from memory when asked within a second. A token that is
 * unknown, expired or revoked is nobody. Throws FORBIDDEN when a cookie comes with a request from
 * another site.
 */
export async function authenticate(
  services: AuthenticationServices,
  request: AuthenticationRequest,
): Promise<Authenticated> {
  const bearer = /^Bearer ([^\s,]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = bearer ? null : sessionCookie(request.headers.cookie);
  const token = bearer ?? cookie;
  if (!token || !isToken(token)) return nobody;
  if (cookie) refuseOtherSites(request);
  const cache = cacheOf(services.database);
  const known = cache.get(token);
  if (known && performance.now() - known.readAt < freshMilliseconds) return known.result;
  const entry: Entry = { readAt: performance.now(), result: lookUp(services, token) };
  if (cache.size >= mostEntries) cache.delete(cache.keys().next().value ?? '');
  cache.delete(token);
  cache.set(token, entry);
  // A database that was away is asked again by the next request, not a second later.
  entry.result.catch(() => cache.get(token) === entry && cache.delete(token));
  return entry.result;
}

/** Forgets what is in memory, so that a sign-out or a change of rights made here holds at once. */
export function forgetSessions(database: Database): void {
  caches.get(database)?.clear();
}

function cacheOf(database: Database): Map<string, Entry> {
  const known = caches.get(database) ?? new Map<string, Entry>();
  caches.set(database, known);
  return known;
}

function lookUp(services: AuthenticationServices, token: string): Promise<Authenticated> {
  return token.startsWith(apiTokenPrefix) ? byApiToken(services, token) : bySession(services, token);
}

interface SessionColumns {
  readonly id: string;
  readonly staff_id: string;
  readonly last_used_at: unknown;
  readonly idle_seconds: number;
  readonly expires_at: unknown;
  readonly must_change: number | null;
}

async function bySession(services: AuthenticationServices, token: string): Promise<Authenticated> {
  const [row] = await services.database.query<SessionColumns>(
    `SELECT s.id, s.staff_id, s.last_used_at, s.idle_seconds, s.expires_at, c.must_change
     FROM session s LEFT JOIN credential c ON c.staff_id = s.staff_id
     WHERE s.token_hash = ? AND s.revoked_at IS NULL`,
    [tokenHash(token)],
  );
  if (!row) return nobody;
  const now = services.clock.now();
  const lastUsed = Date.parse(instantOf(row.last_used_at));
  if (Date.parse(instantOf(row.expires_at)) <= now.getTime()) return nobody;
  if (lastUsed + Number(row.idle_seconds) * 1000 <= now.getTime()) return nobody;
  const actor = await actorOf(services, String(row.staff_id), 'session', Number(row.must_change ?? 0) === 1);
  if (!actor) return nobody;
  if (now.getTime() - lastUsed >= touchMilliseconds) {
    await services.database.change('UPDATE session SET last_used_at = ? WHERE id = ? AND last_used_at < ?', [
      storedInstant(now),
      row.id,
      storedInstant(now),
    ]);
  }
  return { actor, policy: policyOf(actor), sessionId: String(row.id) };
}

interface TokenColumns {
  readonly id: string;
  readonly staff_id: string;
  readonly last_used_at: unknown;
  readonly expires_at: unknown;
}

async function byApiToken(services: AuthenticationServices, token: string): Promise<Authenticated> {
  const [row] = await services.database.query<TokenColumns>(
    `SELECT t.id, t.staff_id, t.last_used_at, t.expires_at FROM api_token_secret s JOIN api_token t ON t.id = s.token_id
     WHERE s.token_hash = ? AND t.revoked_at IS NULL`,
    [tokenHash(token)],
  );
  if (!row) return nobody;
  const now = services.clock.now();
  if (Date.parse(instantOf(row.expires_at)) <= now.getTime()) return nobody;
  const actor = await actorOf(services, String(row.staff_id), 'token', false);
  if (!actor) return nobody;
  const lastUsed = row.last_used_at === null ? 0 : Date.parse(instantOf(row.last_used_at));
  if (now.getTime() - lastUsed >= touchMilliseconds) {
    await services.database.change('UPDATE api_token SET last_used_at = ? WHERE id = ?', [
      storedInstant(now),
      row.id,
    ]);
  }
  return { actor, policy: policyOf(actor), sessionId: null };
}

function actorOf(
  services: AuthenticationServices,
  staffId: string,
  via: Actor['via'],
  mustChangePassword: boolean,
) {
  const zone = services.organisation.facts().zone;
  return loadActor(services.database, staffId, { via, mustChangePassword, now: services.clock.now(), zone });
}

/**
 * A cookie travels with requests that other sites cause. What a browser marks as coming from elsewhere
 * is refused; a browser that marks nothing must name our own host as origin of whatever may change something.
 */
function refuseOtherSites({ headers, method }: AuthenticationRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const reading = method === 'GET' || method === 'HEAD';
  const { origin } = headers;
  const foreign = origin !== undefined && hostOf(origin) !== headers.host;
  if (site === undefined ? foreign : !(reading && headers['sec-fetch-mode'] === 'navigate')) {
    throw new ActError('FORBIDDEN', 'access.crossSite');
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
