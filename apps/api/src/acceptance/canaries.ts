import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { columnName } from '@kehu/domain/catalogue/kind';
import type { Services } from '../services.js';

/** What must not get out, as it stands in the database in plain. */
export interface Canaries {
  /** Full identifiers of everybody: phones, ID numbers, e-mails, streets, handles, birthdays. */
  readonly identifiers: ReadonlySet<string>;
  /** Names of persons: customers, contacts, visitors, staff. */
  readonly persons: ReadonlySet<string>;
  /** Everything that makes out customers: names of any kind, numbers, identifiers. */
  readonly customers: ReadonlySet<string>;
}

/** Short values (a gender, four digits) and days stand in many places for other reasons. */
const telling = (value: string) => value.length >= 5 && !/^\d{4}-\d\d-\d\d$/.test(value);

async function valuesOf({ database, codec }: Services, sql: string): Promise<string[]> {
  const rows = await database.query<{ value: string | Buffer | null }>(sql);
  return rows.flatMap(({ value }) =>
    value === null ? [] : [Buffer.isBuffer(value) ? codec.decrypt(value) : String(value)],
  );
}

/** Reads every protected value of every kind, decoded. */
export async function readCanaries(services: Services): Promise<Canaries> {
  const identifiers = new Set<string>();
  const persons = new Set<string>();
  const customers = new Set<string>();
  for (const kind of catalogue) {
    const ofCustomers = kind.subject === 'customerFile' || kind.subject === 'visitorRegister';
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.is !== 'column' || (field.protection !== 'identifier' && field.protection !== 'name'))
        continue;
      if (kind.name === 'ImportRowError' || name === 'occupation') continue;
      const column = columnName(name, field) + (field.encrypted ? '_cipher' : '');
      const values = await valuesOf(services, `SELECT DISTINCT ${column} AS value FROM ${kind.table}`);
      if (field.protection === 'identifier') {
        for (const value of values) if (telling(value)) identifiers.add(value);
      } else if (kind.name !== 'Customer') {
        for (const value of values) if (name !== 'familyName' && name !== 'givenName') persons.add(value);
      }
      if (ofCustomers)
        for (const value of values) if (telling(value) || name === 'name') customers.add(value);
    }
  }
  for (const name of await valuesOf(
    services,
    "SELECT name AS value FROM customer WHERE party_type = 'PERSON'",
  ))
    persons.add(name);
  // An organisation that complains stands as its own complainant; its name is never masked.
  for (const name of await valuesOf(
    services,
    "SELECT name AS value FROM customer WHERE party_type = 'ORGANISATION'",
  ))
    persons.delete(name);
  for (const value of await valuesOf(services, 'SELECT customer_no AS value FROM customer'))
    customers.add(value);
  for (const value of await valuesOf(services, 'SELECT legal_name AS value FROM organisation_profile'))
    customers.add(value);
  return { identifiers, persons, customers };
}

/** Pieces of a text that could be an identifier: as a whole, numbers in it, addresses in it. */
export function piecesOf(text: string): string[] {
  return [text, ...(text.match(/\d[\d-]{5,}[\dXx]/g) ?? []), ...(text.match(/[\w.+-]+@[\w.-]+\w/g) ?? [])];
}

/** Three letters and more of a text that are somebody's name. */
export function namesIn(text: string, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (names.has(text)) found.push(text);
  for (let at = 0; at < text.length; at++) {
    for (const length of [3, 4]) {
      const piece = text.slice(at, at + length);
      if (piece.length === length && names.has(piece)) found.push(piece);
    }
  }
  return found;
}
