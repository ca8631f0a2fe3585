import { guarded } from '@kehu/importer/text/formula-guard';
import type { ExportCell, ExportWriter } from './cells.js';

/** Text is handed on in pieces of about this size. */
const pieceCharacters = 65_536;

/**
 * CSV as spreadsheets open it by a double click: UTF-8 with a byte order mark, commas, CRLF. Texts are
 * guarded against being taken for formulas; numbers, days and times are written as they are.
 */
export const writeCsv: ExportWriter = async function* (header, rows) {
  let text = `\ufeff${header.map((name) => quoted(guarded(name))).join(',')}\r\n`;
  for await (const cells of rows) {
    text += `${cells.map(cellText).join(',')}\r\n`;
    if (text.length >= pieceCharacters) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
};

function cellText(cell: ExportCell): string {
  if (cell.is === 'empty') return '';
  return cell.is === 'text' ? quoted(guarded(cell.text)) : cell.text;
}

function quoted(text: string): string {
  return /[",;\t\r\n|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
