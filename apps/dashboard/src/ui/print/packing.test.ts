import { describe, expect, it } from 'vitest';
import { packed } from './packing';

const part = (rows: number[], lead = 10, again = 5) => ({ lead, again, rows });

describe('dealing parts out to sheets', () => {
  it('keeps what fits on one sheet', () => {
    expect(packed([part([10, 10]), part([20])], 100, 100)).toEqual([
      [
        { part: 0, from: 0, to: 2 },
        { part: 1, from: 0, to: 1 },
      ],
    ]);
  });

  it('goes on between rows and counts the repeated head', () => {
    // 10 + 3 × 30 fills the first; the second has 100 − 5 for three more.
    expect(packed([part([30, 30, 30, 30, 30, 30, 30])], 100, 100)).toEqual([
      [{ part: 0, from: 0, to: 3 }],
      [{ part: 0, from: 3, to: 6 }],
      [{ part: 0, from: 6, to: 7 }],
    ]);
  });

  it('never leaves a heading alone at the foot', () => {
    expect(packed([part([70]), part([30])], 100, 100)).toEqual([
      [{ part: 0, from: 0, to: 1 }],
      [{ part: 1, from: 0, to: 1 }],
    ]);
  });

  it('begins a part on a sheet of its own where it asks for one, never leaving an empty sheet before it', () => {
    expect(
      packed([{ ...part([10]), fresh: true }, part([10]), { ...part([10]), fresh: true }], 100, 100),
    ).toEqual([
      [
        { part: 0, from: 0, to: 1 },
        { part: 1, from: 0, to: 1 },
      ],
      [{ part: 2, from: 0, to: 1 }],
    ]);
  });

  it('gives a row that is too high for any sheet one of its own, and ends', () => {
    expect(packed([part([20, 300, 20])], 100, 100)).toEqual([
      [{ part: 0, from: 0, to: 1 }],
      [{ part: 0, from: 1, to: 2 }],
      [{ part: 0, from: 2, to: 3 }],
    ]);
  });

  it('has a sheet for nothing at all, and keeps every row exactly once', () => {
    expect(packed([], 100, 100)).toEqual([[]]);
    const rows = Array.from({ length: 97 }, (_, index) => 11 + (index % 7));
    const sheets = packed([part(rows), part([]), part(rows)], 200, 260);
    const dealt = sheets.flat().flatMap(({ part: of, from, to }) => {
      return Array.from({ length: to - from }, (_, index) => `${of}.${from + index}`);
    });
    expect(dealt).toEqual([...rows.map((_, index) => `0.${index}`), ...rows.map((_, index) => `2.${index}`)]);
  });
});
