import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorLimits } from '@kehu/importer/limits';
import { openDataFile } from '@kehu/importer/open-file';
import { unguarded } from '@kehu/importer/text/formula-guard';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExportCell, ExportWriter } from './cells.js';
import { writeCsv } from './csv-writer.js';
import { writeXlsx } from './xlsx-writer.js';

const folder = mkdtempSync(join(tmpdir(), 'kehu-writers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (value: string): ExportCell => ({ is: 'text', text: value });
const awkward = [
  '=1+1',
  '-张三, "经理"',
  'a;=cmd|x',
  '两行\n文字',
  ' 前后有空格 ',
  '👨‍👩‍👧 𠮷',
  "'; DROP TABLE customer; --",
  '<b>&amp;</b>',
  '_x0041_',
  '\u0007',
  '@everyone',
  '12345678901234567890',
];
const cells: ExportCell[][] = awkward.map((value, index) => [
  text(value),
  { is: 'number', text: index % 2 === 0 ? `-${index}.1250` : '9007199254740993.0001' },
  { is: 'day', text: '2024-02-29' },
  { is: 'time', text: '2016-03-07 13:30:05' },
  { is: 'empty' },
]);

async function written(writer: ExportWriter, name: string): Promise<string> {
  const path = join(folder, name);
  async function* rows() {
    yield* cells;
  }
  const pieces: Buffer[] = [];
  for await (const piece of writer(['名称', '金额', '日期', '时间', '空'], rows())) pieces.push(piece);
  await writeFile(path, Buffer.concat(pieces));
  return path;
}

async function read(path: string) {
  const [table] = await openDataFile(path, operatorLimits);
  if (!table) throw new Error('There is no table.');
  const rows: (readonly (string | null)[])[] = [];
  for await (const batch of table.rows()) rows.push(...batch.map((row) => row.cells));
  return { header: table.header, rows, encoding: table.encoding };
}

describe('a CSV export', () => {
  it('is read back as the same values, texts behind their guard', async () => {
    const { header, rows, encoding } = await read(await written(writeCsv, 'a.csv'));
    expect(encoding).toBe('utf-8');
    expect(header).toEqual(['名称', '金额', '日期', '时间', '空']);
    expect(rows.map(([name]) => unguarded(name ?? ''))).toEqual(awkward);
    expect(rows[0]?.slice(1)).toEqual(['-0.1250', '2024-02-29', '2016-03-07 13:30:05', '']);
  });

  it('leaves numbers without a guard and never begins a cell with a formula', async () => {
    const { rows } = await read(await written(writeCsv, 'b.csv'));
    for (const [name, amount] of rows) {
      expect(amount).toMatch(/^-?\d/);
      expect(name).not.toMatch(/^[=+@-]/);
    }
  });
});

describe('an XLSX export', () => {
  it('is read back as the same values, texts unchanged', async () => {
    const { header, rows } = await read(await written(writeXlsx, 'a.xlsx'));
    expect(header).toEqual(['名称', '金额', '日期', '时间', '空']);
    expect(rows.map(([name]) => name)).toEqual(awkward);
    expect(rows[0]?.slice(1)).toEqual(['-0.125', '2024-02-29', '2016-03-07 13:30:05', null]);
    // More digits than a spreadsheet's number keeps stand as text, so that none is lost.
    expect(rows[1]?.[1]).toBe('9007199254740993.0001');
  });
});
