import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadLimits } from '@kehu/importer/limits';
import { openArchive } from '@kehu/importer/workbook/zip';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { fillTemplate } from './fill-template.js';

const folder = mkdtempSync(join(tmpdir(), 'kehu-fill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function zip(files: Readonly<Record<string, string>>): Promise<string> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  const path = join(folder, 'template.xlsx');
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}
async function read(content: Buffer, name: string): Promise<string> {
  const path = join(folder, 'filled.xlsx');
  writeFileSync(path, content);
  const archive = await openArchive(path, uploadLimits);
  const stream = await archive.open(name);
  const text = Buffer.concat(await (stream?.toArray() ?? [])).toString('utf8');
  archive.close();
  return text;
}

const sheet = 'xl/worksheets/sheet1.xml';
const values: Readonly<Record<string, string>> = {
  'part1.received': '8',
  'part9.1': '等待 <送检> & 复核',
  period: '2026-02',
  'part7.cause.QUALITY_DEFECT/异味.cases': '3',
};
const fill = (name: string) => values[name] ?? null;

describe('a template of the company', () => {
  it('gets figures as numbers, words in their text, and keeps everything else', async () => {
    const path = await zip({
      'xl/workbook.xml': '<workbook><calcPr calcId="1"/></workbook>',
      'xl/sharedStrings.xml':
        '<sst><si><t>合计</t></si><si><t>{{part1.received}}</t></si><si><r><t>{{per</t></r><r><t>iod}} 月报</t></r></si><si><t>{{part9.1}}</t></si><si><t>{{part1.x}}</t></si><si><t>异味 {{part7.cause.QUALITY_DEFECT/异味.cases}}</t></si></sst>',
      [sheet]:
        '<sheetData><c r="A1" s="2"/><c r="B1" s="3" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>共 {{part1.received}} 件</t></is></c></sheetData>',
      'xl/styles.xml': '<styleSheet>own</styleSheet>',
    });
    const filled = await fillTemplate(path, fill);
    expect(await read(filled, sheet)).toBe(
      '<sheetData><c r="A1" s="2"/><c r="B1" s="3"><v>8</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t xml:space="preserve">共 8 件</t></is></c></sheetData>',
    );
    const shared = await read(filled, 'xl/sharedStrings.xml');
    expect(shared).toContain('<si><t>合计</t></si>');
    expect(shared).toContain('2026-02 月报');
    expect(shared).toContain('异味 3');
    expect(shared).toContain('等待 &lt;送检&gt; &amp; 复核');
    expect(shared).toContain('<t xml:space="preserve">–</t>');
    expect(await read(filled, 'xl/styles.xml')).toBe('<styleSheet>own</styleSheet>');
    expect(await read(filled, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  it('is refused when it is no workbook', async () => {
    const path = join(folder, 'broken.xlsx');
    writeFileSync(path, 'PK but nothing else');
    await expect(fillTemplate(path, fill)).rejects.toMatchObject({
      problems: [{ message: 'import.truncated' }],
    });
  });
});
