/** Name of the cookie that carries a browser's session. */
export const cookieName = 'kehu_session';

/** The session token in a Cookie header; null when there is none. */
export function sessionCookie(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return null;
}

/**
 * A Set-Cookie header for a session: out of reach of scripts, not sent along with other sites'
 * requests, over https only where we are behind https. It ends with the browser at the latest when
 * the session does.
 */
export function setCookie(token: string, expiresAt: Date, secure: boolean): string {
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure ? '; Secure' : ''}`;
}

/** Takes the cookie away. */
export function clearCookie(secure: boolean): string {
  return `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
}
