import type { AggregateArguments, PageArguments, SelectedField } from './arguments.js';
import type { ReadPolicy } from './policy.js';

/** One request's circumstances. */
export interface ReadContext {
  readonly policy: ReadPolicy;
  /** Who asks; cursors serve nobody else. */
  readonly actor?: string;
  /** The instant that `inLast` and ages refer to; never taken from the database. */
  readonly now: Date;
  /** The organisation's time zone (IANA). */
  readonly zone: string;
  /** Read from the primary (just after a write) rather than from a replica. */
  readonly primary?: boolean;
  readonly requestId?: string;
  /** Collects statements, times and rows for `x-kehu-explain`; values stay out. */
  readonly explain?: Explanation;
}

export interface Explanation {
  readonly statements: { sql: string; milliseconds: number; rows: number }[];
  cost: number;
}

/**
 * A record in the answer. Plain fields and to-one relations stand under their field name (all
 * aliases of one field share the value; the selections of a relation are merged). Fields with
 * arguments (lists, list aggregates, `previous`, `measure(name:)`, `percentile(p:)`, `key.x(by:)`)
 * stand under `@` + answer key, so that two aliases can carry different arguments.
 */
export type Answer = { [key: string]: unknown };

/** `items` only when selected; `totalCount` under `@` + answer key, since it has an argument. */
export interface PageAnswer {
  items: Answer[];
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
  [counted: `@${string}`]: number;
}

/**
 * The one way to read. Every method applies row and column policy at the root, in nested lists,
 * relation filters, counts, aggregates and sorts. Throws `ReadError` before the database is asked
 * when the request is forbidden, malformed or too expensive.
 */
export interface ReadEngine {
  one(
    kind: string,
    id: string,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<Answer | null>;
  /** `selection` is that of the page type: `items { … } totalCount pageInfo { … }`. */
  page(
    kind: string,
    args: PageArguments,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<PageAnswer>;
  aggregate(
    kind: string,
    args: AggregateArguments,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): Promise<Answer[]>;
  /** The same rows as `page` without limit, in order, without keeping them; for exports. */
  stream(
    kind: string,
    args: Pick<PageArguments, 'where' | 'orderBy'>,
    selection: readonly SelectedField[],
    context: ReadContext,
  ): AsyncIterable<Answer>;
}
