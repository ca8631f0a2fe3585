import { basename } from 'node:path';
import { checkRowCount, type ImportLimits } from '../limits.js';
import { type Cell, type DataTable, headerNames, isBlank, type Row } from '../table.js';
import { numberText, serialDate } from './serial-date.js';
import {
  readDateStyles,
  readSharedStrings,
  readWorkbook,
  unescapeText,
  type Workbook,
} from './xlsx-parts.js';
import { attribute, readXml } from './xml.js';
import { openArchive } from './zip.js';

/** Opens the sheets of an XLSX workbook that have a header row; nothing of their rows is kept in memory. */
export async function openXlsxTables(path: string, limits: ImportLimits): Promise<DataTable[]> {
  const file = basename(path);
  const archive = await openArchive(path, limits);
  try {
    const { sheets } = await readWorkbook(archive, file);
    const tables: DataTable[] = [];
    for (const { name } of sheets) {
      const first = await firstRow(readSheet(path, name, limits));
      if (!first) continue;
      tables.push({
        file,
        sheet: name,
        header: headerNames(first.cells),
        encoding: null,
        delimiter: ',',
        async *rows() {
          for await (const batch of readSheet(path, name, limits)) {
            const rows = batch.filter(({ rowNo }) => rowNo > first.rowNo);
            if (rows.length > 0) yield rows;
          }
        },
      });
    }
    return tables;
  } finally {
    archive.close();
  }
}

async function firstRow(rows: AsyncIterable<Row[]>): Promise<Row | null> {
  for await (const batch of rows) {
    if (batch[0]) return batch[0];
  }
  return null;
}

/** Rows of one sheet as they are unpacked. */
async function* readSheet(path: string, sheet: string, limits: ImportLimits): AsyncGenerator<Row[]> {
  const file = basename(path);
  const archive = await openArchive(path, limits);
  try {
    const workbook = await readWorkbook(archive, file);
    const strings = await readSharedStrings(archive, workbook.stringsPath, file);
    const dateStyles = await readDateStyles(archive, workbook.stylesPath, file);
    const place = workbook.sheets.find(({ name }) => name === sheet);
    const stream = place ? await archive.open(place.path) : null;
    if (!stream) return;
    const gatherer = new SheetGatherer(strings, dateStyles, workbook);
    for await (const _ of readXml(stream, file, gatherer)) {
      checkRowCount(gatherer.lastRow - 1, file, limits);
      const rows = gatherer.taken();
      if (rows.length > 0) yield rows;
    }
    const rows = gatherer.taken();
    if (rows.length > 0) yield rows;
  } finally {
    archive.close();
  }
}

/** Most columns that a sheet can have (XFD). */
const mostColumns = 16_384;

class SheetGatherer {
  lastRow = 0;
  private rows: Row[] = [];
  private cells: Cell[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private reading = false;
  private inPhonetic = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly dateStyles: readonly boolean[],
    private readonly workbook: Workbook,
  ) {}

  taken(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.lastRow = Number(attribute(attributes, 'r') ?? this.lastRow + 1);
        this.cells = [];
        this.column = -1;
        break;
      case 'c':
        this.column = attributes.r ? columnIndex(attributes.r) : this.column + 1;
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = '';
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
      case 'v':
      case 't':
        this.reading = !this.inPhonetic;
        break;
    }
  }

  text(text: string): void {
    if (this.reading) this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.reading = false;
        break;
      case 'rPh':
        this.inPhonetic = false;
        break;
      case 'c':
        if (this.column >= 0 && this.column < mostColumns) this.put(this.cell());
        break;
      case 'row':
        if (!isBlank(this.cells)) this.rows.push({ rowNo: this.lastRow, cells: this.cells });
        break;
    }
  }

  private put(cell: Cell): void {
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    if (this.value === '' && this.type !== 'inlineStr' && this.type !== 'str') return null;
    switch (this.type) {
      case 's':
        return this.strings[Number(this.value)] ?? null;
      case 'str':
      case 'inlineStr':
        return unescapeText(this.value);
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return this.value;
      case 'd':
        return this.value.replace('T', ' ').replace(/Z$/, '');
      default: {
        const number = Number(this.value);
        if (!Number.isFinite(number)) return this.value;
        const date = this.dateStyles[this.style] ? serialDate(number, this.workbook.dates1904) : null;
        return date ?? numberText(number);
      }
    }
  }
}

/** `AB12` → 27. */
function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}
