import { importError } from '../problem.js';

/** Most characters of one row; an unclosed quote ends here instead of in the memory. */
const longestRow = 4_000_000;
const quote = 34;
const carriageReturn = 13;
const lineFeed = 10;

/**
 * Reads delimited text (RFC 4180) as it arrives. Lines may end in LF, CRLF or CR; quoted cells may
 * hold delimiters, line ends and doubled quotes. Stricter than spreadsheets in two points, since
 * both mean a damaged file: text after a closing quote and a quote that is never closed are errors
 * (`import.quoteMisplaced`, `import.quoteUnclosed`) that name the row.
 */
export class CsvParser {
  private rest = '';
  private rowNo = 0;
  private readonly delimiterCode: number;

  constructor(
    delimiter: string,
    private readonly file: string,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** Rows that are complete with this piece of text; blank lines are rows without text. */
  push(text: string): string[][] {
    this.rest = this.rest === '' ? text : this.rest + text;
    return this.take(false);
  }

  /** The last row, which may lack its line end. */
  end(): string[][] {
    return this.take(true);
  }

  private take(last: boolean): string[][] {
    const rows: string[][] = [];
    let start = 0;
    while (start < this.rest.length) {
      const next = this.row(start, last, rows);
      if (next === -1) break;
      start = next;
      this.rowNo += 1;
    }
    this.rest = this.rest.slice(start);
    if (this.rest.length > longestRow) {
      throw importError(this.rest.includes('"') ? 'import.quoteUnclosed' : 'import.rowTooLong', {
        file: this.file,
        row: this.rowNo + 1,
      });
    }
    return rows;
  }

  /** Parses one row from a position; answers where the next one begins, or −1 while it is incomplete. */
  private row(start: number, last: boolean, rows: string[][]): number {
    const text = this.rest;
    const end = text.length;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const close = this.closingQuote(at + 1);
        if (close === -1) {
          if (last) throw importError('import.quoteUnclosed', { file: this.file, row: this.rowNo + 1 });
          return -1;
        }
        const inner = text.slice(at + 1, close);
        cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner);
        at = close + 1;
        if (at >= end && !last) return -1;
      } else {
        const from = at;
        while (at < end) {
          const code = text.charCodeAt(at);
          if (code === this.delimiterCode || code === lineFeed || code === carriageReturn) break;
          at += 1;
        }
        if (at >= end && !last) return -1;
        cells.push(text.slice(from, at));
      }
      if (at >= end) {
        rows.push(cells);
        return end;
      }
      const code = text.charCodeAt(at);
      if (code === this.delimiterCode) {
        at += 1;
        if (at >= end && !last) return -1;
        continue;
      }
      if (code === lineFeed) {
        rows.push(cells);
        return at + 1;
      }
      if (code === carriageReturn) {
        if (at + 1 >= end && !last) return -1;
        rows.push(cells);
        return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
      }
      throw importError('import.quoteMisplaced', {
        file: this.file,
        row: this.rowNo + 1,
        column: cells.length,
      });
    }
  }

  /** Position of the quote that closes a cell; −1 while it is not there. */
  private closingQuote(from: number): number {
    const text = this.rest;
    let at = from;
    for (;;) {
      const found = text.indexOf('"', at);
      if (found === -1) return -1;
      if (text.charCodeAt(found + 1) !== quote) return found;
      at = found + 2;
    }
  }
}

const delimiters = [',', '\t', ';', '|'] as const;

/** The delimiter of a header line: the one that stands there most often outside quotes; a comma for a single column. */
export function delimiterOf(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  let best: string = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}
