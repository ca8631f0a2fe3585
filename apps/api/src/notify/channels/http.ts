import { ChannelError } from './channel.js';

/** Longest wait for the other side. */
const timeoutMs = 8000;
/** Longest answer that is read. */
const mostBytes = 64 * 1024;

export interface Asked {
  readonly status: number;
  readonly text: string;
  /** The answer as an object; empty where it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Id of the message, as a header that the other side may tell a repetition by. */
  readonly id?: string;
}

/**
 * Asks the other side. No redirect is followed, since addresses carry secrets. Throws `ChannelError` when nobody
 * answers; the address, which may be a secret, never stands in it.
 */
export async function ask(url: string, { method = 'POST', headers, body, id }: Asking = {}): Promise<Asked> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(id ? { 'x-kehu-message-id': id, 'idempotency-key': id } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ChannelError(`no answer (${causeOf(error)})`);
  }
  const text = await read(response);
  return { status: response.status, text, json: asObject(text) };
}

async function read(response: Response): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.length > mostBytes) break;
    }
  } catch (error) {
    throw new ChannelError(`the answer broke off (${causeOf(error)})`);
  }
  return text;
}

function asObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text);
    return found !== null && typeof found === 'object' ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function causeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'time is up';
  return typeof cause?.code === 'string' ? cause.code : 'connection failed';
}

/** Throws unless the answer is of status 200 and its code is 0. */
export function requireCode({ status, json }: Asked, code: 'errcode' | 'code', text: 'errmsg' | 'msg'): void {
  if (status !== 200) throw new ChannelError(`HTTP ${status}${saying(json[text])}`);
  if (Number(json[code] ?? Number.NaN) !== 0)
    throw new ChannelError(`${code} ${String(json[code] ?? '–')}${saying(json[text])}`);
}

const saying = (text: unknown): string => (typeof text === 'string' && text ? `: ${text.slice(0, 200)}` : '');
