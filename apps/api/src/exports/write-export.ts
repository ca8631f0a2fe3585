import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AggregateArguments, PageArguments } from '@kehu/query/arguments';
import type { Answer, ReadContext, ReadEngine } from '@kehu/query/engine';
import type { ExportCell, ExportWriter } from './cells.js';
import { type ColumnContext, columnsOf } from './columns.js';
import { writeCsv } from './csv-writer.js';
import type { ExportQuestion } from './parse-export.js';
import { writeXlsx } from './xlsx-writer.js';

export const exportFormats = ['CSV', 'XLSX'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const writers: Readonly<Record<ExportFormat, ExportWriter>> = { CSV: writeCsv, XLSX: writeXlsx };

export interface ExportInput {
  readonly engine: ReadEngine;
  readonly question: ExportQuestion;
  readonly reading: ReadContext;
  readonly columns: ColumnContext;
  readonly format: ExportFormat;
  readonly path: string;
  /** More rows than this end the export with `TooManyRowsError`. */
  readonly mostRows: number;
  /** Called with the rows written so far, after each thousand; what it throws ends the export. */
  readonly progress: (rows: number) => Promise<void>;
}

export interface ExportResult {
  readonly rows: number;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly columns: readonly string[];
}

/** The rows grew past the limit while they were written. */
export class TooManyRowsError extends Error {
  constructor(readonly limit: number) {
    super(`An export has at most ${limit} rows.`);
    this.name = 'TooManyRowsError';
  }
}

const progressRows = 1000;

/**
 * Writes what a question answers to a file, row by row, as its reader may see it: nothing is held in
 * memory but the piece under way. The file stands under its name only when it is complete.
 */
export async function writeExport(input: ExportInput): Promise<ExportResult> {
  const columns = columnsOf(input.question, input.columns);
  const names = columns.map(({ name }) => name);
  const hash = createHash('sha256');
  const draft = `${input.path}.part`;
  let rows = 0;
  async function* cells(): AsyncGenerator<readonly ExportCell[]> {
    for await (const row of answers(input)) {
      rows += 1;
      if (rows > input.mostRows) throw new TooManyRowsError(input.mostRows);
      if (rows % progressRows === 0) await input.progress(rows);
      yield columns.map((column) => column.cell(row));
    }
  }
  await mkdir(dirname(input.path), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      writers[input.format](names, cells()),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(draft, { mode: 0o600 }),
    );
    await rename(draft, input.path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { rows, hash: hash.digest('hex'), columns: names };
}

async function* answers({ engine, question, reading }: ExportInput): AsyncGenerator<Answer> {
  const { kind, is, args, selection } = question;
  if (is === 'aggregate') {
    yield* await engine.aggregate(kind.name, args as AggregateArguments, selection, reading);
    return;
  }
  const { where, orderBy } = args as PageArguments;
  yield* engine.stream(kind.name, { where: where ?? null, orderBy: orderBy ?? null }, selection, reading);
}
