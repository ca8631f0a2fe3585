import type { Actor } from '@kehu/domain/access/actor';
import type { Action, Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';

/** All rows, in the language that filters are written in. */
export const everything: Where = { and: [] };
/** No row. */
export const nothing: Where = { or: [] };

/** The rows of a kind that a scope reaches for an actor, by what may be done to them. */
export type ScopeFilter = (scope: Scope, actor: Actor, action: Action) => Where;

/** What the scopes of the permission matrices mean for one kind of record; kept in its department's `policy.ts`. */
export interface KindRules {
  readonly kind: string;
  /** Left out for parts: their rows follow the whole's (`partOf` in the catalogue). */
  readonly scopes?: ScopeFilter;
  /** Rows that stay closed to the actor whatever his rights (conflict of interest): what each of these does not hold for. */
  readonly restrictions?: (actor: Actor) => readonly Where[];
  /** Fields that also need a READ of another subject: `annualSales` → `businessSecret`. */
  readonly fieldSubjects?: Readonly<Record<string, string>>;
  /** Rights under other subjects that open rows of this kind as well, each with the rows it is about. */
  readonly alsoUnder?: readonly AlsoUnder[];
  /** Rights under other subjects that show identifiers plainly in some of the rows that the actor sees anyway. */
  readonly plainUnder?: readonly AlsoUnder[];
  /** What a right to count may group and filter by, as paths, and in which buckets of time. */
  readonly countable?: { readonly fields: readonly string[]; readonly buckets: readonly string[] };
}

export interface AlsoUnder {
  readonly subject: string;
  /** Of the rows in the right's scope only these. */
  readonly where: Where;
  /** Fields that this right does not show although the kind's own right may. */
  readonly hidden?: readonly string[];
}

/** Records that point to a person by `path` (`owner`, `staff`), reached through that person's place in the house. */
export function throughStaff(path: string): ScopeFilter {
  return (scope, actor) => {
    const person = (where: Where): Where => ({ [path]: where });
    switch (scope) {
      case 'ALL':
        return everything;
      case 'OWN':
        return person({ id: { eq: actor.staffId } });
      case 'TEAM':
        return person({ id: { in: actor.teamIds } });
      case 'STORE':
        return actor.storeId === null ? nothing : person({ department: { id: { eq: actor.storeId } } });
      case 'DEPARTMENT':
        return person({ department: { id: { in: actor.departmentIds } } });
      case 'REGION':
        return person(inRegions(actor));
      case 'ASSIGNED':
        return nothing;
    }
  };
}

/** A person or department of the actor's regions: by its own region. */
export function inRegions(actor: Actor): Where {
  return { region: { id: { in: actor.regionIds } } };
}

/** For what is the whole house's: only a right to all of it reaches anything. */
export const wholeHouse: ScopeFilter = (scope) => (scope === 'ALL' ? everything : nothing);
