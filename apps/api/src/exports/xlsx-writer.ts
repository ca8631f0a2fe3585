import { Readable } from 'node:stream';
import { guarded } from '@kehu/importer/text/formula-guard';
import { ZipFile } from 'yazl';
import type { ExportCell, ExportWriter } from './cells.js';

/** Rows of one sheet, header included. */
const sheetRows = 1_048_576;
/** Small, so that the text under way is gone before the collector keeps it. */
const pieceCharacters = 8192;
/** Numbers with more digits than a double keeps are written as text, so that none is changed. */
const exactDigits = 15;
/** Longest text of a cell. */
const cellCharacters = 32_767;
/** Day 0 of spreadsheets. */
const epoch = Date.UTC(1899, 11, 30);
const dayMilliseconds = 86_400_000;

/** Positions in the list of cell styles of `styles`. */
const style = { plain: 0, header: 1, day: 2, time: 3, quoted: 4 } as const;

/**
 * An XLSX workbook, written while it is read: one sheet, texts inside their cells, days and times as
 * dates, decimals as numbers. Texts that look like formulas are marked as quoted, so that they stay
 * text also when somebody edits them; their content is unchanged.
 */
export const writeXlsx: ExportWriter = (header, rows) => workbook([{ name: 'Kehu', header, rows }]);

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly ExportCell[]>;
}

/** A workbook of several sheets, written one after the other. */
export function workbook(sheets: readonly Sheet[]): AsyncIterable<Buffer> {
  const zip = new ZipFile();
  const fixed = { mtime: new Date(Date.UTC(2000, 0, 1)) };
  for (const [name, text] of Object.entries(partsOf(sheets))) zip.addBuffer(Buffer.from(text), name, fixed);
  for (const [index, { header, rows }] of sheets.entries()) {
    // A stream begins to read only when its turn comes, and no faster than the output is taken.
    const content = Readable.from(sheet(header, rows), { objectMode: false });
    zip.addReadStream(content, `xl/worksheets/sheet${index + 1}.xml`, fixed);
  }
  zip.end();
  return zip.outputStream as Readable as AsyncIterable<Buffer>;
}

/** More rows than a sheet holds. */
export class SheetFullError extends Error {}

async function* sheet(
  header: readonly string[],
  rows: AsyncIterable<readonly ExportCell[]>,
): AsyncGenerator<Buffer> {
  let text =
    `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>` +
    `<row r="1">${header.map((name) => inline(name, style.header)).join('')}</row>`;
  let row = 1;
  for await (const cells of rows) {
    row += 1;
    if (row > sheetRows) throw new SheetFullError();
    text += `<row r="${row}">${cells.map(cellXml).join('')}</row>`;
    if (text.length >= pieceCharacters) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function cellXml(cell: ExportCell): string {
  switch (cell.is) {
    case 'empty':
      return '<c/>';
    case 'number':
      return cell.text.replace(/\D/g, '').replace(/^0+/, '').length <= exactDigits
        ? `<c><v>${cell.text}</v></c>`
        : inline(cell.text, style.plain);
    case 'day':
    case 'time': {
      const serial = serialOf(cell.text);
      return serial === null
        ? inline(cell.text, style.plain)
        : `<c s="${style[cell.is]}"><v>${serial}</v></c>`;
    }
    case 'text':
      return inline(cell.text, guarded(cell.text) === cell.text ? style.plain : style.quoted);
  }
}

/** A day or local time as a spreadsheet's number; null before 1900-03-01, where spreadsheets disagree. */
function serialOf(text: string): number | null {
  const milliseconds = Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`);
  const serial = (milliseconds - epoch) / dayMilliseconds;
  return Number.isFinite(serial) && serial >= 61 ? serial : null;
}

function inline(text: string, s: number): string {
  const shown = text.length > cellCharacters ? text.slice(0, cellCharacters) : text;
  return `<c t="inlineStr"${s === 0 ? '' : ` s="${s}"`}><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; characters that XML does not have are written as workbooks write them. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(
      /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function partsOf(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const each = (text: (no: number, name: string) => string) =>
    sheets.map(({ name }, index) => text(index + 1, escapeXml(name))).join('');
  const styles = `rId${sheets.length + 1}`;
  return {
    '[Content_Types].xml':
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>` +
      each(
        (no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${content}.worksheet+xml"/>`,
      ) +
      `<Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((no, name) => `<sheet name="${name}" sheetId="${no}" r:id="rId${no}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${xmlHead}<Relationships xmlns="${relations}">` +
      each(
        (no) => `<Relationship Id="rId${no}" Type="${office}/worksheet" Target="worksheets/sheet${no}.xml"/>`,
      ) +
      `<Relationship Id="${styles}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml,
  };
}

const stylesXml =
  `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>' +
  '<xf quotePrefix="1"/></cellXfs></styleSheet>';
