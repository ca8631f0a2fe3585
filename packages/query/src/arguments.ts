import type { Direction } from './model.js';

/**
 * A filter as people write it; its shape is checked against the model when it is compiled.
 *
 * A related record that is absent, or that the reader may not see, is one whose fields are all null
 * and that has no children: `owner: { id: { isNull: true } }` finds rows without an owner, and
 * `region: { code: { ne: 'EAST' } }` is the exact complement of `eq`, rows without a region included.
 * Nothing in a nested object (`customer: {}`, `not: {}`, an element of `and` or `or`) is
 * BAD_USER_INPUT; nothing at the root of a list's filter (`where: {}`, `some: {}`) is all rows.
 * `inLast: { months: n }` is the current calendar month and the n − 1 before it.
 */
export type Where = { readonly [key: string]: unknown };

/**
 * One-field object, nested through to-one relations: `{ customer: { name: 'ASC' } }`, or children as
 * numbers: `{ ordersAggregate: { where: {…}, sum: { total: 'DESC' } } }`. A text with a sort column is
 * sorted by it, an enum by the declared order of its codes.
 */
export type OrderBy = { readonly [key: string]: unknown };

export interface PageArguments {
  readonly where?: Where | null;
  readonly orderBy?: readonly OrderBy[] | null;
  readonly limit?: number | null;
  readonly offset?: number | null;
  readonly after?: string | null;
}

export interface AggregateArguments {
  readonly where?: Where | null;
  readonly groupBy?: readonly { readonly [key: string]: unknown }[] | null;
  readonly measures?: readonly Measure[] | null;
  readonly having?: Where | null;
  readonly orderBy?: readonly { readonly [key: string]: unknown }[] | null;
  readonly topPerGroup?: {
    readonly by?: readonly { readonly [key: string]: unknown }[];
    readonly limit?: number;
    readonly orderBy?: readonly { readonly [key: string]: unknown }[];
  } | null;
  readonly compareTo?: 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR' | null;
  readonly limit?: number | null;
}

/** A named number; exactly one of the kinds of content is given, `where` belongs to `sum` and `avg`. */
export interface Measure {
  readonly name: string;
  readonly count?: Where | null;
  readonly sum?: { readonly [key: string]: unknown } | null;
  readonly avg?: { readonly [key: string]: unknown } | null;
  readonly where?: Where | null;
  readonly ratio?: { readonly of: string; readonly to: string } | null;
  readonly difference?: { readonly of: string; readonly minus: string } | null;
  /** A measure (or `count`) of the same group in the period compared to; null where there is no such group. */
  readonly previous?: string | null;
}

/** What of a record is asked for: the GraphQL selection, fragments and directives resolved. */
export interface SelectedField {
  /** Field name in the schema. */
  readonly name: string;
  /** Key in the answer: alias or name. */
  readonly key: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Empty for leaves. */
  readonly selection: readonly SelectedField[];
}

export type { Direction };
