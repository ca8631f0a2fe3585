import type { SelectedField } from './arguments.js';
import type { ReadContext } from './engine.js';
import type { SqlValue } from './runner.js';

/** What the parameters of one request are read from. */
export interface RunInput {
  readonly args: unknown;
  readonly selection: readonly SelectedField[];
  readonly context: ReadContext;
  /** Values of the order's keys where the page before ended. */
  readonly cursor: readonly (string | number | null)[];
}

/** Reads a parameter's value from the request when the statement is about to run. */
export type Bind = (run: RunInput) => SqlValue;

/** A piece of SQL with the values of its question marks, in their order. */
export interface Sql {
  readonly text: string;
  readonly binds: readonly Bind[];
}

export const yes: Sql = { text: '1=1', binds: [] };
export const no: Sql = { text: '1=0', binds: [] };

/**
 * Puts SQL together: pieces are inserted, functions become question marks, strings stand as they are
 * (names from the model, never from people).
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Bind | string | number)[]): Sql {
  let text = strings[0] ?? '';
  const binds: Bind[] = [];
  for (const [i, part] of parts.entries()) {
    if (typeof part === 'function') {
      text += '?';
      binds.push(part);
    } else if (typeof part === 'object') {
      text += part.text;
      for (const bind of part.binds) binds.push(bind);
    } else text += part;
    text += strings[i + 1] ?? '';
  }
  return { text, binds };
}

/** Text that has no parameters. */
export function raw(text: string): Sql {
  return { text, binds: [] };
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((p) => p.text).join(separator), binds: parts.flatMap((p) => p.binds) };
}

/** AND; true when there is nothing to meet. */
export function all(parts: readonly Sql[]): Sql {
  if (parts.includes(no)) return no;
  const kept = parts.filter((p) => p !== yes);
  if (kept.length === 0) return yes;
  return kept.length === 1 ? (kept[0] as Sql) : wrap(join(kept, ' AND '));
}

/** OR; false when there is nothing to choose from. */
export function any(parts: readonly Sql[]): Sql {
  if (parts.includes(yes)) return yes;
  const kept = parts.filter((p) => p !== no);
  if (kept.length === 0) return no;
  return kept.length === 1 ? (kept[0] as Sql) : wrap(join(kept, ' OR '));
}

function wrap(inner: Sql): Sql {
  return { text: `(${inner.text})`, binds: inner.binds };
}

/** A name from the model, quoted. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
