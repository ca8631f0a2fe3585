import type { DateFormat } from '../convert/dates.js';
import type { Formula } from '../convert/formula.js';
import type { NumberStyle } from '../convert/fraction.js';

/** Texts of a profile for people, by language; `en` at least. */
export type ProfileText = Readonly<Record<string, string>>;

/** A profile: what a file's columns mean. Read from YAML by `readProfile`; documented in docs/importing.md. */
export interface Profile {
  /** Goes into `source` of every record: with the key it says whether a record is known. */
  readonly name: string;
  readonly label: ProfileText;
  readonly note: ProfileText;
  /** Zone of times without an offset; null: the organisation's. */
  readonly zone: string | null;
  readonly numbers: NumberStyle;
  readonly formats: readonly DateFormat[];
  /** Texts that mean "nothing", beside the empty cell. */
  readonly empty: ReadonlySet<string>;
  /** The file is a CSV export of this product: its guards against formulas are taken off again. */
  readonly guarded: boolean;
  readonly options: ReadonlyMap<string, ProfileOption>;
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly records: readonly RecordSpec[];
  readonly derived: readonly DerivedSpec[];
}

export interface ProfileOption {
  readonly name: string;
  readonly label: ProfileText;
}

/** One file, or one sheet of a workbook. It is recognised by its columns. */
export interface TableSpec {
  readonly name: string;
  readonly optional: boolean;
  /** Columns that it must have: all that the profile reads from it. */
  readonly columns: ReadonlySet<string>;
  /** Only rows whose column has one of these values. */
  readonly only: ReadonlyMap<string, ReadonlySet<string>>;
  readonly extraCells: ExtraCells;
  /** Rows of an example file, by column: what `--template` writes. */
  readonly example: readonly ReadonlyMap<string, string>[];
  /** Held in memory and looked into from rows of other tables; no records of its own. */
  readonly lookedInto: boolean;
}

/** What is done with a row that has more cells than the header, since a delimiter in it was not quoted. */
export interface ExtraCells {
  /** `report`: a bad row. `keep`: taken as it stands, cells beyond the header left out. */
  readonly otherwise: 'report' | 'keep';
  /** Puts the extra cells back into the column; the first rule whose pattern fits the cell after the column. */
  readonly mend: readonly { readonly column: string; readonly next: RegExp | null }[];
  /** Mend only with this option set to true; null: always. */
  readonly option: string | null;
}

/** Records of one kind made from the rows of one table: one per key, however many rows carry it. */
export interface RecordSpec {
  readonly kind: string;
  readonly table: string;
  readonly key: readonly ValueSpec[];
  /** Only from rows where these columns are filled. */
  readonly when: readonly string[];
  /** Compared and written each time. */
  readonly fields: ReadonlyMap<string, FieldSpec>;
  /** Written only when the record is new; people may change them here afterwards. */
  readonly initial: ReadonlyMap<string, FieldSpec>;
  readonly line: number;
}

export type FieldSpec = ValueSpec | RelationSpec;

export type ValueSpec =
  | {
      readonly is: 'column';
      readonly column: string;
      /** From the row of another table instead of this one. */
      readonly from: TableLink | null;
      readonly map: ReadonlyMap<string, string> | null;
      readonly formats: readonly DateFormat[] | null;
      readonly otherwise: string | null;
    }
  | { readonly is: 'fixed'; readonly text: string }
  | { readonly is: 'template'; readonly parts: readonly (string | { readonly column: string })[] }
  | { readonly is: 'formula'; readonly formula: Formula }
  /** True when the other table has a row with this key. */
  | { readonly is: 'exists'; readonly link: TableLink };

/** How a row finds its row in another table. */
export interface TableLink {
  readonly table: string;
  readonly pairs: readonly { readonly here: string; readonly there: string }[];
}

export type RelationSpec =
  /** A record of this profile, by its key. */
  | { readonly is: 'ref'; readonly kind: string; readonly key: readonly ValueSpec[] }
  /** Any record of the organisation, by the value of a field. */
  | {
      readonly is: 'find';
      readonly kind: string;
      readonly by: string;
      readonly value: ValueSpec;
      readonly missing: 'error' | 'empty' | 'create';
      /** With `create`: the fields of the new record. */
      readonly create: ReadonlyMap<string, FieldSpec>;
    };

/** A field computed in the database from the children that are there after the import. */
export interface DerivedSpec {
  readonly kind: string;
  readonly of: string;
  /** The children's relation that leads to the record. */
  readonly by: string;
  readonly set: ReadonlyMap<string, DerivedRule>;
  readonly line: number;
}
export type DerivedRule =
  | { readonly is: 'sum'; readonly field: string }
  | { readonly is: 'latest'; readonly field: string; readonly order: string };

export function isRelation(spec: FieldSpec): spec is RelationSpec {
  return spec.is === 'ref' || spec.is === 'find';
}
