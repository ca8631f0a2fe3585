import { createHash, randomBytes } from 'node:crypto';

/** Tells an API token from a session's token at a glance, also for scanners that look for leaked secrets. */
export const apiTokenPrefix = 'kehu_';

/** A new secret of 256 bits; shown once, stored only as its hash. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token. A plain hash is enough, since the token itself is random. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a text can be one of our tokens at all; saves the database the question. */
export function isToken(text: string): boolean {
  return /^(kehu_)?[A-Za-z0-9_-]{43}$/.test(text);
}

/** How an API token is recognised in a list: its first characters. */
export function tokenHint(token: string): string {
  return token.slice(0, apiTokenPrefix.length + 4);
}
