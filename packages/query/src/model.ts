/**
 * What the read engine knows of the data: kinds of records, their fields, their relations. It is
 * made from the catalogue by the API; the engine itself knows no department.
 */
export interface ReadModel {
  readonly kinds: ReadonlyMap<string, ReadKind>;
}

export interface ReadKind {
  readonly name: string;
  readonly plural: string;
  readonly table: string;
  /** By GraphQL name; `id` is among them. */
  readonly fields: ReadonlyMap<string, ReadField>;
  readonly relations: ReadonlyMap<string, ReadRelation>;
  readonly defaultOrder: readonly { readonly field: string; readonly direction: Direction }[];
}

export type Direction = 'ASC' | 'DESC';

export type ReadFieldType =
  | 'id'
  | 'text'
  | 'enum'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'double'
  | 'dateTime'
  | 'date'
  | 'month'
  | 'json';

export interface ReadField {
  readonly name: string;
  readonly type: ReadFieldType;
  readonly nullable: boolean;
  /** The SQL column; absent for derived and encrypted fields. */
  readonly column?: string;
  /** Computed from other fields of the row. */
  readonly derived?: /** Less the seconds of a further field, where one is named; then never below 0. */
    | { readonly op: 'daysBetween'; readonly from: string; readonly to: string; readonly less?: string }
    | { readonly op: 'after'; readonly left: string; readonly right: string }
    /** Rounded half-up to `scale`. */
    | { readonly op: 'times'; readonly left: string; readonly right: string };
  /** Column with the text folded by script and case, for `contains` and `startsWith`. */
  readonly foldedColumn?: string;
  /** Column that orderBy uses instead (pinyin). */
  readonly sortColumn?: string;
  /** Three columns instead of one: what is stored, what is searched (keyed hash), what a masked reader gets. */
  readonly encrypted?: { readonly cipher: string; readonly hash: string; readonly mask: string };
  readonly protection: 'plain' | 'name' | 'identifier' | 'secret';
  /** With `name`: protection holds only where this field of the row has this value. */
  readonly protectedWhen?: { readonly field: string; readonly equals: string };
  /** Masks a value of a protected field that is not encrypted. */
  readonly mask?: (value: string) => string;
  /** Decimal digits behind the point, as sent. */
  readonly scale?: number;
  /** Enum codes in their declared order. */
  readonly codes?: readonly string[];
}

export type ReadRelation =
  /** The key lies on this side (`column`) or, one-to-one, on the other (`foreignColumn`). */
  | {
      readonly is: 'one';
      readonly name: string;
      readonly target: string;
      readonly column?: string;
      readonly foreignColumn?: string;
    }
  /** Children that point here. */
  | { readonly is: 'many'; readonly name: string; readonly target: string; readonly foreignColumn: string }
  /** A chain of relations as one list: `orderLines` = `orders` → `lines`. Every row once. */
  | {
      readonly is: 'through';
      readonly name: string;
      readonly target: string;
      readonly path: readonly string[];
    };
