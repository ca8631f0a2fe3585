import type { ReadCodec } from './codec.js';
import { ReadError, type ReadProblem } from './errors.js';
import { impliedRows } from './implied-rows.js';
import type { ReadField, ReadKind, ReadModel, ReadRelation } from './model.js';
import type { Compiling, Place } from './place.js';
import type { KindPolicy, ReadPolicy } from './policy.js';
import { badInput } from './problems.js';
import type { Sql } from './sql.js';

/** What stays the same for the life of an engine. */
export interface EngineParts {
  readonly model: ReadModel;
  readonly codec: ReadCodec;
  /** Folds script and case, as the folded columns were written. */
  readonly fold: (text: string) => string;
}

/** How row policies become SQL; handed in, since they are written in the language that the compilation compiles. */
export interface RowPolicies {
  everyRow(c: Compilation, kind: string): boolean;
  condition(c: Compilation, place: Place): Sql;
}

const nothing: KindPolicy = { grants: [], restrictions: [] };

/**
 * One compilation: of a request into statements. Collects everything that is forbidden, so that one
 * refusal names it all, and counts the conditions that people wrote.
 */
export class Compilation implements Compiling {
  conditions = 0;
  private readonly implied: ReadonlySet<string>;
  private aliases = 0;
  private readonly refused = new Map<string, ReadProblem>();

  constructor(
    readonly parts: EngineParts,
    readonly policy: ReadPolicy,
    readonly zone: string,
    readonly now: Date,
    private readonly rows: RowPolicies,
  ) {
    this.implied = impliedRows(parts.model, policy);
  }

  isImplied(kind: ReadKind, relation: ReadRelation): boolean {
    return this.implied.has(`${kind.name}.${relation.name}`);
  }

  /** The grants of a kind, by index, that together reach what all of them reach. */
  reachingGrants(kind: string): number[] {
    const indexes = [...this.kindPolicy(kind).grants.keys()];
    return indexes.filter((i) => !this.implied.has(`${kind}#${i}`));
  }

  everyRow(kind: string): boolean {
    return this.rows.everyRow(this, kind);
  }

  rowCondition(place: Place): Sql {
    return this.rows.condition(this, place);
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  kind(name: string): ReadKind {
    const found = this.parts.model.kinds.get(name);
    if (!found) throw new Error(`The read model has no kind ${name}.`);
    return found;
  }

  kindPolicy(name: string): KindPolicy {
    return this.policy.kinds.get(name) ?? nothing;
  }

  field(kind: ReadKind, name: string): ReadField {
    const found = kind.fields.get(name);
    if (!found) throw new Error(`The read model has no field ${kind.name}.${name}.`);
    return found;
  }

  /** A to-one relation by name, or undefined. */
  one(kind: ReadKind, name: string): (ReadRelation & { is: 'one' }) | undefined {
    const relation = kind.relations.get(name);
    return relation?.is === 'one' ? relation : undefined;
  }

  /** The kind must have a grant; otherwise the whole request is refused in the end. */
  requireKind(name: string, path: string): void {
    if (this.kindPolicy(name).grants.length === 0) this.refuse('kindForbidden', name, path);
  }

  /** Compiles again what was counted before: people wrote its conditions once. */
  again<Made>(make: () => Made): Made {
    const counted = this.conditions;
    try {
      return make();
    } finally {
      this.conditions = counted;
    }
  }

  refuse(message: string, name: string, path: string): void {
    this.refused.set(`${message} ${name}`, { message: `read.${message}`, values: { name }, path });
  }

  /** Throws FORBIDDEN with all names when anything was refused, BAD_USER_INPUT when there are too many conditions. */
  finish(): void {
    if (this.refused.size > 0) throw new ReadError('FORBIDDEN', [...this.refused.values()]);
    const { conditions } = this.policy.limits;
    if (this.conditions > conditions) {
      throw badInput('tooManyConditions', 'where', { count: this.conditions, limit: conditions });
    }
  }
}
