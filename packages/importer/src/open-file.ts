import { basename } from 'node:path';
import { checkedFileSize, type ImportLimits } from './limits.js';
import { importError } from './problem.js';
import type { DataTable } from './table.js';
import { openTextTable } from './text/csv-table.js';
import { firstBytes } from './text/encoding.js';
import { openXlsTables } from './workbook/xls.js';
import { openXlsxTables } from './workbook/xlsx.js';

/** Beginnings of files that are sometimes given in place of a table; the content decides, not the name. */
const others: readonly { readonly begins: readonly number[]; readonly is: string }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46], is: 'PDF' },
  { begins: [0x89, 0x50, 0x4e, 0x47], is: 'PNG' },
  { begins: [0xff, 0xd8, 0xff], is: 'JPEG' },
  { begins: [0x1f, 0x8b], is: 'gzip' },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], is: '7z' },
  { begins: [0x52, 0x61, 0x72, 0x21], is: 'RAR' },
];

/**
 * Opens a data file: CSV or TSV in UTF-8, UTF-16 or GB18030, XLSX, XLS. A workbook has a table for
 * each sheet with content. Throws `ImportError` with a message that says what the file is instead.
 */
export async function openDataFile(path: string, limits: ImportLimits): Promise<DataTable[]> {
  checkedFileSize(path, limits);
  const file = basename(path);
  const start = await firstBytes(path, 512);
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => start[index] === byte);
  const tables = begins([0x50, 0x4b])
    ? await openXlsxTables(path, limits)
    : begins([0xd0, 0xcf, 0x11, 0xe0])
      ? await openXlsTables(path, limits)
      : await openText(path, start, limits);
  if (tables.length === 0) throw importError('import.emptyFile', { file });
  for (const { header } of tables) {
    const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
    if (twice) throw importError('import.duplicateColumn', { file, column: twice });
  }
  return tables;
}

async function openText(path: string, start: Buffer, limits: ImportLimits): Promise<DataTable[]> {
  const file = basename(path);
  const other = others.find(({ begins }) => begins.every((byte, index) => start[index] === byte));
  if (other) throw importError('import.wrongType', { file, type: other.is });
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) {
    throw importError('import.wrongType', { file, type: 'HTML/XML' });
  }
  return [await openTextTable(path, limits)];
}
