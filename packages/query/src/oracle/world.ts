import { Decimal } from 'decimal.js';
import type { ReadField, ReadKind, ReadModel, ReadRelation } from '../model.js';
import type { Disclosure, KindPolicy, ReadGrant, ReadPolicy } from '../policy.js';
import { matches } from './filter.js';
import type { Value } from './values.js';

/** One record: its fields by name, and for each to-one relation that it holds the key of, the other's id. */
export type Row = { readonly id: string } & { readonly [name: string]: Value };

/** Everything that the tables hold, as plain objects, and the two text functions of the product. */
export interface World {
  readonly model: ReadModel;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Folds script and case, for `contains` and `startsWith`. */
  readonly fold: (text: string) => string;
  /** What a text with a sort column is sorted by. */
  readonly sortKey: (text: string) => string;
}

/** Forty digits: the product of two stored decimals is exact. */
const Exact = Decimal.clone({ precision: 40 });

const strength: Record<Disclosure, number> = { PLAIN: 2, MASKED: 1, DEIDENTIFIED: 0 };

/**
 * One actor's view of a world: which rows exist for him and what each shows. Without a policy it is
 * the view that policies themselves are written in, where every row exists.
 */
export class View {
  private readonly visibleRows = new Map<string, readonly Row[]>();
  private readonly visibleIds = new Map<string, ReadonlyMap<string, Row>>();
  private readonly unrestricted: View;

  constructor(
    readonly world: World,
    readonly policy: ReadPolicy | null,
    readonly now: Date,
    readonly zone: string,
  ) {
    this.unrestricted = policy ? new View(world, null, now, zone) : this;
  }

  kind(name: string): ReadKind {
    const found = this.world.model.kinds.get(name);
    if (!found) throw new Error(`no kind ${name}`);
    return found;
  }

  field(kind: ReadKind, name: string): ReadField {
    const found = kind.fields.get(name);
    if (!found) throw new Error(`no field ${kind.name}.${name}`);
    return found;
  }

  /** The rows of a kind that exist for the actor: (grant OR grant …) AND every restriction. */
  visible(kindName: string): readonly Row[] {
    const known = this.visibleRows.get(kindName);
    if (known) return known;
    const all = this.world.rows.get(kindName) ?? [];
    const rules = this.rules(kindName);
    const rows = rules
      ? all.filter(
          (row) => this.grantsOf(kindName, row).length > 0 && this.unrestrictedBy(rules, kindName, row),
        )
      : all;
    this.visibleRows.set(kindName, rows);
    return rows;
  }

  /** Rows that a counts-only right counts. */
  countable(kindName: string): readonly Row[] {
    const rules = this.rules(kindName);
    const counts = rules?.countsOnly;
    if (!rules || !counts) return this.visible(kindName);
    return (this.world.rows.get(kindName) ?? []).filter(
      (row) =>
        matches(this.unrestricted, this.kind(kindName), row, counts.where) &&
        this.unrestrictedBy(rules, kindName, row),
    );
  }

  private rules(kindName: string): KindPolicy | undefined {
    if (!this.policy) return undefined;
    return this.policy.kinds.get(kindName) ?? { grants: [], restrictions: [] };
  }

  private unrestrictedBy(rules: KindPolicy, kindName: string, row: Row): boolean {
    return rules.restrictions.every((where) => matches(this.unrestricted, this.kind(kindName), row, where));
  }

  /** The grants that reach a row. */
  grantsOf(kindName: string, row: Row): readonly ReadGrant[] {
    const grants = this.rules(kindName)?.grants ?? [];
    return grants.filter((grant) => matches(this.unrestricted, this.kind(kindName), row, grant.where));
  }

  private byId(kindName: string): ReadonlyMap<string, Row> {
    let ids = this.visibleIds.get(kindName);
    if (!ids) {
      ids = new Map(this.visible(kindName).map((row) => [row.id, row]));
      this.visibleIds.set(kindName, ids);
    }
    return ids;
  }

  /** The record of a to-one relation, null when there is none or the actor may not see it. */
  toOne(row: Row, relation: ReadRelation & { is: 'one' }): Row | null {
    if (relation.column !== undefined) {
      const id = row[relation.name];
      return id === null || id === undefined ? null : (this.byId(relation.target).get(String(id)) ?? null);
    }
    return this.pointingHere(relation.target, String(relation.foreignColumn), row)[0] ?? null;
  }

  /** The visible records of a to-many or through relation, each once. */
  toMany(row: Row, kind: ReadKind, relation: ReadRelation): readonly Row[] {
    if (relation.is === 'one') throw new Error(`${relation.name} is no list`);
    if (relation.is === 'many') return this.pointingHere(relation.target, relation.foreignColumn, row);
    let reached: { kind: ReadKind; rows: Row[] } = { kind, rows: [row] };
    for (const name of relation.path) reached = this.step(reached.kind, reached.rows, name);
    return [...new Map(reached.rows.map((r) => [r.id, r])).values()];
  }

  private step(kind: ReadKind, rows: readonly Row[], name: string): { kind: ReadKind; rows: Row[] } {
    const relation = kind.relations.get(name);
    if (!relation) throw new Error(`no relation ${kind.name}.${name}`);
    const next = rows.flatMap((row) => {
      if (relation.is !== 'one') return this.toMany(row, kind, relation);
      const one = this.toOne(row, relation);
      return one ? [one] : [];
    });
    return { kind: this.kind(relation.target), rows: next };
  }

  private pointingHere(target: string, foreignColumn: string, row: Row): readonly Row[] {
    const holder = [...this.kind(target).relations.values()].find(
      (r) => r.is === 'one' && r.column === foreignColumn,
    );
    if (!holder) throw new Error(`no relation of ${target} is stored in ${foreignColumn}`);
    return this.visible(target).filter((other) => other[holder.name] === row.id);
  }

  /** The stored or derived value, unmasked: what filters, sorts and sums work with. */
  value(row: Row, field: ReadField): Value {
    if (!field.derived) return row[field.name] ?? null;
    const [first, second] =
      field.derived.op === 'daysBetween'
        ? [field.derived.from, field.derived.to]
        : [field.derived.left, field.derived.right];
    const a = row[first];
    const b = row[second];
    if (a === null || a === undefined || b === null || b === undefined) return null;
    if (field.derived.op === 'times')
      return new Exact(String(a)).times(String(b)).toFixed(field.scale ?? 4, Decimal.ROUND_HALF_UP);
    const [left, right] = [Date.parse(String(a)), Date.parse(String(b))];
    if (field.derived.op === 'after') return left > right;
    const days = (right - left) / 86_400_000;
    const { less } = field.derived;
    return less === undefined ? days : Math.max(0, days - Number(row[less] ?? 0) / 86_400);
  }

  /**
   * What the actor is shown of a field of a visible row: the most open of the grants that reach the
   * row and do not hide the field decides.
   */
  shown(kind: ReadKind, row: Row, field: ReadField): Value {
    const value = this.value(row, field);
    if (!this.policy) return value;
    const showing = this.grantsOf(kind.name, row).filter((grant) => !hides(grant, field));
    if (showing.length === 0) return null;
    if (value === null) return null;
    const open = Math.max(...showing.map((grant) => strength[grant.disclosure]));
    if (!this.isMasked(row, field, open)) return value;
    return field.mask ? field.mask(String(value)) : value;
  }

  private isMasked(row: Row, field: ReadField, open: number): boolean {
    if (field.protectedWhen && row[field.protectedWhen.field] !== field.protectedWhen.equals) return false;
    if (field.protection === 'identifier') return open < strength.PLAIN;
    if (field.protection === 'name') return open < strength.MASKED;
    return false;
  }
}

/** Whether a grant does not show a field: by its name, or because it is computed from one that is hidden. */
export function hides(grant: ReadGrant, field: ReadField): boolean {
  return [field.name, ...sourcesOf(field)].some((name) => grant.hidden?.has(name));
}

function sourcesOf(field: ReadField): string[] {
  if (!field.derived) return [];
  return field.derived.op === 'daysBetween'
    ? [field.derived.from, field.derived.to, ...(field.derived.less ? [field.derived.less] : [])]
    : [field.derived.left, field.derived.right];
}
