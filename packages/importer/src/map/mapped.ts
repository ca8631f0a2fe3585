import type { Problem } from '../problem.js';
import type { RecordSpec } from '../profile/profile.js';
import type { FieldValue } from '../profile/target.js';

/** A record as a row describes it, with relations still as keys. */
export interface MappedRecord {
  readonly spec: RecordSpec;
  readonly specNo: number;
  readonly key: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Only for a new record. */
  readonly initial: Readonly<Record<string, FieldValue>>;
  readonly relations: readonly MappedRelation[];
}

export type MappedRelation = { readonly field: string; readonly initial: boolean } & (
  | { readonly is: 'none' }
  | { readonly is: 'ref'; readonly kind: string; readonly key: string; readonly column: string | null }
  | {
      readonly is: 'find';
      readonly kind: string;
      readonly by: string;
      readonly value: string;
      readonly column: string | null;
      readonly missing: 'error' | 'empty' | 'create';
      readonly create: MappedNew | null;
    }
);

/** A record that is made when a look-up finds none. */
export interface MappedNew {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly relations: readonly MappedRelation[];
}

/** What is wrong with a row, and where. */
export interface RowProblem {
  readonly rowNo: number;
  readonly column: string | null;
  /** From 1; null when the whole row is meant. */
  readonly columnNo: number | null;
  readonly value: string | null;
  readonly problem: Problem;
}

export interface MappedRow {
  readonly rowNo: number;
  /** Records that could be made; to be written only when there is no problem. */
  readonly records: readonly MappedRecord[];
  readonly problems: readonly RowProblem[];
  readonly mended: boolean;
  readonly kept: boolean;
}
