import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type House, testHouse } from '../../../access/testing/house.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { chosen } from '../../../graphql/select.js';
import { answerHeads } from './heads.js';
import { answerKpis } from './kpis/answer.js';
import { answerRegulations } from './regulations/answer.js';
import { type KnownHouse, knownCases, plantKnownCases } from './testing/known-cases.js';

interface Shown {
  readonly code: string;
  readonly value: string | null;
  readonly text: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly previous: string | null;
  readonly lastYear: string | null;
  readonly reason: string | null;
  readonly kind: string | null;
  readonly where: string;
  readonly hits: string | null;
  readonly groups: readonly {
    readonly key: string | null;
    readonly label: string;
    readonly value: string | null;
    readonly where: string;
  }[];
}

let house: House;
let known: KnownHouse;
let hr: RequestContext;
let sup: RequestContext;
beforeAll(async () => {
  house = await testHouse();
  known = await plantKnownCases(house);
  hr = await house.as(await house.person('hr', ['HR_ADMIN']));
  sup = await house.as(await house.person('sup', ['STORE_SUP'], { departmentId: known.stores.a }));
}, 120_000);
afterAll(() => house?.close(), 60_000);

const ask = async (codes: string[], context: RequestContext, more = {}) =>
  (await answerKpis({ codes, period: '2026-02', ...more }, context)) as Shown[];
const one = async (code: string, context = hr, more = {}) => {
  const [figure] = await ask([code], context, more);
  if (!figure) throw new Error(`no ${code}`);
  return figure;
};
const february = knownCases.filter(
  ({ received }) => received >= '2026-01-31T16:00:00.000Z' && received < '2026-02-28T16:00:00.000Z',
);
const rows = async (kind: string, where: string, context: RequestContext) => {
  const [row] = await context.services.engine.aggregate(
    kind,
    { where: JSON.parse(where) },
    chosen({ count: true }),
    readContext(context),
  );
  return Number(row?.count);
};

describe('the complaint figures', () => {
  it('count what was received in the month of the organisation, beside last month and last year', async () => {
    const figure = await one('E1.1');
    expect(february).toHaveLength(8);
    expect(figure).toMatchObject({ value: '8', text: '8 cases', previous: '2', lastYear: '1' });
  });

  it('take the 7-day rate over accepted cases whose seven days are over', async () => {
    const due = february.filter(
      ({ accepted, state, received }) =>
        accepted !== undefined &&
        state !== 'WITHDRAWN' &&
        Date.parse(received) + 7 * 864e5 <= Date.parse('2026-03-07T02:00:00Z'),
    );
    const closed = due.filter(({ state, closed: hours }) => state === 'CLOSED' && (hours ?? 999) <= 168);
    expect([due.length, closed.length]).toEqual([4, 2]);
    expect(await one('E1.2')).toMatchObject({ value: '50', text: '50.0%', numerator: '2', denominator: '4' });
  });

  it('open the rows that they count', async () => {
    for (const figure of await ask(
      ['E1.1', 'E1.2', 'E1.3', 'E1.6', 'E1.7', 'E1.9', 'E1.13', 'E1.16', 'E1.16-EFFECTIVE'],
      hr,
    )) {
      const counted = figure.denominator ?? figure.value;
      expect(await rows(figure.kind ?? '', figure.where, hr), figure.code).toBe(Number(counted));
      if (figure.hits)
        expect(await rows(figure.kind ?? '', figure.hits, hr), figure.code).toBe(Number(figure.numerator));
    }
  });

  it('say medians, averages, sums and what was done by its day', async () => {
    const value = async (code: string) => (await one(code)).value;
    expect(await value('E1.4')).toBe('75');
    expect(await value('E1.4-P90')).toBe('111');
    // K01, K02, K03 and K10 were closed in February; K07 two hours into March.
    expect(await value('E1.8')).toBe(((100 + 168 + 169 + 400) / 4 / 24).toFixed(4));
    expect(await value('E1.14')).toBe('130.49');
    expect(await value('E1.14-PER_CASE')).toBe('65.245');
    // K02 was done at 23:30 of its day, K03 half an hour after midnight, K10 not at all.
    expect(await one('E1.16')).toMatchObject({ numerator: '1', denominator: '3' });
    expect(await value('E1.10-RULING')).toBe('7.5');
  });

  it('ask for all that is made of the same rows in one statement', async () => {
    const { engine } = house.services;
    const aggregate = vi.spyOn(engine, 'aggregate');
    const figures = (await answerKpis({ period: '2026-02' }, hr)) as Shown[];
    const statements = aggregate.mock.calls.length;
    aggregate.mockRestore();
    // Three spans of: 8 kinds of rows of cases, 6 steps, compensation, measures, tables, orders.
    expect(statements).toBeLessThanOrEqual(3 * 17);
    for (const { code, value } of figures) expect(value, code).toBe((await one(code)).value);
  });

  it('say why there is none', async () => {
    expect(await one('E1.11')).toMatchObject({
      value: null,
      text: '–',
      reason: 'There are no satisfaction surveys yet',
    });
    expect(await one('E1.5')).toMatchObject({ value: null, reason: 'Not due yet' });
    expect((await one('E1.2', hr, { period: '2024-02' })).reason).toBe('Nothing in the period');
  });

  it('are those of the own store for its supervisor, and split by store for the house', async () => {
    const own = february.filter(({ store }) => store === 'a');
    expect((await one('E1.1', sup)).value).toBe(String(own.length));
    const { groups } = await one('E1.1', hr, { by: 'STORE' });
    expect(groups.find(({ key }) => key === known.stores.a)).toMatchObject({
      label: '甲店',
      value: String(own.length),
    });
    for (const group of groups) expect(await rows('Complaint', group.where, hr)).toBe(Number(group.value));
    expect(groups.reduce((sum, { value }) => sum + Number(value), 0)).toBe(8);
  });

  it('are refused to whoever has no right to cases, and unknown codes are named', async () => {
    const admin = await house.as(await house.person('admin', ['SYS_ADMIN']));
    await expect(ask(['E1.1'], admin)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(ask(['E9.9'], hr)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(ask(['E1.1'], hr, { from: '2026-01-01' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what heads look at', () => {
  it('names the categories by frequency, and the steps by how long cases lay there', async () => {
    const answer = (await answerHeads({ period: '2026-02' }, hr)) as {
      causes: { key: string; count: number; cumulative: string; where: string }[];
      waiting: { key: string; value: string; where: string }[];
      coming: { count: number; where: string };
    };
    expect(answer.causes.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(answer.causes.at(-1)?.cumulative).toBe('100');
    for (const { where, count } of answer.causes) expect(await rows('Complaint', where, hr)).toBe(count);
    expect(answer.waiting).toMatchObject([{ key: 'PENDING_RULING', value: '7.5' }]);
    expect(await rows('Complaint', answer.waiting[0]?.where ?? '', hr)).toBe(6);
    // K09 was received on 1 March at midnight: due on the 8th, within 48 hours of the 7th.
    expect(answer.coming.count).toBe(1);
    expect(await rows('Complaint', answer.coming.where, hr)).toBe(1);
  });
});

describe('the regulations', () => {
  it('show text, what carries an article out, and how it is kept', async () => {
    const articles = (await answerRegulations('4', hr)) as {
      code: string;
      text: string | null;
      ownText: string | null;
      enforcedBy: { is: string; id: string }[];
      evidence: { cases: number; late: number; lastBreachAt: string | null };
    }[];
    expect(articles).toHaveLength(28);
    const seven = articles.find(({ code }) => code === 'R4.7');
    const ruled = knownCases.filter(({ ruled: hours }) => hours !== undefined);
    expect(seven?.evidence).toMatchObject({
      cases: ruled.length,
      late: 1,
      lastBreachAt: '2026-02-10T21:00:00.000Z',
    });
    expect(seven?.enforcedBy.map(({ id }) => id)).toContain('3');
    expect(articles.find(({ code }) => code === 'R4.20')).toMatchObject({ text: null, ownText: null });
  });

  it('show the own text of the company once its version is in force', async () => {
    const version = (code: string, effectiveFrom: string) =>
      house.plant('PolicyVersion', { regulation: '4', code, effectiveFrom });
    const now = await version('2026-1', '2026-01-01');
    const later = await version('2026-2', '2026-06-01');
    await house.plant('PolicyArticle', {
      policyVersionId: now,
      article: 'R4.20',
      text: '损失由责任单位承担。',
    });
    await house.plant('PolicyArticle', { policyVersionId: later, article: 'R4.20', text: '以后的条文。' });
    const articles = (await answerRegulations('4', sup)) as {
      code: string;
      ownText: string | null;
      ownVersion: string | null;
    }[];
    expect(articles.find(({ code }) => code === 'R4.20')).toMatchObject({
      ownText: '损失由责任单位承担。',
      ownVersion: '2026-1',
    });
  });
});
