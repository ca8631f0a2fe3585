import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, ReadEngine } from './engine.js';
import {
  type Company,
  context,
  engineOver,
  granted,
  ids,
  openCompany,
  policy,
  select,
} from './testing/company.js';

let company: Company;
const engines: Record<string, ReadEngine> = {};
beforeAll(async () => {
  company = await openCompany();
  const { pool, runner } = company.database;
  engines.streamed = company.engine;
  engines.paged = engineOver({ query: (sql, values, options) => runner.query(sql, values, options) });
  const rows = Array.from({ length: 1200 }, (_, i) => [9000 + i, `L${i}`, i % 7 === 0 ? null : `c${i % 5}`]);
  await pool.query('INSERT INTO product (id, name, category) VALUES ?', [rows]);
}, 120_000);
afterAll(() => company.database.close(), 60_000);

async function all(rows: AsyncIterable<Answer>): Promise<Answer[]> {
  const found: Answer[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe.each(['streamed', 'paged'])('a stream, %s', (way) => {
  const stream = (kind: string, args: object, text: string, of = context()) =>
    (engines[way] as ReadEngine).stream(kind, args, select(text), of);

  it('gives every row in order, with what hangs on it', async () => {
    const orderBy = [{ total: 'ASC' }];
    const rows = await all(stream('Order', { orderBy }, 'id lines { id } customer { name }'));
    expect(rows.map((row) => row.id)).toEqual(await ids(company, 'Order', { orderBy }));
    expect(rows.at(-1)).toEqual({ id: '1005', '@lines': [{ id: '5005' }], customer: { name: 'Anna_50%' } });
  });

  it('goes on over any number of rows, nulls and ties included', async () => {
    const rows = await all(stream('Product', { orderBy: [{ category: 'DESC' }] }, 'id category'));
    expect(rows).toHaveLength(1203);
    expect(new Set(rows.map((row) => row.id)).size).toBe(1203);
    expect(rows.at(-1)?.category).toBeNull();
    const categories = rows.map((row) => String(row.category ?? ''));
    expect(categories).toEqual([...categories].sort().reverse());
  });

  it('holds row and column policy', async () => {
    const customers = granted({ where: { department: { id: { eq: '10' } } }, disclosure: 'DEIDENTIFIED' });
    const rows = await all(stream('Customer', {}, 'name phone', context(policy({ Customer: customers }))));
    expect(rows).toEqual([
      { name: '營業公司', phone: '020****0002' },
      { name: '张**', phone: '138****0001' },
    ]);
  });

  it('can be left early', async () => {
    for await (const row of stream('Product', {}, 'id')) {
      expect(row.id).toBe('301');
      break;
    }
    expect(await ids(company, 'Region', {})).toEqual(['1', '2']);
  });

  it('is refused before it begins', async () => {
    const none = context(policy({ Order: null }));
    await expect(all(stream('Order', {}, 'id', none))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const bad = { where: { id: { eq: 'x' } } };
    await expect(all(stream('Order', bad, 'id'))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
