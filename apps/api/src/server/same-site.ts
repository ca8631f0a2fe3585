import type { IncomingHttpHeaders } from 'node:http';

/** Whether a browser sent the request: such a one gets a cookie instead of a token. */
export function isFromBrowser(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/**
 * Whether a page of another site caused the request. Browsers say so by `Sec-Fetch-Site`; older ones
 * only by `Origin`, which must then be the host that was asked.
 */
export function isCrossSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== headers.host;
  } catch {
    return true;
  }
}
