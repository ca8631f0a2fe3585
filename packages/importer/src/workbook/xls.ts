import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkRowCount, type ImportLimits } from '../limits.js';
import { importError } from '../problem.js';
import { type DataTable, headerNames, type Row } from '../table.js';
import type { XlsAnswer, XlsSheet, XlsTask } from './xls-worker.js';

/** A workbook with no more cells than this is parsed once and its rows are kept; they take some 50 MB. */
const mostKeptCells = 500_000;

/** Opens the sheets of an XLS workbook (Excel 97–2003). */
export async function openXlsTables(
  path: string,
  limits: ImportLimits,
  keepCells = mostKeptCells,
): Promise<DataTable[]> {
  const file = basename(path);
  await checkContainer(path, file);
  let sheets: readonly XlsSheet[] = [];
  let kept = false;
  const keptRows = new Map<string, Row[]>();
  for await (const answer of ask({ path, sheet: null, keepCells }, file, limits)) {
    if (answer.is === 'sheets') sheets = answer.sheets;
    if (answer.is === 'rows')
      keptRows.set(answer.sheet, [...(keptRows.get(answer.sheet) ?? []), ...answer.rows]);
    if (answer.is === 'end') kept = answer.kept;
  }
  return sheets.map(({ name, rowNo, header }) => ({
    file,
    sheet: name,
    header: headerNames(header),
    encoding: null,
    delimiter: ',',
    async *rows() {
      let count = 0;
      for await (const rows of kept ? [keptRows.get(name) ?? []] : rowsOf(path, name, file, limits)) {
        const after = rows.filter((row) => row.rowNo > rowNo);
        count += after.length;
        checkRowCount(count, file, limits);
        if (after.length > 0) yield after;
      }
    },
  }));
}

async function* rowsOf(
  path: string,
  sheet: string,
  file: string,
  limits: ImportLimits,
): AsyncGenerator<readonly Row[]> {
  for await (const answer of ask({ path, sheet, keepCells: 0 }, file, limits)) {
    if (answer.is === 'rows') yield answer.rows;
  }
}

/** Runs the worker under its memory and time limits and hands over what it answers. */
async function* ask(task: XlsTask, file: string, limits: ImportLimits): AsyncGenerator<XlsAnswer> {
  const worker = new Worker(workerPlace(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes },
  });
  const queue: XlsAnswer[] = [];
  let failure: Error | null = null;
  let wake: () => void = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  worker.on('message', (answer: XlsAnswer) => {
    queue.push(answer);
    wake();
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? importError('import.tooMuchMemory', { file })
        : importError('import.malformed', { file, reason: error.message.slice(0, 120) }),
    ),
  );
  worker.on('exit', () => fail(importError('import.malformed', { file, reason: 'exit' })));
  const timer = setTimeout(() => fail(importError('import.tooSlow', { file })), limits.workerSeconds * 1000);
  try {
    for (;;) {
      const answer = queue.shift();
      if (!answer) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (answer.is === 'failed') {
        const key = /password|encrypt/i.test(answer.reason) ? 'import.encrypted' : 'import.malformed';
        throw importError(key, { file, reason: answer.reason });
      }
      yield answer;
      if (answer.is === 'end') return;
    }
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The worker is plain JavaScript from the build, also when the caller runs from the sources (tests). */
function workerPlace(): URL {
  const here = import.meta.url;
  return here.endsWith('.ts')
    ? new URL('../../dist/workbook/xls-worker.js', here)
    : new URL('./xls-worker.js', here);
}

/** From here on, values of the table are marks (free, end of chain …), not numbers of sectors. */
const firstMark = 0xfffffffa;

/**
 * Whether the container is as long as its own allocation table says; a file that was cut off would
 * otherwise be read with sheets missing.
 */
async function checkContainer(path: string, file: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(512);
    await handle.read(header, 0, 512, 0);
    const sectorSize = 2 ** header.readUInt16LE(30);
    if (sectorSize !== 512 && sectorSize !== 4096)
      throw importError('import.malformed', { file, reason: 'CFB' });
    let lastUsed = -1;
    for (let index = 0; index < 109; index++) {
      const sector = header.readUInt32LE(76 + index * 4);
      if (sector >= firstMark) break;
      const table = Buffer.alloc(sectorSize);
      const { bytesRead } = await handle.read(table, 0, sectorSize, (sector + 1) * sectorSize);
      if (bytesRead < sectorSize) throw importError('import.truncated', { file, reason: 'FAT' });
      for (let slot = 0; slot < sectorSize / 4; slot++) {
        // Some programs write "end of chain" into unused places, so only links count: both their ends exist.
        const next = table.readUInt32LE(slot * 4);
        if (next < firstMark) lastUsed = Math.max(lastUsed, next, index * (sectorSize / 4) + slot);
      }
    }
    // The last sector may be short: some programs do not fill it up.
    if (size <= (lastUsed + 1) * sectorSize) throw importError('import.truncated', { file, reason: 'FAT' });
  } finally {
    await handle.close();
  }
}
