import type { Queryable } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { columnName } from '@kehu/domain/catalogue/kind';

/** What a look-up by a field's value found: an id, nothing, or more than one record. */
export type Found = { readonly id: string } | 'none' | 'several';

const mostKept = 100_000;
const valuesPerStatement = 500;

/** Looks records up by the value of a field, in bulk, and remembers what it found. */
export class Lookups {
  private readonly known = new Map<string, Found>();

  /** Asks for the values that are not known yet. */
  async ask(database: Queryable, kind: string, by: string, values: Iterable<string>): Promise<void> {
    if (this.known.size > mostKept) this.known.clear();
    const missing = [...new Set(values)].filter((value) => !this.known.has(keyOf(kind, by, value)));
    const { table, fields } = kindNamed(kind);
    const field = fields[by];
    if (field?.is !== 'column') throw new Error(`${kind} has no field ${by} to look up by.`);
    const column = columnName(by, field);
    for (let at = 0; at < missing.length; at += valuesPerStatement) {
      const part = missing.slice(at, at + valuesPerStatement);
      for (const value of part) this.known.set(keyOf(kind, by, value), 'none');
      const rows = await database.query<{ id: string; value: string }>(
        `SELECT id, \`${column}\` AS value FROM ${table} WHERE \`${column}\` IN (?)`,
        [part],
      );
      for (const { id, value } of rows) {
        const key = keyOf(kind, by, value);
        this.known.set(key, this.known.get(key) === 'none' ? { id: String(id) } : 'several');
      }
    }
  }

  get(kind: string, by: string, value: string): Found {
    return this.known.get(keyOf(kind, by, value)) ?? 'none';
  }

  /** A record that was made because none was found. */
  made(kind: string, by: string, value: string, id: string): void {
    this.known.set(keyOf(kind, by, value), { id });
  }

  clear(): void {
    this.known.clear();
  }
}

function keyOf(kind: string, by: string, value: string): string {
  return `${kind}\0${by}\0${value}`;
}
