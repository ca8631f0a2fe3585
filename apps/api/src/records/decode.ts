import type { Column } from '@kehu/domain/catalogue/fields';
import { columnName, isStored, type Kind } from '@kehu/domain/catalogue/kind';
import type { FieldCodec } from './codec.js';
import type { RecordRow } from './encode.js';

/** A row as the driver hands it over: times as text, numbers that do not fit as text. */
export type DriverRow = Readonly<Record<string, unknown>>;

/**
 * The reverse of `encodeRow`: a whole table row as the domain speaks of it, with identifiers
 * decrypted. For commands and rules only; people get their data through the read engine.
 */
export function decodeRow(kind: Kind, row: DriverRow, codec: FieldCodec): RecordRow {
  const record: Record<string, unknown> = { id: String(row.id) };
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!isStored(field)) continue;
    const column = columnName(name, field);
    if (field.is === 'toOne') {
      record[`${name}Id`] = row[column] == null ? null : String(row[column]);
    } else if (field.encrypted) {
      const cipher = row[`${column}_cipher`];
      record[name] = cipher == null ? null : codec.decrypt(cipher as Buffer);
    } else {
      record[name] = fromSql(field, row[column]);
    }
  }
  return record;
}

/** One stored value as the domain has it. Times become `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export function fromSql(field: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'boolean':
      return Number(value) !== 0;
    case 'integer':
    case 'double':
      return Number(value);
    case 'dateTime':
      return instantOf(value);
    case 'json':
      return typeof value === 'string' ? JSON.parse(value) : value;
    default:
      return String(value);
  }
}

/** A stored UTC time as ISO text with milliseconds. */
export function instantOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return new Date(`${String(value).replace(' ', 'T')}Z`).toISOString();
}

/** An instant as the database stores it: `YYYY-MM-DD HH:MM:SS.mmm`, UTC. */
export function storedInstant(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}
