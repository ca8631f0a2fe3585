import type { Database } from '@kehu/database/connection';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { RecordRow } from '../records/encode.js';

/** What a new record is unless its profile says otherwise; yes-or-no fields are no. */
const usual: Readonly<Record<string, RecordRow>> = {
  Customer: { lifecycle: 'ACTIVE' },
  Order: { total: '0' },
  Product: { active: true },
  Department: { active: true },
  Staff: { status: 'ACTIVE' },
};

/** Values that a kind's new records start with. */
export function startingValues(kind: Kind): RecordRow {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.is !== 'column' || field.nullable || field.system) continue;
    if (field.type === 'boolean') values[name] = false;
  }
  return { ...values, ...usual[kind.name] };
}

/** Numbers that the product issues: the sequence, the field, and how a number is written. */
const sequences: Readonly<
  Record<string, { readonly name: string; readonly field: string; readonly prefix: string }>
> = {
  Customer: { name: 'customer', field: 'customerNo', prefix: 'KH-' },
};
const numberDigits = 6;

/**
 * Takes the next numbers for new records in one statement of its own, so that an import holds nobody
 * up; numbers of an import that fails are left out.
 */
export async function issueNumbers(database: Database, kind: Kind, count: number): Promise<RecordRow[]> {
  const sequence = sequences[kind.name];
  if (!sequence || count === 0) return Array.from({ length: count }, () => ({}));
  await database.change('INSERT IGNORE INTO number_sequence (name, last_number) VALUES (?, 0)', [
    sequence.name,
  ]);
  const { insertId } = await database.change(
    'UPDATE number_sequence SET last_number = LAST_INSERT_ID(last_number) + ? WHERE name = ?',
    [count, sequence.name],
  );
  const last = Number(insertId);
  return Array.from({ length: count }, (_, index) => ({
    [sequence.field]: `${sequence.prefix}${String(last + index + 1).padStart(numberDigits, '0')}`,
  }));
}
