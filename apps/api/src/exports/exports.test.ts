import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { operatorLimits } from '@kehu/importer/limits';
import { openDataFile } from '@kehu/importer/open-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../jobs/job.js';
import { insertRows } from '../records/bulk.js';
import { createLog } from '../server/log.js';
import type { Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { exportJob } from './job.js';

const start = `mutation ($input: StartExportInput!) { startExport(input: $input) {
  exportRun { id state entity format rowCount containsPersonalData reason } } }`;
const customers =
  '{ customers(orderBy: [{ customerNo: ASC }]) { items { customerNo name type typeLabel phone region { name } createdAt } } }';

describe('exports', () => {
  let server: TestServer;
  let job: Job;

  beforeAll(async () => {
    server = await startTestServer();
    job = exportJob(server.services, createLog('silent'));
  });
  afterAll(async () => {
    await job?.stop();
    await server?.stop();
  });

  async function exported(client: Client, input: object, language = 'zh-Hans') {
    const answer = await client.query(start, {
      variables: { input },
      headers: { 'accept-language': language },
    });
    expect(answer.errors).toEqual([]);
    const { id } = answer.data.startExport.exportRun;
    for (let tries = 0; tries < 100; tries++) {
      const { exportRun } = await client.data(
        `{ exportRun(id: "${id}") { id state rowCount fileHash message expiresAt containsPersonalData } }`,
      );
      if (exportRun.state !== 'RUNNING') return exportRun;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The export did not end.');
  }

  async function fetched(client: Client, id: string, extension: string) {
    const response = await client.get(`/files/${id}`);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    const path = join(server.services.settings.home, `fetched-${id}.${extension}`);
    await writeFile(path, bytes);
    const [table] = await openDataFile(path, operatorLimits);
    if (!table) throw new Error('There is no table.');
    const rows: (readonly (string | null)[])[] = [];
    for await (const batch of table.rows()) rows.push(...batch.map((row) => row.cells));
    return { header: table.header, rows, hash: createHash('sha256').update(bytes).digest('hex'), response };
  }

  it.each([
    ['CSV', 'csv'],
    ['XLSX', 'xlsx'],
  ])(
    'write what the person sees, masked, as %s with labels in the reader’s language',
    async (format, extension) => {
      const gm = await server.as('gm');
      const run = await exported(gm, { query: customers, format });
      expect(run).toMatchObject({ state: 'DONE', rowCount: 6, containsPersonalData: true });
      const { header, rows, hash, response } = await fetched(gm, run.id, extension);
      expect(hash).toBe(run.fileHash);
      expect(response.headers.get('content-disposition')).toContain(`Customer-${run.id}.${extension}`);
      const labels = ['客户编号', '名称', '客户类型', '客户类型 (2)', '电话', '区域 · 名称', '创建时间'];
      expect(header).toEqual(labels);
      const seen = await gm.data(customers.replaceAll('createdAt', ''));
      expect(rows.map((row) => row.slice(0, 2))).toEqual(
        seen.customers.items.map((c: { customerNo: string; name: string }) => [c.customerNo, c.name]),
      );
      for (const row of rows) {
        if (row[4]) expect(row[4]).toContain('*');
        expect(['华东', '华北']).toContain(row[5]);
        expect(row[6]).toMatch(/^2026-01-05 10:00:00$/);
      }
    },
  );

  it('mask names for an analyst and write aggregates with their figures', async () => {
    const analyst = await server.as('analyst');
    const run = await exported(
      analyst,
      {
        query:
          'query ($from: DateTime!) { ordersAggregate(where: { orderedAt: { gte: $from } }, groupBy: [{ customer: { id: VALUE } }], measures: [{ name: "big", count: { total: { gt: "0" } } }]) { key { customer { name } } count sum { total } big: measure(name: "big") } }',
        variables: { from: '2000-01-01' },
        format: 'CSV',
      },
      'en',
    );
    expect(run.state).toBe('DONE');
    const { header, rows } = await fetched(analyst, run.id, 'csv');
    expect(header).toEqual(['Customer · Name', 'Count', 'Sum · Total', 'big']);
    expect(rows.length).toBe(run.rowCount);
    expect(rows.some(([name]) => name?.includes('*'))).toBe(true);
  });

  it('of an aggregate are whole: the usual limit of groups does not cut them', async () => {
    const { database, codec, ids } = server.services;
    const newIds = await ids.take(1200);
    const rows = newIds.map((id, n) => ({
      id: String(1_000_000 + Number(id)),
      productNo: `G${n}`,
      name: `产品 ${n}`,
      active: true,
    }));
    await insertRows(database, kindNamed('Product'), rows, codec, new Date());
    const gm = await server.as('gm');
    const query = '{ productsAggregate(groupBy: [{ productNo: VALUE }]) { key { productNo } count } }';
    expect((await exported(gm, { query, format: 'CSV' })).rowCount).toBeGreaterThanOrEqual(1200);
    const few = query.replace('groupBy:', 'limit: 7, groupBy:');
    expect((await exported(gm, { query: few, format: 'CSV' })).rowCount).toBe(7);
    const list = '{ products { items { productNo } } }';
    const error = await gm.error(start, { variables: { input: { query: list, format: 'CSV' } } });
    expect(error.extensions.fields).toEqual([
      { path: 'reason', message: 'These are more than 1000 rows; give a reason.' },
    ]);
    await database.change("DELETE FROM product WHERE product_no LIKE 'G%'");
  });

  it('are fetched by their owner alone, and only while they are valid', async () => {
    const staff = await server.as('store-staff');
    const run = await exported(staff, { query: '{ products { items { productNo name } } }', format: 'CSV' });
    expect((await server.anonymous.get(`/files/${run.id}`)).status).toBe(401);
    const gm = await server.as('gm');
    expect((await gm.get(`/files/${run.id}`)).status).toBe(404);
    expect((await staff.get('/files/999999999')).status).toBe(404);
    expect((await staff.get('/files/..%2f..%2fsecrets')).status).toBe(404);
    expect((await staff.get(`/files/${run.id}`)).status).toBe(200);
    await server.services.database.change("UPDATE export_run SET expires_at = '2020-01-01' WHERE id = ?", [
      run.id,
    ]);
    expect((await staff.get(`/files/${run.id}`)).status).toBe(404);
  });

  it('are on record: who, what, how many rows, and every download', async () => {
    const staff = await server.as('store-staff');
    const run = await exported(staff, {
      query: '{ products { items { name } } }',
      format: 'CSV',
      reason: '盘点',
    });
    await staff.get(`/files/${run.id}`);
    const officer = await server.as('privacy-officer');
    const { exportRuns } = await officer.data(
      `{ exportRuns(where: { id: { eq: "${run.id}" } }) { items { entity format rowCount containsPersonalData reason staff { login } } } }`,
    );
    expect(exportRuns.items).toEqual([
      {
        entity: 'Product',
        format: 'CSV',
        rowCount: run.rowCount,
        containsPersonalData: false,
        reason: '盘点',
        staff: { login: 'store-staff' },
      },
    ]);
    const acts = await server.services.database.query<{ action: string }>(
      "SELECT action FROM audit_entry WHERE entity = 'ExportRun' AND entity_id = ? ORDER BY id",
      [run.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['startExport', 'downloadExport']);
  });

  it.each([
    ['two lists', '{ a: products { items { name } } b: products { items { name } } }', 'BAD_USER_INPUT'],
    ['a mutation', 'mutation { signOut }', 'BAD_USER_INPUT'],
    ['a nested list', '{ customers { items { name orders { orderNo } } } }', 'BAD_USER_INPUT'],
    ['a single record', '{ customer(id: "1001") { name } }', 'BAD_USER_INPUT'],
    ['an unknown field', '{ customers { items { nam } } }', 'BAD_USER_INPUT'],
    ['no columns', '{ customers { totalCount } }', 'BAD_USER_INPUT'],
    ['no GraphQL', 'SELECT * FROM customer', 'BAD_USER_INPUT'],
  ])('refuse %s', async (_, query, code) => {
    const staff = await server.as('store-staff');
    const error = await staff.error(start, { variables: { input: { query, format: 'CSV' } } });
    expect(error.extensions.code).toBe(code);
  });

  it('refuse what one may not read', async () => {
    const admin = await server.as('sys-admin');
    const error = await admin.error(start, {
      variables: { input: { query: '{ customers { items { name } } }', format: 'CSV' } },
    });
    expect(error.extensions.code).toBe('FORBIDDEN');
  });

  it('ask store staff for a reason when they would take out phone numbers in plain', async () => {
    const staff = await server.as('store-staff');
    const input = { query: customers, format: 'CSV' };
    const error = await staff.error(start, { variables: { input } });
    expect(error.extensions.fields).toMatchObject([{ path: 'reason' }]);
    expect((await exported(staff, { ...input, reason: '会员日通知' })).state).toBe('DONE');
  });

  it('refuse a format that does not exist, and an id in somebody else’s scope shows no rows', async () => {
    const staff = await server.as('store-staff');
    const error = await staff.error(start, { variables: { input: { query: customers, format: 'PDF' } } });
    expect(error.extensions.fields).toEqual([{ path: 'format', message: 'This must be one of: CSV, XLSX.' }]);
    const run = await exported(staff, {
      query: '{ customers(where: { id: { eq: "1004" } }) { items { name } } }',
      format: 'CSV',
    });
    expect(run).toMatchObject({ state: 'DONE', rowCount: 0 });
  });

  it('ask for a reason for business secrets', async () => {
    const gm = await server.as('gm');
    const query = '{ organisationProfiles { items { legalName creditLimit } } }';
    const error = await gm.error(start, {
      variables: { input: { query, format: 'CSV' } },
      headers: { 'accept-language': 'zh-Hant' },
    });
    expect(error.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'reason', message: '內容包含個人資料或營業秘密，請說明理由。' }],
    });
    expect((await exported(gm, { query, format: 'CSV', reason: '年度授信检查' })).state).toBe('DONE');
  });

  it('give nothing to somebody who has lost the right before the file is written', async () => {
    await job.stop();
    const staff = await server.as('store-staff-b');
    const answer = await staff.data(start, {
      input: { query: '{ customers { items { name } } }', format: 'CSV' },
    });
    await server.services.database.change("UPDATE role_grant SET state = 'REVOKED' WHERE staff_id = 151");
    job = exportJob(server.services, createLog('silent'));
    const { id } = answer.startExport.exportRun;
    let state = 'RUNNING';
    for (let tries = 0; tries < 60 && state === 'RUNNING'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [row] = await server.services.database.query<{ state: string }>(
        'SELECT state FROM export_run WHERE id = ?',
        [id],
      );
      state = row?.state ?? '';
    }
    expect(state).toBe('FAILED');
  });
});
