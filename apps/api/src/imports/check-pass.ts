import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Queryable } from '@kehu/database/connection';
import type { LinkedTable } from '@kehu/importer/map/linked-table';
import type { MappedRecord, MappedRow, RowProblem } from '@kehu/importer/map/mapped';
import { rowMapper } from '@kehu/importer/map/row-mapper';
import { problem } from '@kehu/importer/problem';
import type { Targets } from '@kehu/importer/profile/target';
import { contentOf, type ImportState } from './import-state.js';
import { keyFlag } from './key-table.js';
import type { MatchedTable } from './source-files.js';

/** A bad row with the file that it stands in. */
export interface BadRow extends RowProblem {
  readonly file: string;
  readonly sheet: string | null;
}

/** What the check found. */
export interface CheckResult {
  rowsRead: number;
  /** Rows with a problem of their own. */
  rowsBad: number;
  /** Rows that are well themselves but speak of a record whose row is bad. */
  rowsDependent: number;
  rowsMended: number;
  /** Rows with too many cells that were taken as they stand. */
  rowsKept: number;
  /** The first of them, at most `mostReported`. */
  readonly bad: BadRow[];
}

export interface PassInput {
  readonly state: ImportState;
  readonly targets: Targets;
  readonly tables: readonly MatchedTable[];
  readonly linked: ReadonlyMap<string, LinkedTable>;
  readonly options: ReadonlyMap<string, boolean>;
  readonly zone: string;
  readonly database: Queryable;
  /** Called after each batch of rows. */
  readonly progress: (table: MatchedTable, rows: number) => void;
}

/** Bad rows whose place and reason are kept; all are counted. */
export const mostReported = 1000;
/** References to records that were not met yet; beyond this the database is asked. */
const mostPending = 5000;
const mostUnresolved = 50_000;

interface Pending {
  readonly kind: string;
  readonly key: string;
  readonly table: string;
  readonly place: Omit<BadRow, 'problem'>;
  readonly records: readonly MappedRecord[];
}

/**
 * Reads every row of every file and writes nothing: converts all values, finds rows that contradict
 * each other under one key, and references to records that are neither in the files nor in the database.
 */
export async function checkPass(input: PassInput): Promise<CheckResult> {
  const pass = new CheckPass(input);
  for (const table of input.tables) {
    if (!table.spec.lookedInto) await pass.table(table);
  }
  await pass.settle(true);
  return pass.result;
}

class CheckPass {
  readonly result: CheckResult = {
    rowsRead: 0,
    rowsBad: 0,
    rowsDependent: 0,
    rowsMended: 0,
    rowsKept: 0,
    bad: [],
  };
  private pending: Pending[] = [];

  constructor(private readonly input: PassInput) {}

  async table(matched: MatchedTable): Promise<void> {
    const { spec, table } = matched;
    const map = rowMapper({ ...this.input, profile: this.input.state.profile, spec, table });
    let rows = 0;
    for await (const batch of table.rows()) {
      const mapped = batch.flatMap((row) => map(row) ?? []);
      await this.input.state.askLookups(this.input.database, mapped);
      for (const row of mapped) this.row(matched, row);
      rows += batch.length;
      if (this.pending.length > mostPending) await this.settle(false);
      this.input.progress(matched, rows);
      // Imports by upload run beside requests: whoever waits gets his turn after each batch.
      await othersFirst();
    }
  }

  /** Settles references to records that had not been met; at the end those that are still open are errors. */
  async settle(last: boolean): Promise<void> {
    const { state, database } = this.input;
    const byKind = new Map<string, Set<string>>();
    for (const { kind, key } of this.pending) {
      byKind.set(kind, (byKind.get(kind) ?? new Set()).add(key));
    }
    for (const [kind, keys] of byKind) await state.findExisting(database, kind, keys);
    const open = this.pending.filter(({ kind, key }) => !state.isThere(kind, key));
    this.pending = [];
    if (!last && open.length <= mostUnresolved) {
      this.pending = open;
      return;
    }
    for (const { kind, key, table, place, records } of open) {
      state.skip(table, place.rowNo, records);
      const keys = state.keysOf(kind);
      if (keys.has(keys.slot(key), keyFlag.bad)) this.result.rowsDependent += 1;
      else this.note({ ...place, problem: problem('import.refMissing', { kind, key }) }, true);
    }
  }

  private row(matched: MatchedTable, row: MappedRow): void {
    const { state } = this.input;
    this.result.rowsRead += 1;
    if (row.mended) this.result.rowsMended += 1;
    if (row.kept) this.result.rowsKept += 1;
    const problems = [...row.problems, ...this.lookupProblems(row), ...this.conflicts(row)];
    const where = { file: matched.table.file, sheet: matched.table.sheet };
    if (problems.length > 0) {
      for (const { spec, key } of row.records) {
        const keys = state.keysOf(spec.kind);
        keys.mark(keys.slot(key), keyFlag.bad);
      }
      problems.forEach((found, index) => {
        this.note({ ...found, ...where }, index === 0);
      });
      return;
    }
    for (const { spec, key } of row.records) {
      const keys = state.keysOf(spec.kind);
      keys.addGood(keys.slot(key), 1);
    }
    for (const { relations } of row.records) {
      for (const relation of relations) {
        if (relation.is !== 'ref' || state.isThere(relation.kind, relation.key)) continue;
        const columnNo = matched.table.header.indexOf(relation.column ?? '') + 1 || null;
        const place = { ...where, rowNo: row.rowNo, column: relation.column, columnNo, value: relation.key };
        this.pending.push({
          kind: relation.kind,
          key: relation.key,
          table: matched.spec.name,
          place,
          records: row.records,
        });
      }
    }
  }

  /** Two rows with one key must say the same; the first counts. */
  private conflicts(row: MappedRow): RowProblem[] {
    if (row.problems.length > 0) return [];
    const { state } = this.input;
    return row.records.flatMap((record) => {
      const slot = state.keysOf(record.spec.kind).slot(record.key);
      if (state.contentOf(record.specNo).agrees(slot, contentOf(record))) return [];
      const values = { kind: record.spec.kind, key: record.key };
      return [
        {
          rowNo: row.rowNo,
          column: null,
          columnNo: null,
          value: null,
          problem: problem('import.keyTwice', values),
        },
      ];
    });
  }

  private lookupProblems(row: MappedRow): RowProblem[] {
    return row.records.flatMap(({ relations }) =>
      relations.flatMap((relation) => {
        if (relation.is !== 'find') return [];
        const found = this.input.state.lookups.get(relation.kind, relation.by, relation.value);
        if (typeof found === 'object' || (found === 'none' && relation.missing !== 'error')) return [];
        const message = found === 'none' ? 'import.lookupNone' : 'import.lookupSeveral';
        const { kind, by: field, value } = relation;
        return [
          {
            rowNo: row.rowNo,
            column: relation.column,
            columnNo: null,
            value,
            problem: problem(message, { kind, field, value }),
          },
        ];
      }),
    );
  }

  private note(bad: BadRow, counts: boolean): void {
    if (counts) this.result.rowsBad += 1;
    if (this.result.bad.length < mostReported) this.result.bad.push(bad);
  }
}
