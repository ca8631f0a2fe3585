import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadLimits } from '@kehu/importer/limits';
import { openArchive } from '@kehu/importer/workbook/zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { startTestServer, type TestServer } from '../../../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 120_000);
afterAll(() => server?.stop(), 60_000);

async function template(text: string): Promise<Blob> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(`<sst><si><t>${text}</t></si></sst>`), 'xl/sharedStrings.xml');
  zip.addBuffer(Buffer.from('<c t="s"><v>0</v></c>'), 'xl/worksheets/sheet1.xml');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  return new Blob([new Uint8Array(Buffer.concat(chunks))]);
}
const upload = async (login: string, content: Blob) => {
  const form = new FormData();
  form.append('file', content, 'template.xlsx');
  const { token } = await server.as(login);
  return fetch(`${server.url}/monthly-table/template`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}` },
  });
};
const fetched = async (login: string, path = '/monthly-table/2026-02.xlsx') =>
  (await server.as(login)).get(path);

/** What a workbook says in all its parts. */
async function sheetOf(content: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kehu-table-'));
  try {
    const path = join(folder, 'table.xlsx');
    await writeFile(path, content);
    const archive = await openArchive(path, uploadLimits);
    const said: string[] = [];
    for (const name of archive.names) {
      const stream = name.endsWith('.xml') ? await archive.open(name) : null;
      said.push(Buffer.concat(await (stream?.toArray() ?? [])).toString('utf8'));
    }
    archive.close();
    return said.join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the workbook of the monthly table', () => {
  it('is handed to whoever reads the table, and to nobody else', async () => {
    const answer = await fetched('hr-admin');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="complaints-2026-02.xlsx"',
    ]);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await fetched('store-staff')).status).toBe(403);
    expect((await server.anonymous.get('/monthly-table/2026-02.xlsx')).status).toBe(401);
    expect((await fetched('hr-admin', '/monthly-table/2026-13.xlsx')).status).toBe(400);
  });

  it('is filled into the template that HR and administration uploaded', async () => {
    expect((await upload('store-sup', await template('{{part1.received}}'))).status).toBe(403);
    expect((await upload('hr-admin', new Blob(['no workbook']))).status).toBe(400);
    expect((await upload('hr-admin', await template('{{part1.received}}'))).status).toBe(201);
    const answer = Buffer.from(await (await fetched('gm')).arrayBuffer());
    expect(answer.includes('sharedStrings.xml')).toBe(true);
    expect(answer.includes('styles.xml')).toBe(false);
    const [row] = await server.services.database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE action IN ('uploadMonthlyTemplate', 'downloadMonthlyTable')",
    );
    expect(Number(row?.n)).toBe(3);
  });

  it('names its places in a workbook that can be made a template, which is then filled', async () => {
    const places = await fetched('hr-admin', '/monthly-table/2026-02.xlsx?places=true');
    const sample = Buffer.from(await places.arrayBuffer());
    const sheet = await sheetOf(sample);
    expect(sheet).toContain('{{part1.received}}');
    expect(sheet).toContain('{{part1.received.lastYear}}');
    expect((await upload('hr-admin', new Blob([new Uint8Array(sample)]))).status).toBe(201);
    const filled = await sheetOf(Buffer.from(await (await fetched('gm')).arrayBuffer()));
    expect(filled).not.toContain('{{');
    expect(filled).toContain('<v>0</v>');
    expect(filled).toContain('2026-02');
  });
});
