import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportError } from '@kehu/importer/problem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../testing/test-server.js';
import { badRowText } from './report.js';
import { importInto, startDataServer } from './testing/real-data.js';

const folder = mkdtempSync(join(tmpdir(), 'kehu-run-'));
const header = '单号,日期,客户,客户名,行,产品,数量,单价,金额';

function file(name: string, ...rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${header}\n${rows.join('\n')}\n`);
  return path;
}

/** A profile with a name of its own, so that tests do not meet in their keys. */
function profile(name: string): string {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    `name: ${name}
tables: { lines: {} }
records:
  - kind: Customer
    table: lines
    key: [客户]
    fields: { name: 客户名 }
    initial: { partyType: { value: PERSON }, type: { value: CONSUMER }, remark: { value: 导入 } }
  - kind: Product
    table: lines
    key: [产品]
    fields: { productNo: 产品, name: 产品 }
  - kind: Order
    table: lines
    key: [单号]
    fields: { orderNo: 单号, orderedAt: 日期, customer: { ref: Customer, key: [客户] } }
    initial: { state: { value: COMPLETED } }
  - kind: OrderLine
    table: lines
    key: [单号, 行]
    fields:
      order: { ref: Order, key: [单号] }
      lineNo: 行
      product: { ref: Product, key: [产品] }
      quantity: 数量
      unitPrice: 单价
      discount: { value: '0' }
      amount: 金额
derived:
  - { kind: Order, of: OrderLine, by: order, set: { total: { sum: amount } } }
`,
  );
  return path;
}

describe('an import', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startDataServer();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (source: string) => {
    const gm = await server.as('gm');
    const where = `where: { source: { eq: "${source}" } }`;
    const data = await gm.data(
      `{ c: customersAggregate(${where}) { count } o: ordersAggregate(${where}) { count sum { total } } l: orderLinesAggregate(${where}) { count sum { amount } } }`,
    );
    return {
      customers: data.c[0].count,
      orders: data.o[0].count,
      lines: data.l[0].count,
      total: data.o[0].sum.total,
      amount: data.l[0].sum.amount,
    };
  };
  const failure = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof ImportError ? error.problems[0]?.message : String(error);
  };

  it('reports every kind of bad input with its place, and writes nothing', async () => {
    const outcome = await importInto(server.services, {
      profile: profile('bad'),
      files: [
        file(
          'bad.csv',
          'A1,2016-02-30,C1,张三,1,P1,1,2.5,2.5',
          'A2,2016-02-29,C2,李四,1,P1,1,-2.5,2.5',
          `A3,2016-03-01,C3,${'王'.repeat(10_000)},1,P1,1,1,1`,
          'A4,2016-03-01,C4,赵六,一,P1,1,1,1',
          'A5,2016-03-01,C5,钱七,1,P1,1e30,1,1',
          ',2016-03-01,C6,孙八,1,P1,1,1,1',
          'A7,2016-03-01,C7,周九,1,P1,1,1,1',
          'A7,2016-03-02,C7,周九,2,P1,1,1,1',
          'A8,2016-03-01,C8,吴十,1,P1,1',
        ),
      ],
    });
    expect(outcome.state).toBe('REFUSED');
    expect(outcome.check.bad.map(({ rowNo, column, problem }) => [rowNo, column, problem.message])).toEqual([
      [2, '日期', 'import.notADate'],
      [3, '单价', 'import.tooSmall'],
      [4, '客户名', 'import.tooLong'],
      [5, '行', 'import.notANumber'],
      [6, '数量', 'import.tooLarge'],
      [7, '单号', 'import.keyEmpty'],
      [9, null, 'import.keyTwice'],
      [10, null, 'import.tooFewCells'],
    ]);
    expect(outcome.check.rowsBad).toBe(8);
    expect(await count('bad')).toMatchObject({ customers: 0, orders: 0, lines: 0 });
  });

  it('says so in the language of the reader, and lists it with the value masked', async () => {
    const outcome = await importInto(server.services, {
      profile: profile('words'),
      files: [file('words.csv', 'A1,2016-01-01,C1,张三,1,P1,1,1,1', 'A2,不是日期,C1,张三,1,P1,1,1,1')],
    });
    const [bad] = outcome.check.bad;
    if (!bad) throw new Error('There is no bad row.');
    expect(badRowText(bad, 'zh-Hans')).toBe('words.csv 第3行第2列 (日期) "不是日期": 没有这样的日期或时间。');
    expect(badRowText(bad, 'zh-Hant')).toBe('words.csv 第3列第2欄 (日期) "不是日期": 沒有這樣的日期或時間。');
    expect(badRowText(bad, 'en')).toBe(
      'words.csv row 3, column 2 (日期) "不是日期": There is no such date or time.',
    );
    const admin = await server.as('sys-admin');
    const { importRuns } = await admin.data(
      '{ importRuns(where: { profile: { eq: "words" } }) { items { state rowsRead rowsBad rowsCreated rowErrors { file rowNo columnName reason } } } }',
    );
    expect(importRuns.items).toEqual([
      {
        state: 'REFUSED',
        rowsRead: 2,
        rowsBad: 1,
        rowsCreated: 0,
        rowErrors: [{ file: 'words.csv', rowNo: 3, columnName: '日期', reason: 'import.notADate' }],
      },
    ]);
  });

  it('takes the good rows when told so, with what is odd but no mistake', async () => {
    const outcome = await importInto(server.services, {
      profile: profile('odd'),
      acceptGoodRows: true,
      files: [
        file(
          'odd.csv',
          "A1,2016-01-01,C1,'; DROP TABLE customer; --,1,=cmd|' /C calc'!A0,1,1,1",
          'A2,2016-01-01,C2,👨‍👩‍👧 王\u202e五,1,P2,1,1,1',
          "A3,2016-01-01,C1,'; DROP TABLE customer; --,1,P2,1,1,x",
        ),
      ],
    });
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsBad: 1 } });
    const gm = await server.as('gm');
    const { customers, products } = await gm.data(
      '{ customers(where: { source: { eq: "odd" } }, orderBy: [{ sourceKey: ASC }]) { items { name lifecycle customerNo } } products(where: { source: { eq: "odd" } }, orderBy: [{ sourceKey: DESC }]) { items { name active } } }',
    );
    expect(customers.items.map((c: { name: string }) => c.name)).toEqual([
      "'; DROP TABLE customer; --",
      '👨‍👩‍👧 王五',
    ]);
    expect(customers.items[0]).toMatchObject({
      lifecycle: 'ACTIVE',
      customerNo: expect.stringMatching(/^KH-\d{6}$/),
    });
    expect(products.items[1]).toEqual({ name: "=cmd|' /C calc'!A0", active: true });
    expect(await count('odd')).toMatchObject({ customers: 2, orders: 2, lines: 2 });
  });

  it('on trial counts what would happen and writes nothing', async () => {
    const wish = {
      profile: profile('trial'),
      files: [file('trial.csv', 'A1,2016-01-01,C1,张三,1,P1,1,1,1', 'A1,2016-01-01,C1,张三,2,P2,1,1,1')],
    };
    const trial = await importInto(server.services, { ...wish, dryRun: true });
    expect(Object.fromEntries(trial.counts)).toMatchObject({
      Customer: { created: 1 },
      Order: { created: 1 },
      OrderLine: { created: 2 },
    });
    expect(await count('trial')).toMatchObject({ customers: 0, lines: 0 });
  });

  it('changes what differs, leaves what people may change here, and adds to totals', async () => {
    const name = profile('again');
    await importInto(server.services, {
      profile: name,
      files: [file('first.csv', 'A1,2016-01-01,C1,张三,1,P1,1,1,1.0001')],
    });
    await server.services.database.change(
      "UPDATE customer SET remark = '手工', version = version + 1 WHERE source = 'again'",
    );
    const second = await importInto(server.services, {
      profile: name,
      files: [file('second.csv', 'A1,2016-01-01,C1,张三丰,2,P1,1,1,2.0002')],
    });
    expect(Object.fromEntries(second.counts)).toEqual({
      Customer: { created: 0, changed: 1, unchanged: 0 },
      Product: { created: 0, changed: 0, unchanged: 1 },
      Order: { created: 0, changed: 1, unchanged: 0 },
      OrderLine: { created: 1, changed: 0, unchanged: 0 },
    });
    const gm = await server.as('gm');
    const { customers } = await gm.data(
      '{ customers(where: { source: { eq: "again" } }) { items { name remark version orders { total version } } } }',
    );
    expect(customers.items).toEqual([
      { name: '张三丰', remark: '手工', version: 3, orders: [{ total: '3.0003', version: 2 }] },
    ]);
  });

  it('leaves a trail of what it changed of records that were there', async () => {
    const { database } = server.services;
    const entries = await database.query<Record<string, unknown>>(
      "SELECT a.entity, a.action, a.actor_via, a.before, a.after FROM audit_entry a JOIN customer c ON c.source = 'again' AND a.whole_entity = 'Customer' AND a.whole_id = c.id",
    );
    expect(entries.map((row) => ({ ...row }))).toEqual([
      {
        entity: 'Customer',
        action: 'import',
        actor_via: 'operator',
        before: { name: '张三' },
        after: { name: '张三丰' },
      },
    ]);
    const [order] = await database.query<{ n: string }>(
      "SELECT COUNT(*) AS n FROM change_feed f JOIN sales_order o ON o.id = f.record_id WHERE f.kind = 'Order' AND o.source = 'again'",
    );
    expect(Number(order?.n)).toBe(1);
  });

  it('that fails leaves nothing behind', async () => {
    const path = join(folder, 'regions.yaml');
    writeFileSync(
      path,
      'name: regions\ntables: { lines: {} }\nrecords:\n  - { kind: Product, table: lines, key: [产品], fields: { productNo: 产品, name: 产品 } }\n  - { kind: Region, table: lines, key: [客户], fields: { code: 客户, name: 客户名 } }\n',
    );
    // EAST is a region of the organisation already.
    const files = [
      file('regions.csv', 'A1,2016-01-01,R1,一区,1,P1,1,1,1', 'A1,2016-01-01,EAST,二区,2,P2,1,1,1'),
    ];
    expect(await failure(importInto(server.services, { profile: path, files }))).toBe('import.taken');
    const left = await server.services.database.query("SELECT id FROM product WHERE source = 'regions'");
    expect(left).toEqual([]);
    const [run] = await server.services.database.query<{ state: string }>(
      "SELECT state FROM import_run WHERE profile = 'regions'",
    );
    expect(run?.state).toBe('FAILED');
  });

  it('of a large file that breaks off goes on when it is started again, and every order is whole in between', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, n) => `A${Math.floor(n / 3)},2016-01-01,C${n % 50},客户${n % 50},${n},P${n % 20},1,1,${n % 7}.25`,
    ).map((row, n) =>
      row.replace(/,C\d+,客户\d+,/, `,C${Math.floor(n / 3) % 50},客户${Math.floor(n / 3) % 50},`),
    );
    const wish = { profile: profile('large'), files: [file('large.csv', ...rows)], wholeUpTo: 100 };
    const broken = importInto(server.services, {
      ...wish,
      progress: ({ phase, rows: at }) => {
        if (phase === 'writing' && at > 3000) throw new Error('power cut');
      },
    });
    expect(await failure(broken)).toBe('Error: power cut');
    const between = await count('large');
    expect(between.lines).toBeGreaterThan(0);
    expect(between.lines).toBeLessThan(9000);
    const done = await importInto(server.services, wish);
    expect(done.counts.get('OrderLine')).toEqual({
      created: 9000 - between.lines,
      changed: 0,
      unchanged: between.lines,
    });
    const after = await count('large');
    expect(after).toMatchObject({ customers: 50, orders: 3000, lines: 9000 });
    expect(after.total).toBe(after.amount);
  });

  it('waits for nobody: a second one of the same profile is told that the first is running', async () => {
    const wish = {
      profile: profile('twice'),
      files: [file('twice.csv', 'A1,2016-01-01,C1,张三,1,P1,1,1,1')],
    };
    const both = await Promise.all([
      failure(importInto(server.services, wish)),
      failure(importInto(server.services, wish)),
    ]);
    expect(both.sort()).toEqual(['import.busy', 'null']);
  });

  it('refuses an option that the profile does not have', async () => {
    const wish = {
      profile: profile('options'),
      files: [file('options.csv', 'A1,2016-01-01,C1,张三,1,P1,1,1,1')],
      options: ['mend'],
    };
    expect(await failure(importInto(server.services, wish))).toBe('import.unknownOption');
  });

  it('is one entry of the audit trail', async () => {
    const entries = await server.services.database.query<{ actor_via: string; action: string }>(
      "SELECT a.actor_via, a.action FROM audit_entry a JOIN import_run r ON r.id = a.entity_id WHERE a.entity = 'ImportRun' AND r.profile = 'trial'",
    );
    expect(entries.map((entry) => ({ ...entry }))).toEqual([{ actor_via: 'operator', action: 'tryImport' }]);
  });
});
