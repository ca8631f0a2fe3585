import type { Label } from './labels.js';
import type { Vocabulary } from './vocabulary.js';

/** How a value is masked for those who may read a row but not the identifier in it (dossier G1). */
export type MaskName = 'mobile' | 'idNumber' | 'email' | 'address' | 'birthDate' | 'account' | 'handle';

/**
 * Who may see a field:
 * - `plain`: everybody who may read the row.
 * - `name`: a personal name: plain at work, masked for de-identified readers (analysts).
 * - `identifier`: masked unless the reader's grant says plain; revealed one at a time, on record.
 * - `secret`: a business secret of the customer (CS): invisible without the right to business secrets.
 */
export type Protection = 'plain' | 'name' | 'identifier' | 'secret';

export type FieldType =
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

interface Common {
  readonly label: Label;
  /** What exactly is meant or counted (口径); goes into the schema's description. */
  readonly note?: Label;
  readonly protection: Protection;
  /** With `name`: the protection holds only for rows where this field has this value (an organisation's name is never masked). */
  readonly protectedWhen?: { readonly field: string; readonly equals: string };
  readonly mask?: MaskName;
}

/** A stored value of its own. `Value` is the TypeScript type of the row's property. */
export interface Column<Value = unknown> extends Common {
  readonly is: 'column';
  readonly type: FieldType;
  readonly nullable: boolean;
  /** Text: most characters. */
  readonly max?: number;
  /** Decimal: digits behind the point (18 in all). */
  readonly scale?: number;
  /** Shown and exported as money in the organisation's currency. */
  readonly money?: boolean;
  readonly vocabulary?: Vocabulary;
  /** Text: the organisation's code list (`CodeListEntry.list`) whose entries are offered; other values may come by import. */
  readonly codeList?: string;
  /** Text: `contains` and `startsWith` are offered; a folded copy (script, case) is stored in `<column>_folded`. */
  readonly searchable?: boolean;
  /** Text: a pinyin sort key is stored in `<column>_sort` and used by orderBy. */
  readonly sorted?: boolean;
  /** Stored encrypted (`_cipher`), with a keyed hash for exact search (`_hash`) and its mask (`_mask`). */
  readonly encrypted?: boolean;
  /** Set by the product, never by an import or a form. */
  readonly system?: boolean;
  /** Smallest value accepted (integers and decimals). */
  readonly min?: number;
  /** Phantom: carries the value's type for `RowOf`. */
  readonly value?: Value;
}

/** A value computed in SQL from other fields of the same row; filtered, sorted, grouped like a column. */
export interface Derived extends Common {
  readonly is: 'derived';
  readonly type: FieldType;
  readonly nullable: true;
  readonly formula: /** Elapsed seconds ÷ 86,400 between two times; null while one is missing. `less` names seconds that do not count. */
    | { readonly op: 'daysBetween'; readonly from: string; readonly to: string; readonly less?: string }
    /** True when the first time is later than the second; null while one is missing. */
    | { readonly op: 'after'; readonly left: string; readonly right: string }
    /** The exact product of two decimals, rounded half-up to `scale`; null while one is missing. */
    | { readonly op: 'times'; readonly left: string; readonly right: string };
  /** Decimal: digits behind the point. */
  readonly scale?: number;
  /** Shown and exported as money in the organisation's currency. */
  readonly money?: boolean;
}

/** A relation, declared on the side that holds the key. The column is `<name>_id`. */
export interface ToOne extends Common {
  readonly is: 'toOne';
  readonly target: string;
  readonly nullable: boolean;
  /** Name of the list (or, with `inverseOne`, of the single record) on the other side. */
  readonly inverse?: string;
  readonly inverseLabel?: Label;
  readonly inverseOne?: boolean;
  readonly system?: boolean;
}

export type Field = Column | Derived | ToOne;

interface ColumnOptions {
  readonly note?: Label;
  readonly protection?: Protection;
  readonly protectedWhen?: { readonly field: string; readonly equals: string };
  readonly mask?: MaskName;
  readonly system?: boolean;
}
interface Optional {
  readonly optional: true;
}
type Nullable<Value, O> = O extends Optional ? Value | null : Value;

function column<Value>(type: FieldType, text: Label, options: object): Column<Value> {
  const { optional, ...rest } = options as { optional?: boolean };
  return { is: 'column', type, label: text, nullable: optional === true, protection: 'plain', ...rest };
}

/** Text of at most `max` characters (default 200), trimmed on entry. */
export function text<
  O extends ColumnOptions & {
    optional?: true;
    max?: number;
    searchable?: boolean;
    sorted?: boolean;
    encrypted?: boolean;
    codeList?: string;
  },
>(label: Label, options?: O): Column<Nullable<string, O>> {
  return column('text', label, { max: 200, ...options });
}

/** One code of a vocabulary. */
export function oneOf<Code extends string, O extends ColumnOptions & { optional?: true }>(
  label: Label,
  vocabulary: Vocabulary<Code>,
  options?: O,
): Column<Nullable<Code, O>> {
  return column('enum', label, { vocabulary, ...options });
}

export function bool<O extends ColumnOptions & { optional?: true }>(
  label: Label,
  options?: O,
): Column<Nullable<boolean, O>> {
  return column('boolean', label, options ?? {});
}

export function integer<O extends ColumnOptions & { optional?: true; min?: number }>(
  label: Label,
  options?: O,
): Column<Nullable<number, O>> {
  return column('integer', label, options ?? {});
}

/** An exact decimal; its row value is a string. `scale` 4 for amounts from lines, 2 for booked money. */
export function decimal<
  O extends ColumnOptions & { optional?: true; scale?: number; money?: boolean; min?: number },
>(label: Label, options?: O): Column<Nullable<string, O>> {
  return column('decimal', label, { scale: 4, ...options });
}

/** A rate (discount, share): a double. */
export function rate<O extends ColumnOptions & { optional?: true; min?: number }>(
  label: Label,
  options?: O,
): Column<Nullable<number, O>> {
  return column('double', label, options ?? {});
}

/** An instant, UTC with milliseconds. */
export function dateTime<O extends ColumnOptions & { optional?: true }>(
  label: Label,
  options?: O,
): Column<Nullable<string, O>> {
  return column('dateTime', label, options ?? {});
}

/** A day without a time; text `YYYY-MM-DD`, never a JavaScript Date. */
export function date<O extends ColumnOptions & { optional?: true }>(
  label: Label,
  options?: O,
): Column<Nullable<string, O>> {
  return column('date', label, options ?? {});
}

/** A calendar month; text `YYYY-MM`. */
export function month<O extends ColumnOptions & { optional?: true }>(
  label: Label,
  options?: O,
): Column<Nullable<string, O>> {
  return column('month', label, options ?? {});
}

/** Free-form content; only where no fixed shape exists. */
export function json<O extends ColumnOptions & { optional?: true }>(
  label: Label,
  options?: O,
): Column<Nullable<unknown, O>> {
  return column('json', label, options ?? {});
}

/** A relation to one record of another kind; optional unless `required`. */
export function toOne(
  target: string,
  text: Label,
  options: {
    note?: Label;
    required?: true;
    inverse?: string;
    inverseLabel?: Label;
    inverseOne?: boolean;
    system?: boolean;
  } = {},
): ToOne {
  const { required, ...rest } = options;
  return { is: 'toOne', target, label: text, nullable: required !== true, protection: 'plain', ...rest };
}

/** Elapsed days between two times of the row. */
export function daysBetween(text: Label, from: string, to: string, note?: Label): Derived {
  return {
    is: 'derived',
    type: 'double',
    nullable: true,
    label: text,
    protection: 'plain',
    formula: { op: 'daysBetween', from, to },
    ...(note ? { note } : {}),
  };
}

/** Elapsed days between two times of the row without the seconds in a third field, never below 0. */
export function netDaysBetween(text: Label, from: string, to: string, less: string, note: Label): Derived {
  const whole = daysBetween(text, from, to, note);
  return { ...whole, formula: { op: 'daysBetween', from, to, less } };
}

/** Whether the first time is later than the second. */
export function after(text: Label, left: string, right: string, note?: Label): Derived {
  return {
    is: 'derived',
    type: 'boolean',
    nullable: true,
    label: text,
    protection: 'plain',
    formula: { op: 'after', left, right },
    ...(note ? { note } : {}),
  };
}

/** The product of two decimals of the row as money, exact to four decimals. */
export function times(text: Label, left: string, right: string, note?: Label): Derived {
  return {
    is: 'derived',
    type: 'decimal',
    nullable: true,
    scale: 4,
    money: true,
    label: text,
    protection: 'plain',
    formula: { op: 'times', left, right },
    ...(note ? { note } : {}),
  };
}
