import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Database, Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import type { LinkedTable } from '@kehu/importer/map/linked-table';
import type { MappedRow } from '@kehu/importer/map/mapped';
import { rowMapper } from '@kehu/importer/map/row-mapper';
import type { Targets } from '@kehu/importer/profile/target';
import type { FieldCodec } from '../records/codec.js';
import { BatchWriter } from './batch-writer.js';
import type { ChangeTrail } from './change-trail.js';
import { countsOf, type KindCounts } from './counts.js';
import { keepCustomerHistory } from './customer-history.js';
import { derive } from './derive.js';
import { contentOf, type ImportState } from './import-state.js';
import { type KeyTable, keyFlag } from './key-table.js';
import { rollUpImportedOrders, settleImportedPayments } from './money-rows.js';
import type { ImportProgress } from './progress.js';
import type { MatchedTable } from './source-files.js';

export interface WritePassInput {
  readonly state: ImportState;
  readonly targets: Targets;
  readonly tables: readonly MatchedTable[];
  readonly linked: ReadonlyMap<string, LinkedTable>;
  readonly options: ReadonlyMap<string, boolean>;
  readonly zone: string;
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly codec: FieldCodec;
  readonly now: () => Date;
  readonly dryRun: boolean;
  readonly trail: ChangeTrail;
  readonly renew: () => Promise<void>;
  readonly progress: (progress: ImportProgress) => void;
}

/** Runs a piece of work that belongs together: in the import's transaction, or in one of its own. */
export type Together = <T>(work: (connection: Queryable) => Promise<T>) => Promise<T>;

const rowsPerBatch = 2000;
const parentsPerBatch = 500;

/** The second reading: writes the rows that the check found good, then what is derived from them. */
export class WritePass {
  constructor(private readonly input: WritePassInput) {}

  async run(together: Together): Promise<void> {
    const writer = new BatchWriter({ ...this.input, now: this.input.now() });
    for (const table of this.input.tables) {
      if (!table.spec.lookedInto) await this.table(table, writer, together);
    }
    if (!this.input.dryRun) await this.derived(together);
  }

  counts(): Map<string, KindCounts> {
    return countsOf(this.input.state);
  }

  private async table(matched: MatchedTable, writer: BatchWriter, together: Together): Promise<void> {
    const { spec, table } = matched;
    const map = rowMapper({ ...this.input, profile: this.input.state.profile, spec, table });
    let waiting: MappedRow[] = [];
    let rows = 0;
    const flush = async () => {
      const prepared = await writer.prepare(waiting);
      waiting = [];
      if (prepared.records.length > 0) {
        writer.apply(await together((connection) => writer.write(connection, prepared)));
      }
      this.input.progress({ phase: 'writing', file: table.file, rows });
      await this.input.renew();
    };
    for await (const batch of table.rows()) {
      const mapped = batch.flatMap((row) => map(row) ?? []);
      await this.input.state.askLookups(this.input.database, mapped);
      rows += batch.length;
      waiting.push(...mapped.filter((row) => this.isGood(spec.name, row)));
      if (waiting.length >= rowsPerBatch) await flush();
      await othersFirst();
    }
    await flush();
  }

  /** As the check decided: no problem of its own, no contradiction, and everything that it refers to is there. */
  private isGood(table: string, row: MappedRow): boolean {
    const { state } = this.input;
    if (row.problems.length > 0) return false;
    if (state.skipped.get(table)?.has(row.rowNo)) return false;
    const agrees = row.records.every((record) => {
      const slot = state.keysOf(record.spec.kind).slot(record.key);
      return state.contentOf(record.specNo).agrees(slot, contentOf(record));
    });
    if (!agrees) return false;
    const complete = row.records.every(({ relations }) =>
      relations.every((relation) => {
        if (relation.is === 'none') return true;
        if (relation.is === 'ref') return state.isThere(relation.kind, relation.key);
        const found = state.lookups.get(relation.kind, relation.by, relation.value);
        return typeof found === 'object' || (found === 'none' && relation.missing !== 'error');
      }),
    );
    if (!complete) state.skip(table, row.rowNo, row.records);
    return complete;
  }

  /** Sums and latest values of every record that the files speak of, and the history of customers. */
  private async derived(together: Together): Promise<void> {
    const { state, codec, ids, now, trail } = this.input;
    for (const spec of state.profile.derived) {
      const keys = state.keysOf(spec.kind);
      const own = ownIds(keys);
      for (const part of idsInParts(keys)) {
        const changed = await together((connection) =>
          derive(spec, part, { connection, codec, trail, now: now(), isOwn: (id) => own.has(Number(id)) }),
        );
        this.markChanged(keys, new Set(changed));
        this.input.progress({ phase: 'totals', file: spec.kind, rows: part.length });
        await this.input.renew();
      }
    }
    // Asking a profile for kinds that it does not bring would count them.
    const brings = (kind: string) => state.profile.records.some((record) => record.kind === kind);
    for (const part of brings('Payment') ? idsInParts(state.keysOf('Payment')) : [])
      await together((connection) => settleImportedPayments(connection, part));
    if (
      state.profile.records.some(({ kind, fields }) => kind === 'OrderLine' && fields.has('shippedQuantity'))
    )
      for (const part of idsInParts(state.keysOf('Order')))
        await together((connection) => rollUpImportedOrders(connection, part));
    for (const part of idsInParts(state.keysOf('Customer'))) {
      await together((connection) => keepCustomerHistory(connection, ids, part, now()));
    }
  }

  private markChanged(keys: KeyTable, ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    for (let slot = 0; slot < keys.size; slot++) {
      const id = keys.id(slot);
      if (id !== null && ids.has(id)) keys.mark(slot, keyFlag.changed);
    }
  }
}

/** Ids of the records that the run made itself. */
function ownIds(keys: KeyTable): Set<number> {
  const own = new Set<number>();
  for (let slot = 0; slot < keys.size; slot++) {
    if (keys.has(slot, keyFlag.created)) own.add(Number(keys.id(slot)));
  }
  return own;
}

function* idsInParts(keys: KeyTable): Generator<string[]> {
  let part: string[] = [];
  for (let slot = 0; slot < keys.size; slot++) {
    const id = keys.has(slot, keyFlag.created) || keys.has(slot, keyFlag.existing) ? keys.id(slot) : null;
    if (id !== null) part.push(id);
    if (part.length >= parentsPerBatch) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}
