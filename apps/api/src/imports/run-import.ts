import { basename } from 'node:path';
import type { Database, Queryable } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import type { ImportLimits } from '@kehu/importer/limits';
import type { LinkedTable } from '@kehu/importer/map/linked-table';
import { importError } from '@kehu/importer/problem';
import type { Profile } from '@kehu/importer/profile/profile';
import type { Targets } from '@kehu/importer/profile/target';
import type { FieldCodec } from '../records/codec.js';
import { changeTrail } from './change-trail.js';
import { type CheckResult, checkPass } from './check-pass.js';
import { type KindCounts, totalOf } from './counts.js';
import { ImportState } from './import-state.js';
import { knownFailure } from './known-failures.js';
import type { ImportProgress } from './progress.js';
import { type RunRecord, startRun } from './run-record.js';
import { loadLinked, type MatchedTable, openSources } from './source-files.js';
import { WritePass } from './write-pass.js';

/** What an import needs of the server. */
export interface ImportDeps {
  readonly database: Database;
  readonly ids: IdBlocks;
  readonly codec: FieldCodec;
  /** Key of the audit entries' check values. */
  readonly auditSecret: Buffer;
  readonly now: () => Date;
  /** The organisation's zone. */
  readonly zone: string;
  readonly targets: Targets;
}

export interface ImportRequest {
  readonly profile: Profile;
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, boolean>;
  readonly limits: ImportLimits;
  readonly dryRun: boolean;
  /** Take the good rows although there are bad ones. */
  readonly acceptGoodRows: boolean;
  readonly staffId: string | null;
  readonly via: 'session' | 'token' | 'operator' | 'system';
  readonly progress: (progress: ImportProgress) => void;
  /** Told the run's id as soon as it is on record. */
  readonly started?: (runId: string) => void;
  /** Most rows of an import in one transaction; `wholeUpTo` unless given. */
  readonly wholeUpTo?: number;
}

export interface ImportOutcome {
  readonly runId: string;
  /** `REFUSED`: there are bad rows and nobody said to take the good ones; nothing was written. */
  readonly state: 'DONE' | 'REFUSED';
  readonly check: CheckResult;
  /** By kind; of a dry run: what would be. */
  readonly counts: ReadonlyMap<string, KindCounts>;
  readonly leftOut: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly file: string;
    readonly encoding: string | null;
  }[];
}

/** Up to this many rows the whole import is one transaction; beyond, each batch is one of its own. */
export const wholeUpTo = 200_000;

/**
 * Imports files by a profile. First everything is read and checked and nothing written; with bad rows
 * the run is REFUSED unless `acceptGoodRows`. Then the rows are written: up to 200,000 in one
 * transaction, so that a failure leaves nothing; larger files in batches, each complete in itself, and
 * the same command again goes on where a broken one stopped, since keys decide what is known. The run
 * is recorded as `ImportRun` whatever happens. Throws `ImportError` for files that cannot be used.
 */
export async function runImport(deps: ImportDeps, request: ImportRequest): Promise<ImportOutcome> {
  checkOptions(request);
  const run = await recorded(deps, request);
  request.started?.(run.id);
  try {
    return await checkedRun(deps, request, run);
  } catch (error) {
    const told = knownFailure(error, request.profile.name);
    const message = told instanceof Error ? told.message : String(told);
    // The database itself may be what failed; then the next run of the profile marks this one.
    await run.finish(deps.database, { state: 'FAILED', message: message.slice(0, 1000) }, []).catch(() => {});
    throw told;
  } finally {
    await run.release().catch(() => {});
  }
}

async function recorded(deps: ImportDeps, request: ImportRequest): Promise<RunRecord> {
  try {
    return await startRun(deps, {
      profile: request.profile.name,
      files: request.files.map((path) => basename(path)),
      staffId: request.staffId,
      via: request.via,
      dryRun: request.dryRun,
    });
  } catch (error) {
    throw knownFailure(error, request.profile.name);
  }
}

async function checkedRun(deps: ImportDeps, request: ImportRequest, run: RunRecord): Promise<ImportOutcome> {
  const { profile, options } = request;
  const sources = await openSources(request.files, profile, request.limits);
  const linked = await loadLinked(sources.tables, profile, options);
  const state = new ImportState(profile);
  const renew = every(10_000, () => run.renew());
  const check = await checkPass({
    ...deps,
    state,
    tables: sources.tables,
    linked,
    options,
    progress: ({ table }, rows) => request.progress({ phase: 'checking', file: table.file, rows }),
  });
  await renew();
  const outcome = (finished: 'DONE' | 'REFUSED', counts: ReadonlyMap<string, KindCounts>): ImportOutcome => ({
    runId: run.id,
    state: finished,
    check,
    counts,
    leftOut: sources.leftOut.map(({ file, sheet }) => (sheet ? `${file} [${sheet}]` : file)),
    tables: sources.tables.map(({ spec, table }) => ({
      name: spec.name,
      file: table.file,
      encoding: table.encoding,
    })),
  });
  if (check.rowsBad > 0 && !request.acceptGoodRows) {
    await run.finish(deps.database, record('REFUSED', check, new Map()), check.bad);
    return outcome('REFUSED', new Map());
  }
  const counts = await write(deps, request, run, { state, tables: sources.tables, linked, check, renew });
  return outcome('DONE', counts);
}

interface Checked {
  readonly state: ImportState;
  readonly tables: readonly MatchedTable[];
  readonly linked: ReadonlyMap<string, LinkedTable>;
  readonly check: CheckResult;
  readonly renew: () => Promise<void>;
}

async function write(
  deps: ImportDeps,
  request: ImportRequest,
  run: RunRecord,
  { state, tables, linked, check, renew }: Checked,
): Promise<ReadonlyMap<string, KindCounts>> {
  const pass = new WritePass({
    ...deps,
    state,
    tables,
    linked,
    options: request.options,
    renew,
    dryRun: request.dryRun,
    trail: changeTrail(deps, { id: run.id, staffId: request.staffId, via: request.via }),
    progress: request.progress,
  });
  const finish = (connection: Queryable) =>
    run.finish(connection, record('DONE', check, pass.counts()), check.bad);
  if (request.dryRun) {
    await pass.run((work) => work(deps.database));
    await finish(deps.database);
  } else if (check.rowsRead <= (request.wholeUpTo ?? wholeUpTo)) {
    await deps.database.transaction(async (transaction) => {
      state.resetWrites();
      await pass.run((work) => work(transaction));
      await finish(transaction);
    });
  } else {
    await pass.run((work) => deps.database.transaction(work));
    await finish(deps.database);
  }
  return pass.counts();
}

function record(state: 'DONE' | 'REFUSED', check: CheckResult, counts: ReadonlyMap<string, KindCounts>) {
  return {
    state,
    rowsRead: check.rowsRead,
    rowsBad: check.rowsBad,
    rowsCreated: totalOf(counts, 'created'),
    rowsChanged: totalOf(counts, 'changed'),
    rowsUnchanged: totalOf(counts, 'unchanged'),
    counts: JSON.stringify(Object.fromEntries(counts)),
  };
}

function checkOptions({ profile, options }: ImportRequest): void {
  for (const option of options.keys()) {
    if (profile.options.has(option)) continue;
    const allowed = [...profile.options.keys()].join(', ') || '–';
    throw importError('import.unknownOption', { option, profile: profile.name, allowed });
  }
}

/** Runs something at most once in so many milliseconds. */
function every(milliseconds: number, work: () => Promise<void>): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < milliseconds) return;
    last = Date.now();
    await work();
  };
}
