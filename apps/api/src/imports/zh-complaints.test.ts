import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.js';
import type { TestServer } from '../testing/test-server.js';
import {
  dataFiles,
  dataFolder,
  expectedTable,
  hasRealData,
  importInto,
  rounded,
  startDataServer,
} from './testing/real-data.js';

const set = 'zh-complaints';
const where = `source: { eq: "${set}" }`;

/** A figure of EXPECTED.md by the words before it: `- rows: **2816**`. */
function expectedFigure(words: string): string {
  const text = readFileSync(join(dataFolder, set, 'EXPECTED.md'), 'utf8');
  const line = text.split('\n').find((one) => one.startsWith(`- ${words}`));
  const figure = /\*\*(.+)\*\*/.exec(line ?? '')?.[1];
  if (!figure) throw new Error(`EXPECTED.md has no figure ${words}.`);
  return figure;
}

/** `11 days, 5:03:50` in seconds. */
function secondsOf(text: string): number {
  const [, days, hours, minutes, seconds] = /^(\d+) days, (\d+):(\d+):(\d+)$/.exec(text) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}

function question(id: string): string {
  const path = new URL(`../../../../docs/questions/${id}.graphql`, import.meta.url);
  return readFileSync(fileURLToPath(path), 'utf8');
}

describe.skipIf(!hasRealData)('the complaints of the past (skipped where ../shared/data is absent)', () => {
  let server: TestServer;
  let clients: Readonly<Record<string, Client>>;

  beforeAll(async () => {
    server = await startDataServer();
    const files = dataFiles(set, 'messages_replies.csv');
    const outcome = await importInto(server.services, { profile: set, files });
    expect(outcome).toMatchObject({ state: 'DONE', check: { rowsRead: 2816, rowsBad: 0 } });
    expect(Object.fromEntries(outcome.counts)).toEqual({
      Customer: { created: 2559, changed: 0, unchanged: 0 },
      Complaint: { created: 2816, changed: 0, unchanged: 0 },
      CustomerReply: { created: 2816, changed: 0, unchanged: 0 },
    });
    clients = { gm: await server.as('gm'), analyst: await server.as('analyst') };
  }, 120_000);
  afterAll(() => server?.stop());

  it('is the same database from the workbook', async () => {
    const again = await importInto(server.services, { profile: set, files: dataFiles(set, '附件4.xlsx') });
    expect(Object.fromEntries(again.counts)).toEqual({
      Customer: { created: 0, changed: 0, unchanged: 2559 },
      Complaint: { created: 0, changed: 0, unchanged: 2816 },
      CustomerReply: { created: 0, changed: 0, unchanged: 2816 },
    });
  }, 120_000);

  describe.each(['gm', 'analyst'])('as %s', (login) => {
    const ask = (document: string) => (clients[login] as Client).data(document);

    it('has the figures that were computed from the file', async () => {
      const within = [1, 3, 7, 15, 30];
      const data = await ask(`{
        all: complaintsAggregate(where: { ${where} }) {
          count countDistinct { customer sourceKey no } median { daysToReply } percentile(p: ${1408 / 2815}) { daysToReply } max { daysToReply } min { daysToReply } }
        ${within
          .map(
            (days) =>
              `d${days}: complaintsAggregate(where: { ${where}, daysToReply: { lte: ${days} } }) { count }`,
          )
          .join('\n')}
        late: complaintsAggregate(where: { ${where}, breached: { eq: true } }) { count }
        states: complaintsAggregate(where: { ${where} }, groupBy: [{ state: VALUE }, { closeReason: VALUE }]) { key { state closeReason } count }
      }`);
      const [all] = data.all;
      expect(all.count).toBe(Number(expectedFigure('rows')));
      expect(all.countDistinct.sourceKey).toBe(all.count - Number(expectedFigure('duplicate 留言编号')));
      expect(all.countDistinct.no).toBe(2816);
      expect(all.countDistinct.customer).toBe(Number(expectedFigure('users')));
      for (const days of within)
        expect(data[`d${days}`][0].count, `${days}`).toBe(
          Number(expectedFigure(`replied within ${days}×24 h`)),
        );
      expect(data.late[0].count).toBe(Number(expectedFigure('later than 7×24 h')));
      expect(all.min.daysToReply).toBeGreaterThanOrEqual(0);
      expect(Math.round(all.max.daysToReply * 86_400)).toBe(secondsOf(expectedFigure('longest: ')));
      // Of an even number of replies EXPECTED.md names the upper of the two in the middle, which is this
      // percentile; the product's median lies half-way between them (linear interpolation).
      expect(Math.round(all.percentile.daysToReply * 86_400)).toBe(secondsOf(expectedFigure('median')));
      expect(all.median.daysToReply).toBeLessThan(all.percentile.daysToReply);
      expect(all.percentile.daysToReply - all.median.daysToReply).toBeLessThan(0.01);
      expect(data.states).toEqual([{ key: { state: 'CLOSED', closeReason: 'IMPORTED' }, count: 2816 }]);
    });

    it('has the messages of each month', async () => {
      const { complaintsAggregate: groups } = await ask(
        `{ complaintsAggregate(where: { ${where} }, groupBy: [{ receivedAt: MONTH }]) { key { receivedAt } count } }`,
      );
      const found = groups.map((g: { key: { receivedAt: string }; count: number }) => [
        g.key.receivedAt,
        String(g.count),
      ]);
      expect(found).toEqual(expectedTable(set, 'month of 留言时间'));
    });

    it('answers C1: received, answered within 7 × 24 h, and the rate, per year', async () => {
      const { complaintsAggregate: groups } = await ask(question('C1'));
      interface Year {
        key: { receivedAt: string };
        count: number;
        inTime: string;
        rate: string;
      }
      expect(
        groups.map((g: Year) => [g.key.receivedAt, g.count, Number(g.inTime), Number(rounded(g.rate, 4))]),
      ).toEqual([
        ['2011', 5, 1, 0.2],
        ['2012', 52, 26, 0.5],
        ['2013', 109, 57, 0.5229],
        ['2014', 103, 35, 0.3398],
        ['2015', 130, 54, 0.4154],
        ['2016', 227, 87, 0.3833],
        ['2017', 453, 130, 0.287],
        ['2018', 847, 218, 0.2574],
        ['2019', 886, 380, 0.4289],
        ['2020', 4, 4, 1],
      ]);
    });

    it('answers C2: noise that took more than 30 days', async () => {
      const { complaintsAggregate: groups } = await ask(question('C2'));
      expect(groups[0].count).toBe(14);
      expect(rounded(groups[0].avg.daysToReply)).toBe('58.81');
    });

    it('answers C3: complainants with at least four cases, and the most of one', async () => {
      const { complaintsAggregate: groups } = await ask(question('C3'));
      expect([groups[0].groupCount, groups[0].count]).toEqual([16, 10]);
    });

    it('answers C4: the median days to the answer per quarter of 2019', async () => {
      const { complaintsAggregate: groups } = await ask(question('C4'));
      interface Quarter {
        key: { receivedAt: string };
        count: number;
        median: { daysToReply: number };
      }
      expect(groups.map((g: Quarter) => [g.key.receivedAt, g.count, rounded(g.median.daysToReply)])).toEqual([
        ['2019-Q1', 205, '8.77'],
        ['2019-Q2', 239, '9.85'],
        ['2019-Q3', 233, '10.07'],
        ['2019-Q4', 209, '7.66'],
      ]);
    });
  });

  it('keeps the longest texts whole, with the reply beside the case, and says that it was imported', async () => {
    const gm = clients.gm as Client;
    const data = await gm.data(`{ complaints(where: { ${where}, sourceKey: { eq: "2549" } }) { items {
      no receivedAt dueAt closedAt breached subject source customer { name type }
      replies { items: id kind mode at content } steps { action from to by { id } note }
      deadlineEntries { id } } } }`);
    const [found] = data.complaints.items;
    // 2019/4/25 9:32:09 in China.
    expect(found).toMatchObject({
      no: 'TS-20190425-0001',
      receivedAt: '2019-04-25T01:32:09.000Z',
      dueAt: '2019-05-02T01:32:09.000Z',
      breached: true,
      source: set,
      customer: { name: 'A00045581', type: 'CONSUMER' },
      steps: [{ action: 'import', from: null, to: 'CLOSED', by: null, note: set }],
      deadlineEntries: [],
    });
    expect(found.replies).toHaveLength(1);
    expect(found.replies[0]).toMatchObject({ kind: 'FINAL', mode: 'WRITTEN', at: found.closedAt });
    const [{ longest, texts, short }] = await server.services.database
      .query<Record<string, string>>(
        `SELECT MAX(CHAR_LENGTH(r.content)) AS longest, MAX(CHAR_LENGTH(c.description)) AS texts,
              SUM(CHAR_LENGTH(r.content) < 20) AS short FROM complaint c JOIN customer_reply r ON r.complaint_id = c.id`,
      )
      .then((rows) => rows as unknown as [Record<string, string>]);
    expect(Number(short)).toBe(Number(expectedFigure('答复意见 shorter than 20')));
    expect(Number(longest)).toBeGreaterThan(7000);
    expect(Number(texts)).toBeGreaterThan(2500);
  });

  it('starts no timers and tells nobody', async () => {
    const [row] = await server.services.database.query<{ n: string }>(
      'SELECT (SELECT COUNT(*) FROM notification) + (SELECT COUNT(*) FROM deadline_entry) AS n',
    );
    expect(Number(row?.n)).toBe(0);
  });
});
