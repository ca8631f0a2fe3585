import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Label } from '@kehu/domain/catalogue/labels';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import type { Person } from '../../../app/boot/session';
import type { Values } from '../../../ui/form/KindInput';
import type { CaseFile } from './file';

/** A choice of an act's own, beside the vocabularies of the catalogue. */
export interface ActChoice {
  readonly value: string;
  readonly label: Label;
  /** What comes of it, said under the choice. */
  readonly after?: Label;
  /** Offered only for such a case. */
  readonly fits?: (file: CaseFile) => boolean;
}

/** What an act asks for besides plain fields: lists with rows of their own. */
export type ActEditor = 'items' | 'responsible' | 'files' | 'file' | 'codes';

/** One field of the form of an act. */
export interface ActField {
  /** Name in the form and, unless `as` says otherwise, in the input; a relation is sent as `<name>Id`. */
  readonly name: string;
  readonly as?: string;
  /** The input object of the act in which it stands (`undertaking`). */
  readonly within?: string;
  /** Only steers the form and is not sent. */
  readonly unsent?: true;
  /** The kind whose field of this name gives label, type, choices and limits. */
  readonly kind?: Kind;
  readonly label?: Label;
  readonly hint?: Label;
  /** Takes the whole line, however short its text may be. */
  readonly wide?: true;
  readonly required?: boolean | ((values: Values) => boolean);
  /** Asked for only while this holds for what is typed. */
  readonly when?: (values: Values) => boolean;
  /** Asked for only of such a case. */
  readonly fits?: (file: CaseFile) => boolean;
  /** Large buttons, one of which is pressed. */
  readonly pick?: readonly ActChoice[];
  readonly editor?: ActEditor;
  /** Of which several codes are chosen. */
  readonly codes?: Vocabulary;
  /** Phrases that people use 常用批语, put into the field with a click. */
  readonly phrases?: readonly Label[];
  /** Which records a relation offers. */
  readonly choices?: (file: CaseFile, person: Person) => Readonly<Record<string, unknown>>;
  readonly initial?: (file: CaseFile, now: Date, zone: string) => string | boolean;
  /** Own fields without a kind: what is typed. */
  readonly type?: 'text' | 'long' | 'date' | 'dateTime' | 'flag' | 'amount';
}

/** The form of one act: what it asks and what comes after. Its name is that of the mutation. */
export interface ActForm {
  readonly act: string;
  /** The words of the regulation on its button. */
  readonly label: Label;
  /** Above the fields: what the act does. */
  readonly about?: Label;
  readonly fields: readonly ActField[];
  /** What happens next, said before the act is done. */
  readonly after?: Label;
  /** Hard to take back: told apart by its button. */
  readonly grave?: boolean;
  /** The name of the record's id in the input when it is not the case that is acted on. */
  readonly idName?: string;
  /** The act does not depend on what was seen: a receipt, a task. */
  readonly versionless?: boolean;
}

/** What stands in the form before anything is typed. */
export function initialValues(form: ActForm, file: CaseFile, now: Date, zone: string): Values {
  return Object.fromEntries(
    form.fields.map((field) => {
      const flag = field.type === 'flag' || typeOf(field) === 'boolean';
      return [field.name, field.initial?.(file, now, zone) ?? (flag ? false : '')];
    }),
  );
}

const typeOf = (field: ActField): string | undefined => {
  const of = field.kind?.fields[field.name];
  return of && of.is !== 'toOne' ? of.type : undefined;
};

export function isRequired(field: ActField, values: Values): boolean {
  return typeof field.required === 'function' ? field.required(values) : field.required === true;
}

/** Form values as the input of the act: only what is asked for, relations by id, nothing as null. */
export function actInput(form: ActForm, values: Values): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const field of form.fields) {
    if (field.unsent || (field.when && !field.when(values))) continue;
    const input = field.within ? inside(whole, field.within) : whole;
    const raw = values[field.name];
    const value = typeof raw === 'string' ? raw.trim() : (raw ?? '');
    const of = field.kind?.fields[field.name];
    const name = field.as ?? (of?.is === 'toOne' || field.editor === 'file' ? `${field.name}Id` : field.name);
    if (field.editor === 'codes') {
      const codes = codesOf(value);
      if (codes.length > 0) input[name] = codes;
    } else if (field.editor === 'items' || field.editor === 'responsible' || field.editor === 'files') {
      const rows = listOf(value);
      if (rows.length > 0 || field.required === true)
        input[name] = field.editor === 'files' ? rows.map((row) => String(row.id)) : rows;
    } else if (typeof value === 'boolean') input[name] = value;
    else if (value === '') {
      if (!field.initial) continue;
      input[name] = null;
    } else if (typeOf(field) === 'integer' || typeOf(field) === 'double') input[name] = Number(value);
    // A file that was just sent stands there with its name behind it.
    else if (field.editor === 'file') input[name] = String(value).split('\n', 1)[0];
    // A time goes as it was typed: without an offset it is one of the organisation's zone.
    else input[name] = value;
  }
  return whole;
}

function inside(whole: Record<string, unknown>, name: string): Record<string, unknown> {
  const known = (whole[name] as Record<string, unknown> | undefined) ?? {};
  whole[name] = known;
  return known;
}

/** The field of a form to which a path of the input leads: `undertaking.dueAt`, `items.0.finding`, `handlerId`. */
export function fieldAt(form: ActForm, path: string): ActField | undefined {
  const [first = '', second = ''] = path.split('.');
  const called = ({ name, as }: ActField, key: string) => [name, `${name}Id`, as].includes(key);
  return form.fields.find((field) =>
    field.within ? field.within === first && called(field, second) : called(field, first),
  );
}

/** Codes that were chosen, kept as words with spaces between. */
export function codesOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : [];
}

/** Rows of a list inside a form, which is kept as JSON beside the other values so that a draft is one thing. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'string' || value === '') return [];
  try {
    const rows = JSON.parse(value) as unknown;
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}
