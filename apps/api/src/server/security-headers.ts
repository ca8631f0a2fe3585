import type { FastifyReply } from 'fastify';

/**
 * Nothing is loaded from elsewhere, nothing may frame us. Styles may stand in the page because the
 * dashboard's components write theirs there; scripts may not.
 */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that every answer carries, pages and files alike. */
export function addSecurityHeaders(reply: FastifyReply, secure: boolean): void {
  // Said only over https; whoever came by http may have no other way in.
  if (secure) reply.header('strict-transport-security', 'max-age=31536000');
  reply.header('content-security-policy', contentPolicy);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('x-frame-options', 'DENY');
  reply.header('referrer-policy', 'same-origin');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
}
