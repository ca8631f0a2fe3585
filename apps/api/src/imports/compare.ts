import type { Column } from '@kehu/domain/catalogue/fields';
import { columnName, type Kind } from '@kehu/domain/catalogue/kind';
import type { FieldCodec } from '../records/codec.js';
import type { DriverRow } from '../records/decode.js';
import { encodeRow, type RecordRow, type StoredRow } from '../records/encode.js';

/**
 * The columns in which a stored row differs from what an import says, ready to be written; null when
 * it says the same. Identifiers are compared in plain, since each encryption looks different.
 */
export function differences(
  kind: Kind,
  stored: DriverRow,
  wanted: RecordRow,
  codec: FieldCodec,
): StoredRow | null {
  const changed: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(wanted)) {
    if (!same(kind, property, stored, value ?? null, codec)) changed[property] = value;
  }
  return Object.keys(changed).length > 0 ? encodeRow(kind, changed, codec) : null;
}

function same(kind: Kind, property: string, stored: DriverRow, value: unknown, codec: FieldCodec): boolean {
  const field = kind.fields[property];
  if (field?.is === 'column' && field.encrypted) {
    const cipher = stored[`${columnName(property, field)}_cipher`];
    return cipher instanceof Buffer ? codec.decrypt(cipher) === value : value === null;
  }
  const encoded = encodeRow(kind, { [property]: value }, codec);
  const [column, text] = Object.entries(encoded)[0] ?? [];
  if (column === undefined) return true;
  const found = stored[column] ?? null;
  if (found === null || text === null || text === undefined) return found === (text ?? null);
  return field?.is === 'column' && isNumeric(field)
    ? Number(found) === Number(text) && sameDigits(found, text)
    : String(found) === String(text);
}

function isNumeric({ type }: Column): boolean {
  return type === 'decimal' || type === 'double' || type === 'integer' || type === 'boolean';
}

/** Decimals beyond what a double tells apart are compared as text without closing zeros. */
function sameDigits(a: unknown, b: unknown): boolean {
  const bare = (text: unknown) =>
    String(text)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return typeof a !== 'string' || typeof b !== 'string' || bare(a) === bare(b);
}
