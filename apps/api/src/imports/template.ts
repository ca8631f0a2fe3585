import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Profile, TableSpec } from '@kehu/importer/profile/profile';
import type { ExportCell } from '../exports/cells.js';
import { workbook } from '../exports/xlsx-writer.js';

/**
 * Writes a workbook that a profile can import: a sheet for each of its tables, with the columns that it
 * reads and its example rows, ready to be filled in.
 */
export async function writeTemplate(profile: Profile, path: string): Promise<void> {
  const sheets = [...profile.tables.values()].map((table) => {
    const header = columnsOf(table);
    return { name: table.name.slice(0, 31), header, rows: exampleRows(table, header) };
  });
  await pipeline(workbook(sheets), createWriteStream(path));
}

function columnsOf({ example, columns }: TableSpec): string[] {
  return [...new Set([...(example[0]?.keys() ?? []), ...columns])];
}

async function* exampleRows(
  { example }: TableSpec,
  header: readonly string[],
): AsyncGenerator<readonly ExportCell[]> {
  for (const row of example) {
    yield header.map((column): ExportCell => {
      const text = row.get(column) ?? '';
      return text === '' ? { is: 'empty' } : { is: 'text', text };
    });
  }
}
