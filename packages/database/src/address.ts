import type { PoolOptions } from 'mysql2';
import { serverTexts } from '../server-texts.mjs';

/** What a `DATABASE_URL` may say; anything else in it is refused, so that a slip is noticed. */
const PARAMETERS = new Set(['socketPath', 'ssl']);

/**
 * Reads `mysql://user:password@host:port/database`, with `?socketPath=…` for a Unix socket and
 * `?ssl=verify|require|off`. Throws an Error that says what is wrong and never repeats the
 * password.
 */
export function parseAddress(url: string): PoolOptions & { readonly database: string } {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new Error(
      'The database URL cannot be read; it should look like mysql://user:password@host:3306/kehu',
    );
  }
  if (!['mysql:', 'mariadb:'].includes(parsed.protocol)) {
    throw new Error(serverTexts().badProtocol(parsed.protocol));
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (!database) throw new Error(serverTexts().noDatabase);
  for (const name of parsed.searchParams.keys()) {
    if (!PARAMETERS.has(name)) throw new Error(serverTexts().unknownParameter(name));
  }
  const socketPath = parsed.searchParams.get('socketPath');
  return {
    ...(socketPath
      ? { socketPath }
      : { host: parsed.hostname.replace(/^\[|\]$/g, ''), port: Number(parsed.port || 3306) }),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    ...encryption(parsed.searchParams.get('ssl')),
  };
}

function encryption(mode: string | null): PoolOptions {
  if (mode === null || mode === 'off') return {};
  if (mode === 'require') return { ssl: { rejectUnauthorized: false } };
  if (mode === 'verify') return { ssl: { rejectUnauthorized: true } };
  throw new Error(serverTexts().badSsl);
}

/** The same address with another database; for tests and for the operator's tool. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.toString();
}

/** The address without its password, fit for logs and messages. */
export function describeAddress(url: string): string {
  const { host, port, socketPath, user, database } = parseAddress(url);
  return `${database} as ${user} on ${socketPath ?? `${host}:${port}`}`;
}
