import { describe, expect, it } from 'vitest';
import { type BulkChange, runBulk, undoBulk } from './run';

const heard: string[] = [];
const change = (id: string, more: Partial<BulkChange> = {}): BulkChange => ({
  id,
  title: id,
  before: 'a',
  after: 'b',
  run: async (key) => {
    heard.push(key);
    return async (undoKey) => void heard.push(undoKey);
  },
  ...more,
});
const refused = new Error('changed meanwhile');

describe('an act on many records', () => {
  it('goes on past a refusal, skips what is as wanted, and gives each record a key of its own', async () => {
    heard.length = 0;
    const counts: number[] = [];
    const results = await runBulk(
      [
        change('1'),
        change('2', { run: () => Promise.reject(refused) }),
        change('3', { same: true }),
        change('4'),
      ],
      'batch',
      { stopped: false },
      (so) => counts.push(so.length),
    );
    expect(heard).toEqual(['batch-1', 'batch-4']);
    expect(counts).toEqual([1, 2, 3]);
    expect(results.map((each) => [each.change.id, each.failed])).toEqual([
      ['1', null],
      ['2', refused],
      ['4', null],
    ]);
  });

  it('stops before the next record when told to', async () => {
    const going = { stopped: false };
    const results = await runBulk([change('1'), change('2')], 'b', going, () => {
      going.stopped = true;
    });
    expect(results.map((each) => each.change.id)).toEqual(['1']);
  });

  it('is taken back from the last to the first, where that is safe', async () => {
    heard.length = 0;
    const notSafe = change('2', { run: async () => null });
    const results = await runBulk([change('1'), notSafe, change('3')], 'b', { stopped: false }, () => {});
    heard.length = 0;
    const undone = await undoBulk(results, 'b', () => {});
    expect(heard).toEqual(['b-3-undo', 'b-1-undo']);
    expect(undone.every((each) => each.failed === null)).toBe(true);
  });
});
