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

/** The table as a workbook: one sheet, its ten parts below each other. */
export async function tableWorkbook(table: ShownTable, title: string): Promise<Buffer> {
  async function* rows(): AsyncGenerator<readonly ExportCell[]> {
    for (const part of table.parts) {
      yield [];
      yield [
        { is: 'text', text: `${part.no} ${part.title}` },
        ...part.columns.map((text) => ({ is: 'text' as const, text })),
      ];
      for (const row of part.rows) {
        const values = row.cells.map(({ value }: ShownCell) => cellOf(value));
        yield [{ is: 'text', text: row.label }, ...values];
      }
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of workbook([{ name: table.period, header: [title], rows: rows() }]))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
