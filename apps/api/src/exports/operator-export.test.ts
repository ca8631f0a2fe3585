import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { operatorExport } from './operator-export.js';

describe('the operator’s export', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  const exportAs = (login: string, query: string) =>
    operatorExport(server.services, {
      query,
      variables: {},
      login,
      format: 'CSV',
      path: join(server.services.settings.home, `${login}.csv`),
      reason: '审计',
      language: 'en',
      progress: () => {},
    });
  const linesOf = (login: string) =>
    readFileSync(join(server.services.settings.home, `${login}.csv`), 'utf8')
      .trim()
      .split('\r\n');

  it('shows what the person named would see', async () => {
    const query = '{ customers(orderBy: [{ customerNo: ASC }]) { items { name } } }';
    expect(await exportAs('gm', query)).toMatchObject({ rows: 6, columns: ['Name'] });
    expect(await exportAs('analyst', query)).toMatchObject({ rows: 6 });
    expect(await exportAs('store-staff', query)).toMatchObject({ rows: 3 });
    const [, ...plain] = linesOf('gm');
    const [, ...masked] = linesOf('analyst');
    expect(masked.filter((name) => name.includes('*')).length).toBeGreaterThan(0);
    expect(masked).not.toEqual(plain);
    await expect(exportAs('sys-admin', query)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(exportAs('nobody', query)).rejects.toMatchObject({ login: 'nobody' });
  });

  it('stands in the export log and in the audit trail as the operator’s', async () => {
    await exportAs('gm', '{ products { items { productNo } } }');
    const officer = await server.as('privacy-officer');
    const { exportRuns } = await officer.data(
      '{ exportRuns(where: { entity: { eq: "Product" } }) { items { id state rowCount reason staff { login } fileHash } } }',
    );
    expect(exportRuns.items).toMatchObject([{ state: 'DONE', reason: '审计', staff: { login: 'gm' } }]);
    expect(exportRuns.items[0].fileHash).toMatch(/^[0-9a-f]{64}$/);
    const entries = await server.services.database.query<{ actor_via: string }>(
      "SELECT actor_via FROM audit_entry WHERE entity = 'ExportRun' AND entity_id = ?",
      [exportRuns.items[0].id],
    );
    expect(entries.map(({ actor_via: via }) => via)).toEqual(['operator']);
  });
});
