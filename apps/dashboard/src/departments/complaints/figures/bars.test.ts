import { describe, expect, it } from 'vitest';
import type { Kpi } from './ask';
import { causeBars, groupBars } from './bars';

const kpi = (better: string, groups: readonly (readonly [string | null, string | null])[]): Kpi => ({
  code: 'E1.2',
  label: '7天结案率',
  text: '',
  value: null,
  unit: 'PERCENT',
  unitLabel: '%',
  previous: null,
  lastYear: null,
  target: null,
  met: null,
  better,
  reason: null,
  definition: '',
  kind: 'Complaint',
  where: null,
  hits: null,
  denominator: null,
  groups: groups.map(([key, value]) => ({
    key,
    label: key ?? '–',
    value,
    text: '',
    denominator: '3',
    previous: null,
    lastYear: '50',
    where: JSON.stringify({ store: { id: key === null ? { isNull: true } : { eq: key } } }),
    hits: JSON.stringify({
      state: { eq: 'CLOSED' },
      store: { id: key === null ? { isNull: true } : { eq: key } },
    }),
  })),
});

describe('groups as bars', () => {
  it('have the worst first, those without a figure last, and a name for the cases of no store', () => {
    const bars = groupBars(
      kpi('MORE', [
        ['a', '90'],
        ['b', null],
        [null, '40'],
      ]),
      '未指定门店',
      'zh-Hans',
    );
    expect(bars.map(({ label, text }) => [label, text])).toEqual([
      ['未指定门店', '40.0%'],
      ['a', '90.0%'],
      ['b', '–'],
    ]);
    expect(bars[0]?.cells.slice(0, 3)).toEqual(['40.0%', '–', '50.0%']);
    expect(bars[0]?.to).toContain('isNull');
  });

  it('put the largest first where less is better', () => {
    expect(
      groupBars(
        kpi('LESS', [
          ['a', '5'],
          ['b', '30'],
        ]),
        '',
        'en',
      ).map(({ key }) => key),
    ).toEqual(['b', 'a']);
  });
});

describe('causes as bars', () => {
  it('say their share and the sum so far, and open their cases', () => {
    const where = JSON.stringify({ category: { eq: 'QUALITY_DEFECT' } });
    const [bar] = causeBars(
      [
        { key: 'QUALITY_DEFECT', label: '质量缺陷', value: '3', count: 3, cumulative: '75', where },
        { key: 'OTHER', label: '其他', value: '1', count: 1, cumulative: '100', where },
      ],
      'zh-Hans',
    );
    expect(bar?.text).toBe('3（75%）');
    expect(bar?.cells).toEqual(['3', '75.0%', '75.0%']);
    expect(bar?.to).toContain('complaints');
  });
});
