import type { RowFilter } from '@kehu/domain/kpi/kpi';
import type { Where } from '@kehu/query/arguments';
import type { ReadContext, ReadEngine } from '@kehu/query/engine';
import { type Chosen, chosen, type WithArguments } from '../../../../graphql/select.js';

/** A figure's question about the rows of a kind. */
export interface RowsQuestion {
  readonly kind: string;
  readonly where: RowFilter;
  readonly measures: readonly { readonly name: string; readonly count: RowFilter }[];
  readonly groupBy: readonly object[];
  readonly selection: Chosen;
}

export type RowsAnswer = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly question: RowsQuestion;
  readonly resolve: (rows: RowsAnswer[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts the questions of several figures about the same rows into one statement: what is asked in one turn
 * of the event loop is gathered, then asked one statement after the other, so that a page of figures takes
 * one connection. A question fails with the `ReadError` of its own statement alone.
 */
export class Gathering {
  readonly #engine: ReadEngine;
  readonly #context: ReadContext;
  #waiting: Waiting[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(engine: ReadEngine, context: ReadContext) {
    this.#engine = engine;
    this.#context = context;
  }

  ask(question: RowsQuestion): Promise<RowsAnswer[]> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#send());
      this.#waiting.push({ question, resolve, reject });
    });
  }

  #send(): void {
    const groups = new Map<string, Waiting[]>();
    for (const each of this.#waiting) {
      const { kind, where, groupBy } = each.question;
      const key = JSON.stringify([kind, where, groupBy]);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    this.#waiting = [];
    for (const group of groups.values()) this.#last = this.#last.then(() => this.#answer(group));
  }

  async #answer(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    const { kind, where, groupBy } = first.question;
    const measures = group.flatMap(({ question }, no) =>
      question.measures.map((measure) => ({ ...measure, name: ownName(no, measure.name) })),
    );
    let selection: Chosen = {};
    for (const [no, { question }] of group.entries())
      selection = merged(selection, ownSelection(no, question.selection));
    try {
      const rows = await this.#engine.aggregate(
        kind,
        { where: where as Where, measures: measures as never, groupBy: groupBy as never },
        chosen(selection),
        this.#context,
      );
      for (const [no, { resolve }] of group.entries()) resolve(rows.map((row) => ownAnswer(no, row)));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

const ownName = (no: number, name: string): string => `f${no}${name}`;

/** What has arguments gets a name of its own for each question; the rest is the same for all. */
function ownSelection(no: number, selection: Chosen): Chosen {
  return Object.fromEntries(
    Object.entries(selection).map(([key, inner]) => {
      if (!hasArguments(inner)) return [key, inner];
      const { name } = inner.arguments;
      const own =
        typeof name === 'string' ? { ...inner.arguments, name: ownName(no, name) } : inner.arguments;
      return [ownName(no, key), { ...inner, arguments: own }];
    }),
  );
}

/** The row as the question's own names have it; answers to what has arguments stand under `@` and the name. */
function ownAnswer(no: number, row: RowsAnswer): RowsAnswer {
  const mark = `@f${no}`;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.startsWith(mark) && !/^\d/.test(name.slice(mark.length)) ? `@${name.slice(mark.length)}` : name,
      value,
    ]),
  );
}

function merged(a: Chosen, b: Chosen): Chosen {
  const both: Record<string, Chosen[string]> = { ...a };
  for (const [name, inner] of Object.entries(b)) {
    const known = both[name];
    both[name] = isPlain(known) && isPlain(inner) ? merged(known, inner) : inner;
  }
  return both;
}

function isPlain(inner: Chosen[string] | undefined): inner is Chosen {
  return inner !== undefined && inner !== true && !hasArguments(inner);
}

function hasArguments(inner: Chosen[string]): inner is WithArguments {
  return inner !== true && typeof inner.name === 'string';
}
