import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { read, SSF } from '@e965/xlsx';
import { numberText, serialDate } from './serial-date.js';

/** What the worker is asked: the file, and a sheet (null: all sheets, as far as they are small enough to be kept). */
export interface XlsTask {
  readonly path: string;
  readonly sheet: string | null;
  /** Cells of all sheets together up to which their rows are sent along with the list of sheets. */
  readonly keepCells: number;
}
export interface XlsSheet {
  readonly name: string;
  readonly rowNo: number;
  readonly header: readonly (string | null)[];
}
export type XlsAnswer =
  | { readonly is: 'sheets'; readonly sheets: readonly XlsSheet[] }
  | {
      readonly is: 'rows';
      readonly sheet: string;
      readonly rows: readonly { rowNo: number; cells: (string | null)[] }[];
    }
  /** Whether the rows of all sheets were sent. */
  | { readonly is: 'end'; readonly kept: boolean }
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
  const send = (name: string, rows: ReturnType<typeof rowsOf>) => {
    for (let at = 0; at < rows.length; at += batchRows) {
      answer({ is: 'rows', sheet: name, rows: rows.slice(at, at + batchRows) });
    }
  };
  if (task.sheet !== null) {
    send(task.sheet, rowsOf(task.sheet));
    answer({ is: 'end', kept: false });
    return;
  }
  const all = book.SheetNames.map((name) => ({ name, rows: rowsOf(name) }));
  const sheets = all.flatMap(({ name, rows: [first] }) =>
    first ? [{ name, rowNo: first.rowNo, header: first.cells }] : [],
  );
  answer({ is: 'sheets', sheets });
  const cells = all.reduce(
    (sum, { rows }) => sum + rows.reduce((inner, row) => inner + row.cells.length, 0),
    0,
  );
  const kept = cells <= task.keepCells;
  if (kept) for (const { name, rows } of all) send(name, rows);
  answer({ is: 'end', kept });
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
