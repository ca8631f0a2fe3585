import type { ReadContext, ReadEngine } from '@kehu/query/engine';
import { ReadError } from '@kehu/query/errors';
import { describe, expect, it } from 'vitest';
import { Gathering, type RowsQuestion } from './gather.js';

const closed = { state: { eq: 'CLOSED' } };
const question = (more: Partial<RowsQuestion>): RowsQuestion => ({
  kind: 'Complaint',
  where: closed,
  measures: [],
  groupBy: [],
  selection: { count: true },
  ...more,
});
const hit = { name: 'measure', arguments: { name: 'hit' } } as const;

/** An engine that keeps what it was asked and answers with the names that were selected. */
function listening(refused?: string) {
  const asked: { kind: string; measures: { name: string }[]; names: string[] }[] = [];
  const aggregate = async (
    kind: string,
    { measures }: { measures: { name: string }[] },
    selection: { key: string; name: string }[],
  ) => {
    asked.push({ kind, measures, names: selection.map(({ key }) => key) });
    if (kind === refused) throw new ReadError('FORBIDDEN', []);
    return [
      Object.fromEntries(selection.map(({ key, name }) => [key === name ? key : `@${key}`, `of ${key}`])),
    ];
  };
  const gathering = new Gathering({ aggregate } as unknown as ReadEngine, {} as ReadContext);
  return { asked, gathering };
}

describe('figures about the same rows', () => {
  it('are asked in one statement, each answered by its own names', async () => {
    const { asked, gathering } = listening();
    const [first, second, average] = await Promise.all([
      gathering.ask(question({ measures: [{ name: 'hit', count: {} }], selection: { count: true, hit } })),
      gathering.ask(question({ measures: [{ name: 'hit', count: {} }], selection: { count: true, hit } })),
      gathering.ask(question({ selection: { count: true, avg: { daysToClose: true } } })),
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.measures.map(({ name }) => name)).toEqual(['f0hit', 'f1hit']);
    expect(first[0]).toMatchObject({ count: 'of count', '@hit': 'of f0hit' });
    expect(second[0]).toMatchObject({ count: 'of count', '@hit': 'of f1hit' });
    expect(average[0]).toMatchObject({ avg: 'of avg' });
  });

  it('are asked apart when the rows differ, and a refusal of one leaves the others', async () => {
    const { asked, gathering } = listening('Order');
    const answers = await Promise.allSettled([
      gathering.ask(question({})),
      gathering.ask(question({ kind: 'Order' })),
      gathering.ask(question({ where: {} })),
    ]);
    expect(asked).toHaveLength(3);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
