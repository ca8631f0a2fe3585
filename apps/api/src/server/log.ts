import type { Settings } from '../settings.js';

type Level = 'error' | 'info' | 'debug';
const weights: Readonly<Record<Settings['logLevel'], number>> = { silent: 0, error: 1, info: 2, debug: 3 };

/** Values of a log line. Never personal data: no names, no arguments, no bodies. */
export type LogValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line per event on standard error. */
export interface Log {
  error(event: string, values?: LogValues, cause?: unknown): void;
  info(event: string, values?: LogValues): void;
  debug(event: string, values?: LogValues): void;
}

export function createLog(level: Settings['logLevel'], write: (line: string) => void = toStandardError): Log {
  const line = (at: Level, event: string, values: LogValues = {}, extra: LogValues = {}) => {
    if (weights[at] > weights[level]) return;
    write(JSON.stringify({ time: new Date().toISOString(), level: at, event, ...values, ...extra }));
  };
  return {
    error: (event, values, cause) => line('error', event, values, cause === undefined ? {} : causeOf(cause)),
    info: (event, values) => line('info', event, values),
    debug: (event, values) => line('debug', event, values),
  };
}

/**
 * What a log may say of an error. The messages of database errors quote values ("Duplicate entry
 * '138…'"), so that only their code is kept.
 */
function causeOf(cause: unknown): LogValues {
  if (!(cause instanceof Error)) return { cause: typeof cause };
  const { code, errno } = cause as { code?: unknown; errno?: unknown };
  const fromDriver = typeof errno === 'number' || 'sqlMessage' in cause;
  const stack = (cause.stack ?? '').split('\n').filter((text) => text.trim().startsWith('at '));
  return {
    cause: cause.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromDriver ? {} : { message: cause.message }),
    stack: stack.slice(0, 12).join('\n'),
  };
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
