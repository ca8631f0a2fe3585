import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type ImportLimits, operatorLimits } from '../limits.js';
import { openDataFile } from '../open-file.js';
import { ImportError } from '../problem.js';
import type { Cell, DataTable } from '../table.js';

/** A folder for the files of a test; `remove` in `afterAll`. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'kehu-importer-'));

  write(name: string, content: string | Buffer): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  /** A zip archive of texts. */
  async zip(name: string, parts: Readonly<Record<string, string | Buffer>>): Promise<string> {
    const path = join(this.path, name);
    const zip = new ZipFile();
    for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), part);
    zip.end();
    const output = createWriteStream(path);
    zip.outputStream.pipe(output);
    await finished(output);
    return path;
  }

  /** A workbook with one sheet. */
  workbook(name: string, sheetData: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
    return this.zip(name, {
      ...workbookParts,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
      ...more,
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbookParts: Readonly<Record<string, string>> = {
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    '<workbook xmlns:r="x"><sheets><sheet name="订单" sheetId="1" r:id="a"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="${office}/styles" Target="styles.xml"/><Relationship Id="c" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>名称</t></si><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si><si><t xml:space="preserve"> a&amp;b </t></si></sst>',
};

/** Every row of the first table of a file. */
export async function rowsOf(
  path: string,
  limits: ImportLimits = operatorLimits,
): Promise<{ table: DataTable; rows: { rowNo: number; cells: readonly Cell[] }[] }> {
  const [table] = await openDataFile(path, limits);
  if (!table) throw new Error('There is no table.');
  const rows: { rowNo: number; cells: readonly Cell[] }[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return { table, rows };
}

/** The message keys of the error that something ends with. */
export async function failureOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ImportError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}
