import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KindPolicy } from '../policy.js';
import { type Company, context, granted, openCompany, policy, select } from '../testing/company.js';
import { folded } from './folding.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
}, 120_000);
afterAll(() => company.database.close(), 60_000);

const counts = (smallestGroup: number, rest: Partial<KindPolicy> = {}): KindPolicy => ({
  grants: [],
  restrictions: [],
  countsOnly: {
    where: { and: [] },
    smallestGroup,
    fields: ['store.id', 'store.name', 'purpose', 'arrivedAt'],
    buckets: ['MONTH'],
  },
  ...rest,
});
const ask = (args: object, text: string, smallest = 5, rest: Partial<KindPolicy> = {}) =>
  company.engine.aggregate('Visit', args, select(text), context(policy({ Visit: counts(smallest, rest) })));

describe('counts over rows that may not be opened', () => {
  it('groups by coarse fields, small groups folded into one that is not small itself', async () => {
    expect(
      await ask(
        { groupBy: [{ store: { id: 'VALUE' } }] },
        'key { store { id name } } count folded groupCount share',
      ),
    ).toEqual([
      {
        key: { store: { id: '10', name: '营业部' } },
        count: 10,
        folded: false,
        groupCount: 2,
        share: 10 / 17,
      },
      {
        key: { store: { id: '11', name: '大客户部' } },
        count: 7,
        folded: false,
        groupCount: 2,
        share: 7 / 17,
      },
    ]);
    expect(
      await ask(
        { groupBy: [{ purpose: 'VALUE' }], orderBy: [{ count: 'DESC' }] },
        'key { purpose } count folded',
      ),
    ).toEqual([{ key: { purpose: null }, count: 17, folded: true }]);
    expect(await ask({ groupBy: [{ purpose: 'VALUE' }] }, 'key { purpose } count folded', 4)).toEqual([
      { key: { purpose: 'TALK' }, count: 13, folded: false },
      { key: { purpose: null }, count: 4, folded: true },
    ]);
    expect(await ask({ groupBy: [{ arrivedAt: 'MONTH' }] }, 'key { arrivedAt } count folded')).toEqual([
      { key: { '@arrivedAt': '2026-01' }, count: 10, folded: false },
      { key: { '@arrivedAt': '2026-02' }, count: 7, folded: false },
    ]);
  });

  it('folds the smallest of the others while the folded group is small itself', async () => {
    const byBoth = { groupBy: [{ store: { id: 'VALUE' } }, { purpose: 'VALUE' }] };
    expect(await ask(byBoth, 'key { store { id } purpose } count folded')).toEqual([
      { key: { store: { id: '10' }, purpose: 'TALK' }, count: 7, folded: false },
      { key: { store: { id: null }, purpose: null }, count: 10, folded: true },
    ]);
  });

  it('tells no number below the smallest group, nor whether there is any row at all', async () => {
    const few = { where: { purpose: { eq: 'REPAIR' } } };
    const none = { where: { purpose: { eq: 'NOTHING' } } };
    for (const args of [few, none]) {
      expect(await ask(args, 'count folded share')).toEqual([{ count: 0, folded: true, share: null }]);
      expect(await ask({ ...args, groupBy: [{ purpose: 'VALUE' }] }, 'count folded')).toEqual([]);
    }
    expect(await ask({ where: { purpose: { eq: 'TALK' } } }, 'count folded')).toEqual([
      { count: 13, folded: false },
    ]);
  });

  it('holds its own rows and every restriction', async () => {
    const { countsOnly } = counts(2);
    const rest = {
      countsOnly: { ...countsOnly, where: { store: { id: { eq: '10' } } } },
    } as Partial<KindPolicy>;
    expect(await ask({}, 'count', 2, rest)).toEqual([{ count: 10 }]);
    expect(await ask({}, 'count', 2, { ...rest, restrictions: [{ purpose: { ne: 'TALK' } }] })).toEqual([
      { count: 3 },
    ]);
  });

  it('filters by whole months', async () => {
    const month = { arrivedAt: { between: { from: '2026-01-01', to: '2026-02-01' } } };
    expect(await ask({ where: month }, 'count')).toEqual([{ count: 10 }]);
    expect(await ask({ where: { arrivedAt: { gte: '2026-02-01' } } }, 'count')).toEqual([{ count: 7 }]);
  });

  const refused: [string, object, string][] = [
    ['an exact time', { where: { arrivedAt: { gte: '2026-01-10T10:00' } } }, 'count'],
    ['one day', { where: { arrivedAt: { between: { from: '2026-01-10', to: '2026-01-11' } } } }, 'count'],
    ['a moving window', { where: { arrivedAt: { inLast: { days: 3 } } } }, 'count'],
    ['a time that is equal', { where: { not: { arrivedAt: { eq: '2026-01-01' } } } }, 'count'],
    ['text', { where: { or: [{ visitor: { eq: 'V1' } }] } }, 'count'],
    ['a part of a text', { where: { purpose: { startsWith: 'T' } } }, 'count'],
    ['an id', { where: { id: { eq: '7001' } } }, 'count'],
    [
      'a field of a relation that is not listed',
      { where: { store: { region: { code: { eq: 'EAST' } } } } },
      'count',
    ],
    ['a group by id', { groupBy: [{ id: 'VALUE' }] }, 'count'],
    ['a group by text', { groupBy: [{ visitor: 'VALUE' }] }, 'count'],
    ['a group by day', { groupBy: [{ arrivedAt: 'DAY' }] }, 'count'],
    ['a group by exact time', { groupBy: [{ arrivedAt: 'VALUE' }] }, 'count'],
    ['a minimum', {}, 'min { arrivedAt }'],
    ['a number of distinct values', {}, 'countDistinct { visitor }'],
    ['a percentile', {}, 'percentile { id }'],
    ['a measure', { measures: [{ name: 'a', count: { purpose: { eq: 'TALK' } } }] }, 'count'],
    ['having', { groupBy: [{ purpose: 'VALUE' }], having: { count: { lt: 5 } } }, 'count'],
    ['a comparison', { groupBy: [{ arrivedAt: 'MONTH' }], compareTo: 'PREVIOUS_PERIOD' }, 'count'],
    ['the first of each group', { groupBy: [{ purpose: 'VALUE' }], topPerGroup: { limit: 1 } }, 'count'],
    ['an order by a number', { orderBy: [{ max: { arrivedAt: 'ASC' } }] }, 'count'],
  ];
  it.each(refused)('refuses %s', async (_name, args, text) => {
    await expect(ask(args, text)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('opens no row: not in a page, not in a list, not in a filter', async () => {
    const of = context(policy({ Visit: counts(5) }));
    await expect(company.engine.page('Visit', {}, select('totalCount'), of)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(company.engine.one('Visit', '7001', select('id'), of)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('gives way to a right to open rows', async () => {
    const own = granted({ where: { store: { id: { eq: '11' } } } });
    const both = context(
      policy({ Visit: { ...own, ...{ countsOnly: counts(5).countsOnly } } as KindPolicy }),
    );
    expect(await company.engine.aggregate('Visit', {}, select('count'), both)).toEqual([{ count: 7 }]);
  });
});

describe('folding', () => {
  const groups = fc.array(
    fc.integer({ min: 1, max: 30 }).map((count) => ({ count })),
    { maxLength: 12 },
  );
  it('tells no number below the smallest, and all rows or none', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 12 }), (all, smallest) => {
        const total = all.reduce((sum, { count }) => sum + count, 0);
        const result = folded(all, smallest);
        if (!result) {
          expect(total).toBeLessThan(Math.max(smallest, 1));
          return;
        }
        const told = [...result.kept.map((g) => g.count), ...(result.folded > 0 ? [result.folded] : [])];
        expect(Math.min(...told)).toBeGreaterThanOrEqual(smallest);
        expect(told.reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });
});
