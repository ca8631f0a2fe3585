import type { Database, Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { add, parseNumber, toScale } from '@kehu/importer/convert/fraction';
import type { MappedNew, MappedRecord, MappedRelation, MappedRow } from '@kehu/importer/map/mapped';
import { insertRows } from '../records/bulk.js';
import type { FieldCodec } from '../records/codec.js';
import type { DriverRow } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import { type RowChange, updateRows } from './bulk-update.js';
import type { ChangeTrail, TrailChange } from './change-trail.js';
import { differences } from './compare.js';
import { noteImportedCases } from './complaint-rows.js';
import type { ImportState } from './import-state.js';
import { type KeyFlag, keyFlag } from './key-table.js';
import { issueNumbers, startingValues, workedOut } from './new-records.js';

export interface WriterInput {
  readonly state: ImportState;
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly codec: FieldCodec;
  readonly now: Date;
  /** Of the organisation: the day of a number that has one. */
  readonly zone: string;
  readonly trail: ChangeTrail;
  /** Compare and count only. */
  readonly dryRun: boolean;
}

/** What a batch did; noted in the state once it is committed. */
export interface BatchEffects {
  readonly flags: { readonly kind: string; readonly slot: number; readonly flag: KeyFlag }[];
  readonly done: { readonly specNo: number; readonly slot: number }[];
}

/** A batch with all its relations resolved and new ids handed out. */
export interface PreparedBatch {
  readonly records: readonly PreparedRecord[];
}
interface PreparedRecord {
  readonly kind: Kind;
  /** −1: made by a look-up. */
  readonly specNo: number;
  readonly slot: number;
  readonly id: string;
  readonly key: string;
  /** Compared and written. */
  readonly values: RecordRow;
  /** Written when the record is new. */
  readonly initial: RecordRow;
}

const readPerStatement = 500;

/** Writes batches of rows: parents before children, what is new inserted, what differs changed, the rest left. */
export class BatchWriter {
  private dryId = -1;

  constructor(private readonly input: WriterInput) {}

  /**
   * Finds what the database knows and hands out ids for the rest. Changes nothing there, so it stands
   * outside the transaction and holds for its repetitions.
   */
  async prepare(rows: readonly MappedRow[]): Promise<PreparedBatch> {
    const { state, database } = this.input;
    const all = rows.flatMap(({ records }) => records);
    const mentioned = new Map<string, Set<string>>();
    const mention = (kind: string, key: string) =>
      mentioned.set(kind, (mentioned.get(kind) ?? new Set()).add(key));
    for (const { spec, key, relations } of all) {
      mention(spec.kind, key);
      for (const relation of relations) if (relation.is === 'ref') mention(relation.kind, relation.key);
    }
    for (const [kind, keys] of mentioned) await state.findExisting(database, kind, keys);
    for (const [kind, keys] of mentioned) await this.handOut(kind, keys);
    const made = await this.lookUp(rows);
    const prepared: PreparedRecord[] = [...made];
    const seen = new Set<string>();
    for (const record of all) {
      const slot = state.keysOf(record.spec.kind).slot(record.key);
      const once = `${record.specNo} ${slot}`;
      if (seen.has(once) || state.contentOf(record.specNo).isDone(slot)) continue;
      seen.add(once);
      prepared.push(this.prepared(record, slot));
    }
    return { records: prepared };
  }

  /** Writes a prepared batch on the connection of a transaction. */
  async write(connection: Queryable, batch: PreparedBatch): Promise<BatchEffects> {
    const effects: BatchEffects = { flags: [], done: [] };
    const specs = [...new Set(batch.records.map(({ specNo }) => specNo))].sort((a, b) => a - b);
    const createdNow = new Set<string>();
    for (const specNo of specs) {
      const records = batch.records.filter((record) => record.specNo === specNo);
      const byKind = groupByKind(records);
      for (const [kind, ofKind] of byKind) {
        await this.writeKind(connection, kind, ofKind, batch, createdNow, effects);
      }
      if (specNo >= 0) for (const { slot } of records) effects.done.push({ specNo, slot });
    }
    return effects;
  }

  /** Notes in the state what a committed batch did. */
  apply({ flags, done }: BatchEffects): void {
    const { state } = this.input;
    for (const { kind, slot, flag } of flags) state.keysOf(kind).mark(slot, flag);
    for (const { specNo, slot } of done) state.contentOf(specNo).setDone(slot);
  }

  private async writeKind(
    connection: Queryable,
    kind: Kind,
    records: readonly PreparedRecord[],
    batch: PreparedBatch,
    createdNow: Set<string>,
    effects: BatchEffects,
  ): Promise<void> {
    const { dryRun, codec, now, state, database, zone, ids } = this.input;
    const keys = state.keysOf(kind.name);
    const isNew = ({ slot }: PreparedRecord) =>
      !keys.has(slot, keyFlag.existing) &&
      !keys.has(slot, keyFlag.created) &&
      !createdNow.has(`${kind.name} ${slot}`);
    const fresh = records.filter(isNew);
    const known = records.filter((record) => !isNew(record));
    if (fresh.length > 0) {
      const said = fresh.map(({ values, initial }) => ({ ...values, ...initial }));
      const numbers = dryRun ? [] : await issueNumbers(database, kind, said, zone);
      const starting = startingValues(kind);
      const sums = this.sumsOf(kind, batch);
      const rows = fresh.map(({ id, key }, index) => ({
        ...starting,
        ...sums.get(id),
        ...said[index],
        ...workedOut(kind, said[index] ?? {}),
        ...numbers[index],
        id,
        source: state.profile.name,
        sourceKey: key,
      }));
      if (!dryRun) {
        await insertRows(connection, kind, rows, codec, now);
        if (kind.name === 'Complaint') await noteImportedCases(connection, rows, { ids, codec, now });
      }
      for (const { slot } of fresh) {
        createdNow.add(`${kind.name} ${slot}`);
        effects.flags.push({ kind: kind.name, slot, flag: keyFlag.created });
      }
    }
    await this.change(connection, kind, known, effects);
  }

  private async change(
    connection: Queryable,
    kind: Kind,
    records: readonly PreparedRecord[],
    effects: BatchEffects,
  ): Promise<void> {
    const { dryRun, codec, now, state, trail } = this.input;
    const byId = new Map(records.filter(({ id }) => Number(id) > 0).map((record) => [record.id, record]));
    const ids = [...byId.keys()];
    for (let at = 0; at < ids.length; at += readPerStatement) {
      const stored = await connection.query<DriverRow>(`SELECT * FROM ${kind.table} WHERE id IN (?)`, [
        ids.slice(at, at + readPerStatement),
      ]);
      const changes: { grown: RowChange[]; own: RowChange[] } = { grown: [], own: [] };
      const trailed: TrailChange[] = [];
      for (const row of stored) {
        const record = byId.get(String(row.id));
        const columns = record ? differences(kind, row, record.values, codec) : null;
        if (!record || !columns) continue;
        // What this very import made does not grow a version for being completed by another file.
        const own = !state.keysOf(kind.name).has(record.slot, keyFlag.existing);
        changes[own ? 'own' : 'grown'].push({ id: record.id, version: Number(row.version), columns });
        if (!own) trailed.push({ stored: row, wanted: record.values });
        effects.flags.push({ kind: kind.name, slot: record.slot, flag: keyFlag.changed });
      }
      if (dryRun) continue;
      await updateRows(connection, kind, changes.grown, now, true);
      await updateRows(connection, kind, changes.own, now, false);
      await trail(connection, kind, trailed);
    }
  }

  /** Gives new ids to keys that the database does not have and that a good row brings. */
  private async handOut(kind: string, wanted: ReadonlySet<string>): Promise<void> {
    const keys = this.input.state.keysOf(kind);
    const slots = [...wanted]
      .map((key) => keys.slot(key))
      .filter((slot) => keys.id(slot) === null && keys.good(slot) > 0);
    const ids = await this.newIds(slots.length);
    slots.forEach((slot, index) => {
      keys.setId(slot, ids[index] ?? '');
    });
  }

  private async newIds(count: number): Promise<string[]> {
    if (!this.input.dryRun) return this.input.ids.take(count);
    return Array.from({ length: count }, () => String(this.dryId--));
  }

  /** Asks for what rows look up; makes the records that are to be made when there is none. */
  private async lookUp(rows: readonly MappedRow[]): Promise<PreparedRecord[]> {
    const { state, database } = this.input;
    await state.askLookups(database, rows);
    const made: PreparedRecord[] = [];
    for (const { records } of rows) {
      for (const { relations } of records) {
        for (const relation of relations) {
          if (relation.is !== 'find' || !relation.create) continue;
          if (state.lookups.get(relation.kind, relation.by, relation.value) !== 'none') continue;
          made.push(...(await this.make(relation, relation.create)));
        }
      }
    }
    return made;
  }

  private async make(
    { kind: name, by, value }: Extract<MappedRelation, { is: 'find' }>,
    create: MappedNew,
  ): Promise<PreparedRecord[]> {
    const { state, database } = this.input;
    const key = `${by}=${value}`;
    const keys = state.keysOf(name);
    const slot = keys.slot(key);
    await state.findExisting(database, name, new Set([key]));
    const known = keys.id(slot);
    const id = known ?? (await this.newIds(1))[0] ?? '';
    keys.setId(slot, id);
    state.lookups.made(name, by, value, id);
    if (known !== null) return [];
    const values = { ...create.fields, ...this.related(create.relations, null) };
    return [{ kind: kindNamed(name), specNo: -1, slot, id, key, values, initial: {} }];
  }

  private prepared(record: MappedRecord, slot: number): PreparedRecord {
    const { spec, specNo, key, fields, initial, relations } = record;
    const kind = kindNamed(spec.kind);
    return {
      kind,
      specNo,
      slot,
      id: this.input.state.keysOf(spec.kind).id(slot) ?? '',
      key,
      values: { ...workedOut(kind, fields), ...fields, ...this.related(relations, false) },
      initial: { ...initial, ...this.related(relations, true) },
    };
  }

  private related(relations: readonly MappedRelation[], initial: boolean | null): RecordRow {
    const { state } = this.input;
    const values: Record<string, string | null> = {};
    for (const relation of relations) {
      if (initial !== null && relation.initial !== initial) continue;
      if (relation.is === 'none') values[`${relation.field}Id`] = null;
      else if (relation.is === 'ref') {
        const keys = state.keysOf(relation.kind);
        values[`${relation.field}Id`] = keys.id(keys.slot(relation.key));
      } else {
        const found = state.lookups.get(relation.kind, relation.by, relation.value);
        values[`${relation.field}Id`] = typeof found === 'object' ? found.id : null;
      }
    }
    return values;
  }

  /** Sums of the batch's own children, so that a new record is right before the last word is said at the end. */
  private sumsOf(kind: Kind, batch: PreparedBatch): Map<string, RecordRow> {
    const sums = new Map<string, Record<string, string>>();
    for (const { kind: parent, of, by, set } of this.input.state.profile.derived) {
      if (parent !== kind.name) continue;
      for (const { kind: child, values } of batch.records) {
        const id = values[`${by}Id`];
        if (child.name !== of || typeof id !== 'string') continue;
        const row = sums.get(id) ?? {};
        for (const [field, rule] of set) {
          const value = rule.is === 'sum' ? values[rule.field] : null;
          if (typeof value === 'string') row[field] = sum(row[field], value);
        }
        sums.set(id, row);
      }
    }
    return sums;
  }
}

function sum(a: string | undefined, b: string): string {
  const zero = { over: 0n, under: 1n };
  return toScale(add(parseNumber(a ?? '0') ?? zero, parseNumber(b) ?? zero), 4);
}

function groupByKind(records: readonly PreparedRecord[]): Map<Kind, PreparedRecord[]> {
  const groups = new Map<Kind, PreparedRecord[]>();
  for (const record of records) {
    const group = groups.get(record.kind);
    if (group) group.push(record);
    else groups.set(record.kind, [record]);
  }
  return groups;
}
