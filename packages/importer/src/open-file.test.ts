import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { operatorLimits, uploadLimits } from './limits.js';
import { openDataFile } from './open-file.js';
import { failureOf, rowsOf, TestFolder } from './testing/files.js';
import { openXlsTables } from './workbook/xls.js';

const folder = new TestFolder();
afterAll(() => folder.remove());

const chinese = '名称,金额\r\n张三,12.5\r\n"李,四",3\r\n';
const expected = [
  ['张三', '12.5'],
  ['李,四', '3'],
];

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(chinese), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${chinese}`), 'utf-8'],
    ['GB18030', iconv.encode(chinese, 'gb18030'), 'gb18030'],
    ['UTF-16 LE with a byte order mark', iconv.encode(chinese, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 LE without', iconv.encode(chinese, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', iconv.encode(chinese, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 BE without', iconv.encode(chinese, 'utf-16be'), 'utf-16be'],
  ])('is read in %s', async (name, bytes, encoding) => {
    const { table, rows } = await rowsOf(folder.write(`${name}.csv`, bytes));
    expect(table).toMatchObject({ header: ['名称', '金额'], encoding, sheet: null });
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
  });

  it('is judged whole: one late GB18030 character decides against UTF-8', async () => {
    const ascii = `name,amount\n${'Anna,1\n'.repeat(60_000)}`;
    const path = folder.write(
      'late.csv',
      Buffer.concat([Buffer.from(ascii), iconv.encode('张三,2\n', 'gb18030')]),
    );
    const { table, rows } = await rowsOf(path);
    expect(table.encoding).toBe('gb18030');
    expect(rows.at(-1)).toEqual({ rowNo: 60_002, cells: ['张三', '2'] });
  });

  it('keeps characters beyond the basic plane in every encoding', async () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le']) {
      const { rows } = await rowsOf(
        folder.write(`plane-${encoding}.csv`, iconv.encode('名\n𠮷野家 👍\n', encoding)),
      );
      expect(rows[0]?.cells).toEqual(['𠮷野家 👍']);
    }
  });

  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['bars', '|'],
  ])('may be divided by %s', async (name, delimiter) => {
    const path = folder.write(`${name}.tsv`, `a${delimiter}b\n1,5${delimiter}"x${delimiter}y"\n`);
    const { table, rows } = await rowsOf(path);
    expect(table.delimiter).toBe(delimiter);
    expect(rows[0]?.cells).toEqual(['1,5', `x${delimiter}y`]);
  });

  it('counts rows as a spreadsheet does: lines inside a cell are no rows, blank lines are', async () => {
    const { rows } = await rowsOf(folder.write('lines.csv', 'a,b\n"一\n二",1\n\n三,2'));
    expect(rows).toEqual([
      { rowNo: 2, cells: ['一\n二', '1'] },
      { rowNo: 4, cells: ['三', '2'] },
    ]);
  });

  it.each([
    ['an empty file', '', 'import.emptyFile'],
    ['only blank lines', '\n\n \n', 'import.emptyFile'],
    ['a quote that is never closed', 'a,b\n"x,1\ny,2\n', 'import.quoteUnclosed'],
    ['text after a closing quote', 'a,b\n"x"y,1\n', 'import.quoteMisplaced'],
    ['two columns of one name', 'a,b,a\n1,2,3\n', 'import.duplicateColumn'],
    ['a web page', '<!DOCTYPE html><html></html>', 'import.wrongType'],
    ['a PDF', '%PDF-1.7 ...', 'import.wrongType'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'import.wrongType'],
    ['bytes that are no text', Buffer.from([1, 0, 0, 2, 0xff, 0xff, 0, 0, 0x80, 0x81]), 'import.notText'],
  ])('is refused when it is %s', async (name, content, message) => {
    expect(await failureOf(rowsOf(folder.write(`${name}.csv`, content)))).toEqual([message]);
  });

  it('is refused when it is missing, too large or too long for an upload', async () => {
    expect(await failureOf(rowsOf(join(folder.path, 'absent.csv')))).toEqual(['import.fileMissing']);
    const path = folder.write('long.csv', `a\n${'1\n'.repeat(50)}`);
    expect(await failureOf(rowsOf(path, { ...uploadLimits, fileBytes: 60 }))).toEqual([
      'import.fileTooLarge',
    ]);
    expect(await failureOf(rowsOf(path, { ...uploadLimits, rows: 40 }))).toEqual(['import.tooManyRows']);
    expect((await rowsOf(path, operatorLimits)).rows).toHaveLength(50);
  });
});

describe('an XLSX workbook', () => {
  it('gives texts, numbers and dates as text, whatever way they are stored', async () => {
    const path = await folder.workbook(
      'kinds.xlsx',
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c><c r="C1" t="str"><v>日期</v></c><c r="D1" t="str"><v>时间</v></c><c r="E1" t="str"><v>是否</v></c></row>' +
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="3"><v>1.25E-3</v></c><c r="C3" s="1"><v>42852</v></c><c r="D3" s="4"><v>42852.5625</v></c><c r="E3" t="b"><v>1</v></c></row>' +
        '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" s="2"><v>1</v></c></row>',
    );
    const { table, rows } = await rowsOf(path);
    expect(table).toMatchObject({ sheet: '订单', header: ['名称', '金额', '日期', '时间', '是否'] });
    expect(rows).toEqual([
      { rowNo: 3, cells: ['张三', '0.00125', '2017-04-27', '2017-04-27 13:30:00', 'TRUE'] },
      { rowNo: 4, cells: [' a&b ', null, '1900-01-01'] },
    ]);
  });

  it('is refused before unpacking when its content grows beyond all measure', async () => {
    const bomb = await folder.workbook(
      'bomb.xlsx',
      `<row r="1"><c t="str"><v>${'A'.repeat(40_000_000)}</v></c></row>`,
    );
    expect(await failureOf(openDataFile(bomb, operatorLimits))).toEqual(['import.zipBomb']);
    const many = await folder.zip(
      'many.xlsx',
      Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`f${n}`, 'x'])),
    );
    expect(await failureOf(openDataFile(many, operatorLimits))).toEqual(['import.zipBomb']);
    const text = Array.from(
      { length: 20_000 },
      (_, n) => `<row r="${n + 1}"><c t="str"><v>${(n * 7919) % 104_729}</v></c></row>`,
    ).join('');
    const large = await folder.workbook('large.xlsx', text);
    expect(await failureOf(openDataFile(large, { ...uploadLimits, inflatedBytes: 500_000 }))).toEqual([
      'import.inflatedTooLarge',
    ]);
  });

  it('is refused when its directory lies about a size', async () => {
    const path = await folder.workbook('liar.xlsx', '<row r="1"><c t="str"><v>a</v></c></row>');
    const bytes = readFileSync(path);
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(5, directory + 24);
    const lying = folder.write('lying.xlsx', bytes);
    expect(await failureOf(rowsOf(lying))).toHaveLength(1);
  });

  it('is refused when it is cut off, is another archive, or declares entities', async () => {
    const whole = await folder.workbook('whole.xlsx', '<row r="1"><c t="str"><v>a</v></c></row>');
    const cut = folder.write('cut.xlsx', readFileSync(whole).subarray(0, 700));
    expect(await failureOf(rowsOf(cut))).toEqual(['import.truncated']);
    const other = await folder.zip('other.xlsx', { 'readme.txt': 'no workbook' });
    expect(await failureOf(rowsOf(other))).toEqual(['import.notAWorkbook']);
    const broken = await folder.workbook('broken.xlsx', '<row><c></row>');
    expect(await failureOf(rowsOf(broken))).toEqual(['import.malformed']);
    const entities = await folder.workbook('entities.xlsx', '', {
      'xl/worksheets/sheet1.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    });
    expect(await failureOf(rowsOf(entities))).toEqual(['import.malformed']);
  });
});

describe('an XLS workbook', () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet(
      [
        ['名称', '日期'],
        ['张三', new Date(Date.UTC(2016, 1, 29))],
        ['=1+1', 12.5],
      ],
      { dateNF: 'yyyy-mm-dd', UTC: true },
    ),
    '客户',
  );
  const path = join(folder.path, 'old.xls');
  folder.write('old.xls', XLSX.write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer);

  it('is read in a worker, sheet by sheet', async () => {
    const { table, rows } = await rowsOf(path);
    expect(table).toMatchObject({ sheet: '客户', header: ['名称', '日期'] });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['张三', '2016-02-29'],
      ['=1+1', '12.5'],
    ]);
  });

  it('too large to be kept is read again for each sheet', async () => {
    const [table] = await openXlsTables(path, operatorLimits, 0);
    const cells: unknown[] = [];
    for await (const rows of table?.rows() ?? []) cells.push(...rows.map((row) => row.cells));
    expect(cells).toEqual([
      ['张三', '2016-02-29'],
      ['=1+1', '12.5'],
    ]);
  });

  it('is told by its content, not by its name', async () => {
    const renamed = join(folder.path, 'renamed.csv');
    copyFileSync(path, renamed);
    expect((await rowsOf(renamed)).rows).toHaveLength(2);
  });

  it('is refused when it is cut off or damaged', async () => {
    const bytes = readFileSync(path);
    const cut = folder.write('cut.xls', bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(await failureOf(rowsOf(cut))).toEqual(['import.truncated']);
    const damaged = folder.write('damaged.xls', Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(5000, 7)]));
    expect(await failureOf(rowsOf(damaged))).toHaveLength(1);
  });

  it('ends its worker when it takes too much memory or time', async () => {
    const wide = XLSX.utils.book_new();
    const rows = Array.from({ length: 4000 }, (_, r) =>
      Array.from({ length: 12 }, (_, c) => `text ${r} ${c}`),
    );
    XLSX.utils.book_append_sheet(wide, XLSX.utils.aoa_to_sheet(rows, { dense: true }), 'wide');
    const large = folder.write('wide.xls', XLSX.write(wide, { bookType: 'biff8', type: 'buffer' }) as Buffer);
    expect(await failureOf(rowsOf(large, { ...operatorLimits, workerMegabytes: 16 }))).toEqual([
      'import.tooMuchMemory',
    ]);
    expect(await failureOf(rowsOf(large, { ...operatorLimits, workerSeconds: 0.05 }))).toEqual([
      'import.tooSlow',
    ]);
  });
});
