import { describe, expect, it } from 'vitest';
import { monthlyParts, type PaperWords } from './print-parts';
import type { Cell, MonthlyTable } from './table';

const cell = (place: string, text: string, more: Partial<Cell> = {}): Cell => ({
  place,
  text,
  previous: null,
  lastYear: null,
  cases: 0,
  uncorrected: null,
  ...more,
});
const table: MonthlyTable = {
  organisation: '岚序家居',
  period: '2026-10',
  asOf: '2026-11-01T00:00:00Z',
  report: null,
  stateLabel: null,
  partOnly: false,
  frozen: false,
  note: '按收到时间统计',
  corrections: [{ number: 1, cell: '1.1', before: '12', after: '13', reason: '漏记' }],
  parts: [
    {
      no: 1,
      title: '总量',
      columns: ['本月'],
      rows: [
        { label: '收到', cells: [cell('1.1', '13', { previous: '11', lastYear: '9', uncorrected: '12' })] },
        { label: '门店', cells: [] },
      ],
    },
    { no: 9, title: '原因分析', columns: [], rows: [{ label: '原因', cells: [cell('9.1', '物流')] }] },
  ],
};
const words: PaperWords = {
  standing: '尚未编制 · 数据未冻结',
  item: '项目',
  previous: '上月',
  lastYear: '去年同月',
  corrections: '更正',
  correction: (each, where) => `第 ${each.number} 号 ${where} ${each.before} → ${each.after}`,
  before: (value) => `更正前 ${value}`,
  signers: ['填表人', '总经理'],
};

describe('the monthly table on paper', () => {
  const parts = monthlyParts(table, words);

  it('has its state, a ruled part for each part, then corrections, note and places to sign', () => {
    expect(parts.map(({ key }) => key)).toEqual([
      'standing',
      'part-1',
      'part-9',
      'corrections',
      'note',
      'signatures',
    ]);
  });

  it('sets last month and last year beside the totals, and gives every column its width', () => {
    const [, first, text] = parts;
    expect(first?.widths).toHaveLength(4);
    expect(first?.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
    expect(first?.rows).toHaveLength(2);
    expect(text?.head).toBeUndefined();
    expect(text?.widths).toHaveLength(2);
  });
});
