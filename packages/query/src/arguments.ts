import type { Direction } from './model.js';

/** A filter as people write it; its shape is checked against the model when it is compiled. */
export type Where = { readonly [key: string]: unknown };

/** One-field object, nested through to-one relations: `{ customer: { name: 'ASC' } }`. */
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
