import type { Database } from '@kehu/database/connection';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { RecordRow } from '../records/encode.js';
import { followingFromTimes, importedCase, numberCases } from './complaint-rows.js';
import { shipmentTimes } from './money-rows.js';
import { sqlColumn } from './sql-column.js';

/** What a new record is unless its profile says otherwise; yes-or-no fields are no. */
const usual: Readonly<Record<string, RecordRow>> = {
  Customer: { lifecycle: 'ACTIVE' },
  Order: { total: '0' },
  Product: { active: true },
  // Nothing of it is booked when it comes in; the end of the run says what of it is left.
  Payment: { unallocated: '0' },
  Department: { active: true },
  Staff: { status: 'ACTIVE' },
  Complaint: importedCase,
  // A role holds only from its approval by a second person, which no file can give.
  RoleGrant: { state: 'PENDING', grantedVia: 'import' },
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

/** What the product works out from the values of an imported record, whether it is new or known. */
export function workedOut(kind: Kind, values: RecordRow): RecordRow {
  if (kind.name === 'Shipment') return shipmentTimes(values);
  return kind.name === 'Complaint' ? followingFromTimes(values) : {};
}

/** Numbers that the product issues: the sequence, the field, and how a number is written. */
interface Sequence {
  readonly name: string;
  readonly field: string;
  readonly prefix: string;
}
const sequences: Readonly<Record<string, Sequence>> = {
  Customer: { name: 'customer', field: 'customerNo', prefix: 'KH-' },
};
const numberDigits = 6;

/**
 * Takes the next numbers for new records in one statement of its own, so that an import holds nobody
 * up; numbers of an import that fails are left out.
 */
export async function issueNumbers(
  database: Database,
  kind: Kind,
  rows: readonly RecordRow[],
  zone: string,
): Promise<RecordRow[]> {
  const count = rows.length;
  if (kind.name === 'Complaint') return numberCases(database, zone, rows);
  const sequence = sequences[kind.name];
  if (!sequence || count === 0) return rows.map(() => ({}));
  await beginSequence(database, kind, sequence);
  const { insertId } = await database.change(
    'UPDATE number_sequence SET last_number = LAST_INSERT_ID(last_number) + ? WHERE name = ?',
    [count, sequence.name],
  );
  const last = Number(insertId);
  return Array.from({ length: count }, (_, index) => ({
    [sequence.field]: `${sequence.prefix}${String(last + index + 1).padStart(numberDigits, '0')}`,
  }));
}

/** A sequence that nobody has used yet goes on from the numbers that are there. */
async function beginSequence(
  database: Database,
  kind: Kind,
  { name, field, prefix }: Sequence,
): Promise<void> {
  const begun = await database.query('SELECT 1 FROM number_sequence WHERE name = ?', [name]);
  if (begun.length > 0) return;
  const column = sqlColumn(kind, field);
  await database.change(
    `INSERT IGNORE INTO number_sequence (name, last_number)
     SELECT ?, COALESCE(MAX(CAST(SUBSTRING(${column}, ?) AS UNSIGNED)), 0) FROM ${kind.table} WHERE ${column} REGEXP ?`,
    [name, prefix.length + 1, `^${prefix}[0-9]+$`],
  );
}
