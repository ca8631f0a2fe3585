import type { MessageSettings } from './settings.js';

/** Shorter texts stand in other words too and are no secrets. */
const leastLength = 4;

/** Everything in the settings that must not be shown: secrets, whole addresses, and what stands in them. */
function secretsOf(settings: MessageSettings): string[] {
  const texts: (string | null | undefined)[] = [];
  for (const one of Object.values(settings) as unknown[]) {
    if (one === null || typeof one !== 'object') continue;
    const { url, secret, authorization } = one as Readonly<Record<string, string | null | undefined>>;
    texts.push(url, secret, authorization);
    if (!url || !URL.canParse(url)) continue;
    const { searchParams, username, password, pathname } = new URL(url);
    texts.push(decodeURIComponent(password), password, username);
    texts.push(...searchParams.values(), pathname.split('/').at(-1));
  }
  return texts.filter((text): text is string => typeof text === 'string' && text.length >= leastLength);
}

/** A text of the other side as it may be shown: without secrets, the receiver's address, and any long number. */
export function withoutSecrets(text: string, settings: MessageSettings, address: string | null): string {
  const hidden = [...secretsOf(settings), ...(address && address.length >= leastLength ? [address] : [])];
  let shown = text;
  // The longest first, so that none is left in part.
  for (const secret of hidden.sort((a, b) => b.length - a.length)) shown = shown.replaceAll(secret, '***');
  return shown.replaceAll(/\+?\d{9,}/g, '***');
}
