/** A cell as text: numbers of workbooks in their shortest exact form, their dates as `YYYY-MM-DD[ HH:MM:SS]`. */
export type Cell = string | null;

export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly rowNo: number;
  readonly cells: readonly Cell[];
}

/** One sheet, or one text file: a header and rows that can be read as often as wanted. */
export interface DataTable {
  /** File name without its folder. */
  readonly file: string;
  /** Sheet of a workbook; null for a text file. */
  readonly sheet: string | null;
  readonly header: readonly string[];
  /** `utf-8`, `gb18030`, `utf-16le` … for text files. */
  readonly encoding: string | null;
  /** Delimiter of a text file: what a torn cell is put together with again. */
  readonly delimiter: string;
  /** Rows after the header, in batches, blank rows left out. Throws `ImportError` for a damaged file. */
  rows(): AsyncIterable<readonly Row[]>;
}

/** Whether a row has nothing in it. */
export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || cell.trim() === '');
}

/** Names of a header row, trimmed, without the blank ones at its end. */
export function headerNames(cells: readonly Cell[]): string[] {
  const names = cells.map((cell) => (cell ?? '').replace(/\s+/g, ' ').trim());
  while (names.length > 0 && names.at(-1) === '') names.pop();
  return names;
}
