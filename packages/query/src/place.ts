import type { ReadKind, ReadRelation } from './model.js';
import { tooExpensive } from './problems.js';
import { join, quoted, raw, type Sql, sql } from './sql.js';

/** Who looks: a reader sees what his policy shows, a policy itself sees everything. */
export type Access = 'reader' | 'policy';

type ToOne = ReadRelation & { is: 'one' };

/** What a FROM clause needs of the compilation that it is part of. */
export interface Compiling {
  alias(): string;
  kind(name: string): ReadKind;
  /** Whether every row of the kind is visible, whatever stands in it. */
  everyRow(kind: string): boolean;
  /** Whether the relation leads from a visible record to visible records only. */
  isImplied(kind: ReadKind, relation: ReadRelation): boolean;
  /** The row policy of the place's kind. */
  rowCondition(place: Place): Sql;
}

/** MariaDB and MySQL join 61 tables in one statement; row policies may need some of them. */
const mostJoins = 50;

/** One FROM clause: a table and the to-one relations that were asked for. */
export class From {
  private readonly joined: (() => Sql)[] = [];
  private readonly places = new Map<string, Place>();

  constructor(
    readonly compilation: Compiling,
    readonly base: Sql,
  ) {}

  /** The rows of a kind under a new alias. */
  static of(compilation: Compiling, kind: ReadKind, access: Access): Place {
    const alias = compilation.alias();
    const from = new From(compilation, raw(`${quoted(kind.table)} ${alias}`));
    return new Place(kind, alias, from, access, false);
  }

  add(piece: () => Sql): void {
    this.joined.push(piece);
  }

  /** The place that a relation leads to from a place; the same question gets the same join. */
  one(place: Place, relation: ToOne): Place {
    const open =
      place.access === 'policy' ||
      this.compilation.everyRow(relation.target) ||
      this.compilation.isImplied(place.kind, relation);
    const key = `${place.alias}.${relation.name} ${open ? 'all' : place.access}`;
    const known = this.places.get(key);
    // One join may serve a policy and a reader, but whoever looks keeps his own rights.
    if (known) return known.seenWith(place.access);
    const kind = this.compilation.kind(relation.target);
    const { column, foreignColumn } = relation;
    const made = new Place(kind, this.compilation.alias(), this, place.access, true, {
      open,
      key: column === undefined ? null : () => place.column(column),
      meets: (alias) =>
        column === undefined
          ? `${alias}.${quoted(foreignColumn ?? '')} = ${place.id}`
          : `${alias}.\`id\` = ${place.column(column)}`,
    });
    this.places.set(key, made);
    return made;
  }

  /** The visible record that a column of the clause holds the id of. */
  byId(kind: ReadKind, id: string): Place {
    return new Place(kind, this.compilation.alias(), this, 'reader', true, {
      open: this.compilation.everyRow(kind.name),
      key: null,
      meets: (alias) => `${alias}.\`id\` = ${id}`,
    });
  }

  /** The whole clause, once everything has been asked for. */
  sql(): Sql {
    return join([this.base, this.joins()], '');
  }

  /** The joins alone, each with a space before it. */
  joins(): Sql {
    if (this.joined.length > mostJoins) {
      throw tooExpensive('tooManyJoins', {
        part: this.base.text,
        cost: this.joined.length,
        limit: mostJoins,
      });
    }
    return join(
      this.joined.map((piece) => sql` ${piece()}`),
      '',
    );
  }
}

interface Attachment {
  /** Every record of the kind is visible: the key stands for the record. */
  readonly open: boolean;
  /** The key as it stands where the relation is declared, when it does. */
  readonly key: (() => string) | null;
  /** The condition that finds the record, by its alias. */
  readonly meets: (alias: string) => string;
}

/**
 * A record in a FROM clause. A related record is joined only when more than its id is read; one that
 * is absent, or that the reader may not see, is a row of nulls.
 */
export class Place {
  private joined = false;

  constructor(
    readonly kind: ReadKind,
    readonly alias: string,
    readonly from: From,
    readonly access: Access,
    /** May be absent, so that every column may be null. */
    readonly optional: boolean,
    /** How it is reached: by a join of its own, or it is another view of the same record. */
    private readonly attachment?: Attachment | Place,
  ) {}

  one(relation: ToOne): Place {
    return this.from.one(this, relation);
  }

  /** The same record as a policy looks at it. */
  forPolicy(): Place {
    return this.seenWith('policy');
  }

  /** The same record, looked at by a reader or by a policy. */
  seenWith(access: Access): Place {
    return access === this.access
      ? this
      : new Place(this.kind, this.alias, this.from, access, this.optional, this);
  }

  /** A column of the record, quoted and with its alias. */
  column(name: string): string {
    const { attachment } = this;
    if (attachment instanceof Place) return attachment.column(name);
    if (attachment?.open && attachment.key && name === 'id') return attachment.key();
    this.join();
    return `${this.alias}.${quoted(name)}`;
  }

  get id(): string {
    return this.column('id');
  }

  private join(): void {
    const { attachment } = this;
    if (!attachment || attachment instanceof Place || this.joined) return;
    this.joined = true;
    const { open } = attachment;
    const meets = attachment.meets(this.alias);
    const table = raw(`${quoted(this.kind.table)} ${this.alias}`);
    if (open) {
      this.from.add(() => sql`LEFT JOIN ${table} ON ${meets}`);
      return;
    }
    // The joins that the row policy itself needs stand inside the brackets with the table.
    const inside = new From(this.from.compilation, table);
    const condition = this.from.compilation.rowCondition(
      new Place(this.kind, this.alias, inside, 'policy', false),
    );
    this.from.add(() => {
      const tables = inside.sql();
      const grouped = tables.text === table.text ? tables : sql`(${tables})`;
      return sql`LEFT JOIN ${grouped} ON ${meets} AND ${condition}`;
    });
  }
}
