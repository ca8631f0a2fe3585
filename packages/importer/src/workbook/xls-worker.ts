import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { read, SSF } from '@e965/xlsx';
import { numberText, serialDate } from './serial-date.js';

/** What the worker is asked: the file, and a sheet (null: the list of sheets with their headers). */
export interface XlsTask {
  readonly path: string;
  readonly sheet: string | null;
}
export type XlsAnswer =
  | {
      readonly is: 'sheets';
      readonly sheets: readonly { name: string; rowNo: number; header: (string | null)[] }[];
    }
  | { readonly is: 'rows'; readonly rows: readonly { rowNo: number; cells: (string | null)[] }[] }
  | { readonly is: 'end' }
  | { readonly is: 'failed'; readonly reason: string };

const batchRows = 1000;

/** Only this worker touches the old binary format; it is ended from outside when it takes too much. */
function run(task: XlsTask, answer: (message: XlsAnswer) => void): void {
  const book = read(readFileSync(task.path), {
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
  });
  const dates1904 = Boolean(book.Workbook?.WBProps?.date1904);
  const rowsOf = (name: string): { rowNo: number; cells: (string | null)[] }[] => {
    const data = (book.Sheets[name] as { '!data'?: unknown[][] } | undefined)?.['!data'] ?? [];
    const rows: { rowNo: number; cells: (string | null)[] }[] = [];
    data.forEach((row, index) => {
      if (!row) return;
      const cells = Array.from(row, (cell) => cellText(cell as XlsCell | undefined, dates1904));
      if (cells.some((cell) => cell !== null && cell.trim() !== '')) rows.push({ rowNo: index + 1, cells });
    });
    return rows;
  };
  if (task.sheet === null) {
    const sheets = book.SheetNames.flatMap((name) => {
      const first = rowsOf(name)[0];
      return first ? [{ name, rowNo: first.rowNo, header: first.cells }] : [];
    });
    answer({ is: 'sheets', sheets });
  } else {
    const rows = rowsOf(task.sheet);
    for (let at = 0; at < rows.length; at += batchRows) {
      answer({ is: 'rows', rows: rows.slice(at, at + batchRows) });
    }
  }
  answer({ is: 'end' });
}

interface XlsCell {
  readonly t: string;
  readonly v?: string | number | boolean;
  readonly z?: string | number;
  readonly w?: string;
}

function cellText(cell: XlsCell | undefined, dates1904: boolean): string | null {
  if (cell?.v === undefined) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'number' ? (SSF.get_table()[cell.z] ?? '') : (cell.z ?? '');
    const date = SSF.is_date(String(format)) ? serialDate(cell.v, dates1904) : null;
    return date ?? numberText(cell.v);
  }
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '#N/A';
  return cell.t === 'z' ? null : String(cell.v);
}

const port = parentPort;
if (port) {
  const answer = (message: XlsAnswer) => port.postMessage(message);
  try {
    run(workerData as XlsTask, answer);
  } catch (error) {
    answer({ is: 'failed', reason: error instanceof Error ? error.message.slice(0, 120) : 'unknown' });
  }
}
