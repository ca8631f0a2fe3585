import type { Problem } from '../problem.js';

/**
 * What a profile may write into. Made by the application from its catalogue; the importer itself
 * knows no kind of record.
 */
export interface TargetKind {
  readonly name: string;
  readonly fields: ReadonlyMap<string, TargetField>;
  readonly relations: ReadonlyMap<string, TargetRelation>;
  /** Fields that the application keeps itself and by which records may be looked up all the same: their number. */
  readonly numbers?: ReadonlySet<string>;
}

export interface TargetField {
  readonly type: 'text' | 'enum' | 'boolean' | 'integer' | 'decimal' | 'double' | 'dateTime' | 'date';
  readonly nullable: boolean;
  /** Text: most characters. */
  readonly max?: number;
  /** Decimal: digits behind the point. */
  readonly scale?: number;
  /** Numbers: the smallest that is allowed. */
  readonly min?: number;
  /** Enum: what may be written (codes, labels in every language, in lower case) → code. */
  readonly codes?: ReadonlyMap<string, string>;
  /** The application has a value for new records when the profile gives none. */
  readonly hasDefault: boolean;
  /** Cleans a text and checks it beyond its type (phone, credit code). */
  readonly check?: (text: string) => { readonly text: string } | Problem;
  /** May be looked up by (`find`); encrypted and unsearchable fields may not. */
  readonly findable: boolean;
}

export interface TargetRelation {
  readonly target: string;
  readonly nullable: boolean;
}

export type Targets = ReadonlyMap<string, TargetKind>;

/** A value ready to be written: text, decimals and times as text. */
export type FieldValue = string | number | boolean | null;
