import { maskValue } from '@kehu/domain/access/masks';
import type { Column } from '@kehu/domain/catalogue/fields';
import { columnName, type Kind } from '@kehu/domain/catalogue/kind';
import { fold } from '@kehu/domain/text/fold';
import { sortKey } from '@kehu/domain/text/pinyin';
import type { FieldCodec } from './codec.js';

/** A row as the domain speaks of it (see `RowOf`): columns by name, relations as `<name>Id`. */
export type RecordRow = Readonly<Record<string, unknown>>;
/** A row as the table holds it. */
export type StoredRow = Record<string, string | number | Buffer | null>;

const longestSortKey = 190;

/** The SQL columns that one catalogue field occupies, in table order. */
export function storedColumns(name: string, field: Column): string[] {
  const column = columnName(name, field);
  if (field.encrypted) return [`${column}_cipher`, `${column}_hash`, `${column}_mask`];
  return [
    column,
    ...(field.searchable ? [`${column}_folded`] : []),
    ...(field.sorted ? [`${column}_sort`] : []),
  ];
}

/**
 * Turns the given properties of a row into column values, with everything that is stored beside
 * them: folded text, sort key, ciphertext, hash, mask. Properties that the kind does not have are an error.
 */
export function encodeRow(kind: Kind, row: RecordRow, codec: FieldCodec): StoredRow {
  const stored: StoredRow = {};
  for (const [property, value] of Object.entries(row)) {
    if (property === 'id') {
      stored.id = String(value);
      continue;
    }
    const relation = property.endsWith('Id') ? kind.fields[property.slice(0, -2)] : undefined;
    if (relation?.is === 'toOne') {
      stored[columnName(property.slice(0, -2), relation)] = value == null ? null : String(value);
      continue;
    }
    const field = kind.fields[property];
    if (field?.is !== 'column') throw new Error(`${kind.name} has no stored field ${property}.`);
    encodeField(stored, property, field, value ?? null, codec);
  }
  return stored;
}

function encodeField(
  stored: StoredRow,
  name: string,
  field: Column,
  value: unknown,
  codec: FieldCodec,
): void {
  const column = columnName(name, field);
  if (field.encrypted) {
    const plain = value === null ? null : String(value);
    const mask = field.mask ?? 'handle';
    stored[`${column}_cipher`] = plain === null ? null : codec.encrypt(plain);
    stored[`${column}_hash`] = plain === null ? null : codec.hash(mask, plain);
    stored[`${column}_mask`] = plain === null ? null : maskValue(mask, plain);
    return;
  }
  stored[column] = toSql(field, value);
  if (field.searchable)
    stored[`${column}_folded`] = value === null ? null : cut(fold(String(value)), field.max ?? 200);
  if (field.sorted) {
    stored[`${column}_sort`] = value === null ? null : cut(sortKey(String(value)), longestSortKey);
  }
}

/** At most so many characters; folding can lengthen a text (㍿ becomes four characters). */
function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join('');
}

/** One value as mysql2 takes it. Times become `YYYY-MM-DD HH:MM:SS.mmm` in UTC. */
function toSql(field: Column, value: unknown): string | number | null {
  if (value === null) return null;
  switch (field.type) {
    case 'boolean':
      return value ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
    case 'dateTime':
      return new Date(value as string | Date).toISOString().replace('T', ' ').replace('Z', '');
    case 'integer':
    case 'double':
      return Number(value);
    default:
      return String(value);
  }
}
