import { describe, expect, it } from 'vitest';
import { type Said, standingWords } from './standing';
import type { MonthlyTable } from './table';

const said: Said = (key, values) => [key, ...Object.values(values ?? {})].join(' ');
const table = (more: object): MonthlyTable => ({
  organisation: '兰序家具',
  period: '2026-02',
  asOf: '2026-03-09T10:00:00',
  report: null,
  stateLabel: null,
  partOnly: false,
  frozen: false,
  note: '',
  corrections: [],
  parts: [],
  ...more,
});
const report = {
  id: '1',
  version: 3,
  state: 'GM_APPROVED',
  causes: null,
  comment: null,
  gmComment: null,
  filledBy: '方敏',
  reviewedBy: '周岚',
  reviewedAt: '11',
  submittedAt: '9',
  dueAt: '10',
  late: true,
};

describe('the head of the monthly table', () => {
  it('says that a month without a table is not drafted and its figures move', () => {
    expect(standingWords(table({}), said, String)).toEqual(['noState', 'live']);
  });

  it('names who filled it, when it went in and who reviewed it, and says what was corrected since', () => {
    const correction = { number: 1, cell: 'part1.received', before: '8', after: '9', reason: '漏计' };
    expect(
      standingWords(
        table({ report, stateLabel: '总经理已审', frozen: true, corrections: [correction] }),
        said,
        String,
      ),
    ).toEqual([
      '总经理已审',
      'filledBy 方敏',
      'submitted 9',
      'late',
      'reviewedBy 周岚 11',
      'frozen',
      'corrected 1',
    ]);
  });

  it('says by when it is due until it goes in', () => {
    const draft = {
      ...report,
      filledBy: null,
      reviewedBy: null,
      reviewedAt: null,
      submittedAt: null,
      late: false,
    };
    expect(standingWords(table({ report: draft, stateLabel: '系统草稿' }), said, String)).toEqual([
      '系统草稿',
      'due 10',
      'live',
    ]);
  });
});
