import type { Where } from './arguments.js';

/**
 * How much of a row a grant shows: all; identifiers masked; identifiers and personal names masked.
 * The best of the grants that match a row decides, row by row.
 */
export type Disclosure = 'PLAIN' | 'MASKED' | 'DEIDENTIFIED';

/** One reason why an actor sees rows of a kind. */
export interface ReadGrant {
  /** Names the permission in `explainAccess`. */
  readonly id: string;
  /** Which rows; `and: []` is all of them. Written in the language that users filter with. */
  readonly where: Where;
  readonly disclosure: Disclosure;
  /** Fields of the kind that this grant does not show at all. */
  readonly hidden?: ReadonlySet<string>;
}

/** Groups over rows that may not be opened (dossier B3, "R counts"). */
export interface CountsOnly {
  readonly where: Where;
  /** Groups with fewer rows are folded into one, which is never smaller than this itself. */
  readonly smallestGroup: number;
  /** What may be grouped and filtered by: `{ store: ['id', 'code', 'name'], purpose: true, arrivedAt: ['MONTH'] }`, as paths. */
  readonly fields: readonly string[];
  /** Coarsest unit of time fields among them: only these buckets. */
  readonly buckets: readonly string[];
}

export interface KindPolicy {
  /** OR of these; none at all (and no counts): FORBIDDEN, also for counts and nested paths. */
  readonly grants: readonly ReadGrant[];
  /** AND of these; they win over every grant (conflict of interest, secrecy). */
  readonly restrictions: readonly Where[];
  readonly countsOnly?: CountsOnly;
}

/** What an actor may read, kind by kind; a kind that is absent is FORBIDDEN. */
export interface ReadPolicy {
  /** Part of cursors and cache keys: two actors with the same key may share compiled queries, not values. */
  readonly key: string;
  readonly kinds: ReadonlyMap<string, KindPolicy>;
  readonly limits: ReadLimits;
}

/** Limits of one role; see docs on the GraphQL contract. */
export interface ReadLimits {
  readonly pageSize: number;
  readonly inList: number;
  readonly conditions: number;
  readonly cost: number;
  readonly statements: number;
  readonly statementSeconds: number;
  /** Children of one parent that a nested list without `limit` may return. */
  readonly children: number;
  /** Records of one answer in all, nested ones included; without it there is no such limit. */
  readonly rows?: number;
}
