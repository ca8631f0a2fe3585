import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { casePeople } from '../../acceptance/valid-complaint-acts.js';
import { insertRows } from '../../records/bulk.js';
import type { RecordRow } from '../../records/encode.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { plantCase } from './testing/plant-case.js';

const states = ['ASSIGNED', 'INVESTIGATING', 'HR_REVIEW', 'OPINION_DRAFT', 'REPLY_PENDING'] as const;
let server: TestServer;

async function plant(kind: string, row: RecordRow): Promise<string> {
  const { database, codec, ids } = server.services;
  const id = await ids.next();
  await insertRows(database, kindNamed(kind), [{ ...row, id }], codec);
  return id;
}

beforeAll(async () => {
  server = await startTestServer();
  for (let i = 0; i < 50; i += 1) {
    const state = states[i % states.length] ?? 'ASSIGNED';
    const { id } = await plantCase(plant, state, casePeople);
    await plant('CaseParticipant', {
      complaintId: id,
      staffId: casePeople.handler,
      part: 'COPIED',
      since: '2026-01-06T02:00:00.000Z',
    });
  }
});
afterAll(() => server?.stop());

const list = (limit: number) =>
  `{ complaints(orderBy: [{ id: DESC }], limit: ${limit}) { items { id allowedActions { action enabled } expected { action } } } }`;

/** How many statements a page of so many cases costs, and how many cases it showed. */
async function costOf(login: string, limit: number): Promise<{ statements: number; cases: number }> {
  const client = await server.as(login);
  await client.data(list(1));
  const statements = vi.spyOn(server.services.database, 'query');
  const { complaints } = await client.data(list(limit));
  const count = statements.mock.calls.length;
  statements.mockRestore();
  return { statements: count, cases: complaints.items.length };
}

describe('the acts that are open on the cases of a page', () => {
  it.each(['handler', 'ops-cs', 'store-sup', 'kam', 'tech'])(
    'cost as many statements for fifty cases as for five, for %s',
    async (login) => {
      const five = await costOf(login, 5);
      const fifty = await costOf(login, 50);
      expect(fifty.cases).toBeGreaterThanOrEqual(five.cases);
      expect(fifty.statements).toBe(five.statements);
    },
  );

  it('are asked of all fifty for whoever handles them', async () => {
    expect((await costOf('handler', 50)).cases).toBe(50);
  });
});
