import type { Queryable } from '@kehu/database/connection';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { MappedRecord, MappedRelation, MappedRow } from '@kehu/importer/map/mapped';
import type { Profile } from '@kehu/importer/profile/profile';
import { knownByErp } from './erp-numbers.js';
import { ContentTable, KeyTable, keyFlag } from './key-table.js';
import { Lookups } from './lookups.js';

const keysPerStatement = 500;

/** What a run knows of the records that its files speak of; filled by the check, used by the writing. */
export class ImportState {
  readonly lookups = new Lookups();
  /** Rows, by table, that are left out since what they refer to is not there. */
  readonly skipped = new Map<string, Set<number>>();
  private readonly keys = new Map<string, KeyTable>();
  private readonly contents: readonly ContentTable[];

  constructor(readonly profile: Profile) {
    this.contents = profile.records.map(() => new ContentTable());
  }

  keysOf(kind: string): KeyTable {
    let table = this.keys.get(kind);
    if (!table) {
      table = new KeyTable();
      this.keys.set(kind, table);
    }
    return table;
  }

  contentOf(specNo: number): ContentTable {
    const content = this.contents[specNo];
    if (!content) throw new Error(`The profile has no record ${specNo}.`);
    return content;
  }

  /** Leaves a row out; its records go with it unless other rows carry them. Doing it twice does nothing more. */
  skip(table: string, rowNo: number, records: readonly MappedRecord[]): void {
    const rows = this.skipped.get(table) ?? new Set();
    this.skipped.set(table, rows);
    if (rows.has(rowNo)) return;
    rows.add(rowNo);
    for (const { spec, key } of records) {
      const keys = this.keysOf(spec.kind);
      const slot = keys.slot(key);
      keys.addGood(slot, -1);
      keys.mark(slot, keyFlag.bad);
    }
  }

  /** Whether a reference leads to something that is there or comes with this run. */
  isThere(kind: string, key: string): boolean {
    const keys = this.keysOf(kind);
    const slot = keys.slot(key);
    return keys.good(slot) > 0 || keys.has(slot, keyFlag.existing);
  }

  /** Asks for everything that rows look up. */
  async askLookups(database: Queryable, rows: readonly MappedRow[]): Promise<void> {
    for (const [place, values] of lookedUp(rows)) {
      const [kind = '', by = ''] = place.split('\0');
      await this.lookups.ask(database, kind, by, values);
    }
  }

  get kinds(): ReadonlyMap<string, KeyTable> {
    return this.keys;
  }

  /** Finds which of these keys the database has, and notes their ids. */
  async findExisting(database: Queryable, kind: string, wanted: ReadonlySet<string>): Promise<void> {
    const keys = this.keysOf(kind);
    const unknown = [...wanted].filter((key) => keys.id(keys.slot(key)) === null);
    const { table } = kindNamed(kind);
    for (let at = 0; at < unknown.length; at += keysPerStatement) {
      const rows = await database.query<{ id: string; source_key: string }>(
        `SELECT id, source_key FROM ${table} WHERE source = ? AND source_key IN (?)`,
        [this.profile.name, unknown.slice(at, at + keysPerStatement)],
      );
      for (const { id, source_key: key } of rows) {
        const slot = keys.slot(key);
        keys.setId(slot, String(id));
        keys.mark(slot, keyFlag.existing);
      }
      const rest = unknown.slice(at, at + keysPerStatement).filter((key) => keys.id(keys.slot(key)) === null);
      for (const { id, key } of await knownByErp(database, this.profile, kind, rest)) {
        const slot = keys.slot(key);
        keys.setId(slot, id);
        keys.mark(slot, keyFlag.existing);
      }
    }
  }

  resetWrites(): void {
    for (const keys of this.keys.values()) keys.resetWrites();
    for (const content of this.contents) content.resetDone();
    this.lookups.clear();
  }
}

/** What two rows must agree in when they carry the same key. */
export function contentOf({ fields, initial, relations }: MappedRecord): string {
  return JSON.stringify([
    fields,
    initial,
    relations.map((r) => (r.is === 'none' ? null : r.is === 'ref' ? r.key : r.value)),
  ]);
}

/** The values that rows look records up by, by kind and field. */
function lookedUp(rows: readonly MappedRow[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  const visit = (relations: readonly MappedRelation[]): void => {
    for (const relation of relations) {
      if (relation.is !== 'find') continue;
      const place = `${relation.kind}\0${relation.by}`;
      wanted.set(place, (wanted.get(place) ?? new Set()).add(relation.value));
      if (relation.create) visit(relation.create.relations);
    }
  };
  for (const { records } of rows) for (const { relations } of records) visit(relations);
  return wanted;
}
