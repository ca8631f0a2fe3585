import type { Field, Kind } from '@kehu/domain/catalogue/kind';

/** What stands in a form, by field name: text as typed, choices by code, relations by id. */
export type FormValues = Readonly<Record<string, string | boolean>>;

type RecordLike = Readonly<Record<string, unknown>>;

/** Whether a value came masked: it must never be sent back as if it were the number. */
export function isMasked(field: Field, value: unknown): boolean {
  return field.protection !== 'plain' && typeof value === 'string' && /[*＊•]/.test(value);
}

/** A record as form values. Masked identifiers start empty: left empty they stay as they are. */
export function formValuesOf(kind: Kind, names: readonly string[], record: RecordLike = {}): FormValues {
  return Object.fromEntries(names.map((name) => [name, formValue(kind.fields[name], record[name])]));
}

function formValue(field: Field | undefined, value: unknown): string | boolean {
  if (!field) return '';
  if (field.is === 'toOne') return String((value as { id?: unknown } | null)?.id ?? '');
  if (field.type === 'boolean') return value === true;
  if (value === null || value === undefined || isMasked(field, value)) return '';
  if (field.type === 'dateTime') return String(value).slice(0, 16);
  if (field.type === 'json') return JSON.stringify(value, null, 2);
  return String(value);
}

/** The fields whose values differ from those that the form began with. */
export function changedNames(values: FormValues, base: FormValues): string[] {
  return Object.keys(values).filter((name) => cleaned(values[name]) !== cleaned(base[name]));
}

/** Form values as the input of an act: relations as `<name>Id`, numbers as numbers, nothing as null. */
export function inputOf(kind: Kind, values: FormValues, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => {
      const field = kind.fields[name];
      const value = cleaned(values[name]);
      return [field?.is === 'toOne' ? `${name}Id` : name, inputValue(field, value)];
    }),
  );
}

function inputValue(field: Field | undefined, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value;
  if (value === '') return null;
  if (field && field.is !== 'toOne' && (field.type === 'integer' || field.type === 'double'))
    return Number(value);
  if (field && field.is !== 'toOne' && field.type === 'json') return JSON.parse(value) as unknown;
  return value;
}

function cleaned(value: string | boolean | undefined): string | boolean {
  return typeof value === 'string' ? value.trim() : (value ?? '');
}

/** What is wrong with a value before the server is asked; the server checks again and more. */
export type Wrong =
  | { readonly is: 'required' }
  | { readonly is: 'tooLong'; readonly max: number }
  | { readonly is: 'notNumber' }
  | { readonly is: 'notWhole' }
  | { readonly is: 'tooSmall'; readonly min: number }
  | { readonly is: 'notJson' };

export function wrongWith(field: Field, value: string | boolean, required: boolean): Wrong | null {
  const text = cleaned(value);
  if (typeof text === 'boolean') return null;
  if (text === '') return required ? { is: 'required' } : null;
  if (field.is !== 'column') return null;
  if (field.max !== undefined && [...text].length > field.max) return { is: 'tooLong', max: field.max };
  if (['integer', 'decimal', 'double'].includes(field.type)) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return { is: 'notNumber' };
    if (field.type === 'integer' && text.includes('.')) return { is: 'notWhole' };
    if (field.min !== undefined && Number(text) < field.min) return { is: 'tooSmall', min: field.min };
  }
  if (field.type === 'json' && !isJson(text)) return { is: 'notJson' };
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A field that both sides changed, or only the other side, since the form was opened. */
export interface Clash {
  readonly name: string;
  readonly mine: string | boolean;
  readonly theirs: string | boolean;
}

/**
 * Puts the latest record under a form that somebody has typed into (CONFLICT): untouched fields take the
 * latest value, typed ones stay, and where both changed the person is asked.
 */
export function merged(
  typed: FormValues,
  base: FormValues,
  latest: FormValues,
): { values: FormValues; clashes: readonly Clash[] } {
  const mine = new Set(changedNames(typed, base));
  const theirs = new Set(changedNames(latest, base));
  const clashes = [...mine]
    .filter((name) => theirs.has(name) && cleaned(typed[name]) !== cleaned(latest[name]))
    .map((name) => ({ name, mine: typed[name] ?? '', theirs: latest[name] ?? '' }));
  return {
    values: Object.fromEntries(
      Object.keys(latest).map((name) => [name, (mine.has(name) ? typed : latest)[name] ?? '']),
    ),
    clashes,
  };
}
