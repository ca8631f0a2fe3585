import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { importError } from './problem.js';

/** How large a file may be. `Infinity` where the command line streams. */
export interface ImportLimits {
  readonly fileBytes: number;
  /** Bytes after unpacking (XLSX). */
  readonly inflatedBytes: number;
  readonly rows: number;
  /** Most bytes that one packed byte may become; real workbooks stay below 100. */
  readonly inflationRatio: number;
  /** Files inside a workbook. */
  readonly entries: number;
  /** Memory of the worker that reads XLS, in MB: that format cannot be streamed. */
  readonly workerMegabytes: number;
  readonly workerSeconds: number;
}

const megabyte = 1024 * 1024;

/** For files that arrive over the network. */
export const uploadLimits: ImportLimits = {
  fileBytes: 10 * megabyte,
  inflatedBytes: 100 * megabyte,
  rows: 200_000,
  inflationRatio: 200,
  entries: 1000,
  workerMegabytes: 384,
  workerSeconds: 60,
};

/** For the operator's tool: any size; what hides a bomb is refused all the same. */
export const operatorLimits: ImportLimits = {
  ...uploadLimits,
  fileBytes: Number.POSITIVE_INFINITY,
  inflatedBytes: 8 * 1024 * megabyte,
  rows: Number.POSITIVE_INFINITY,
  workerMegabytes: 1024,
  workerSeconds: 600,
};

/** Size of a file; throws `import.fileMissing`, `import.fileTooLarge`, `import.emptyFile`. */
export function checkedFileSize(path: string, limits: ImportLimits): number {
  const file = basename(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw importError('import.fileMissing', { file });
  if (stats.size === 0) throw importError('import.emptyFile', { file });
  if (stats.size > limits.fileBytes) {
    throw importError('import.fileTooLarge', { file, megabytes: Math.floor(limits.fileBytes / megabyte) });
  }
  return stats.size;
}

/** Counts rows against the limit; throws `import.tooManyRows`. */
export function checkRowCount(count: number, file: string, limits: ImportLimits): void {
  if (count > limits.rows) throw importError('import.tooManyRows', { file, rows: limits.rows });
}
