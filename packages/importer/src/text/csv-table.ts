import { basename } from 'node:path';
import { checkRowCount, type ImportLimits } from '../limits.js';
import { importError } from '../problem.js';
import { type DataTable, headerNames, isBlank, type Row } from '../table.js';
import { CsvParser, delimiterOf } from './csv-parser.js';
import { detectEncoding, readText, type TextEncoding } from './encoding.js';

/** Opens a CSV or TSV file: encoding and delimiter are found from its content. */
export async function openTextTable(path: string, limits: ImportLimits): Promise<DataTable> {
  const file = basename(path);
  const { encoding, bomBytes } = await detectEncoding(path);
  const delimiter = delimiterOf(await firstLine(path, encoding, bomBytes));
  const allRows = () => parse(path, encoding, bomBytes, delimiter, limits);
  const first = await firstRow(allRows());
  if (!first) throw importError('import.emptyFile', { file });
  return {
    file,
    sheet: null,
    header: headerNames(first.cells),
    encoding,
    delimiter,
    async *rows() {
      for await (const batch of allRows()) {
        const rows = batch.filter(({ rowNo }) => rowNo > first.rowNo);
        if (rows.length > 0) yield rows;
      }
    },
  };
}

/** Numbered rows in batches, blank lines counted but left out. */
async function* parse(
  path: string,
  encoding: TextEncoding,
  bomBytes: number,
  delimiter: string,
  limits: ImportLimits,
): AsyncGenerator<Row[]> {
  const file = basename(path);
  const parser = new CsvParser(delimiter, file);
  let rowNo = 0;
  const number = (rows: string[][]): Row[] => {
    const numbered: Row[] = [];
    for (const cells of rows) {
      rowNo += 1;
      if (!isBlank(cells)) numbered.push({ rowNo, cells });
    }
    checkRowCount(rowNo - 1, file, limits);
    return numbered;
  };
  for await (const text of readText(path, encoding, bomBytes)) {
    const rows = number(parser.push(text));
    if (rows.length > 0) yield rows;
  }
  const rows = number(parser.end());
  if (rows.length > 0) yield rows;
}

async function firstRow(rows: AsyncIterable<Row[]>): Promise<Row | null> {
  for await (const batch of rows) {
    if (batch[0]) return batch[0];
  }
  return null;
}

async function firstLine(path: string, encoding: TextEncoding, bomBytes: number): Promise<string> {
  for await (const text of readText(path, encoding, bomBytes)) {
    const line = text.split(/\r\n|\n|\r/).find((candidate) => candidate.trim() !== '');
    if (line) return line;
  }
  return '';
}
