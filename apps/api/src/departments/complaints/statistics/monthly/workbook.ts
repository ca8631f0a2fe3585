import type { ExportCell } from '../../../../exports/cells.js';
import { workbook } from '../../../../exports/xlsx-writer.js';
import type { ShownCell, ShownTable } from './answer.js';

const number = /^-?\d+(\.\d+)?$/;
const cellOf = (text: string | null): ExportCell =>
  text === null
    ? { is: 'text', text: '–' }
    : number.test(text)
      ? { is: 'number', text }
      : { is: 'text', text };

/** The totals stand beside those of the month before and of last year (dossier E6). */
const comparedPart = 1;
const text = (words: string): ExportCell => ({ is: 'text', text: words });

/** The table as a workbook: one sheet, its ten parts below each other; `compared` heads the two compared columns. */
export async function tableWorkbook(
  table: ShownTable,
  title: string,
  compared: readonly [previous: string, lastYear: string],
): Promise<Buffer> {
  async function* rows(): AsyncGenerator<readonly ExportCell[]> {
    for (const part of table.parts) {
      yield [];
      yield [
        text(`${part.no} ${part.title}`),
        ...part.columns.map(text),
        ...(part.no === comparedPart ? compared.map(text) : []),
      ];
      for (const row of part.rows) {
        const values = row.cells.map(({ value }: ShownCell) => cellOf(value));
        const [first] = row.cells;
        const beside =
          part.no === comparedPart && first ? [cellOf(first.previous), cellOf(first.lastYear)] : [];
        yield [text(row.label), ...values, ...beside];
      }
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of workbook([{ name: table.period, header: [title], rows: rows() }]))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
