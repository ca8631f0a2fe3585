import { describe, expect, it } from 'vitest';
import { inOrder, listResult } from './answer';
import { Refusal, refusalOf } from './refusal';

const items = [{ id: '1' }, { id: '2' }];

describe('answers', () => {
  it('carry the exact total of a short list', () => {
    expect(listResult({ list: { items, totalCount: 12, pageInfo: { hasNextPage: true } } }, 1)).toEqual({
      data: items,
      total: 12,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      meta: { count: 12, capped: false },
    });
  });

  it('say "10,000+" without a total, so that later pages stay reachable', () => {
    const result = listResult({ list: { items, totalCount: 10_001, pageInfo: { hasNextPage: true } } }, 500);
    expect(result).not.toHaveProperty('total');
    expect(result.meta).toEqual({ count: 10_000, capped: true });
    expect(result.pageInfo.hasPreviousPage).toBe(true);
  });

  it('keep the order of the ids that were asked for and leave out what cannot be seen', () => {
    expect(inOrder(items, ['2', '9', 1])).toEqual([{ id: '2' }, { id: '1' }]);
  });
});

describe('refusals', () => {
  it('keep the server’s sentence, code, fields and article', () => {
    const refusal = refusalOf([
      {
        message: '名称必填。',
        extensions: {
          code: 'BAD_USER_INPUT',
          fields: [{ path: 'input.name', message: '必填' }],
          article: 'R1.3',
        },
      },
    ]);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.byField).toEqual({ name: '必填' });
    expect(refusal.article).toBe('R1.3');
  });

  it('tell a lost session, a conflict and a missing record apart by status', () => {
    expect(refusalOf([{ message: '', extensions: { code: 'UNAUTHENTICATED' } }]).status).toBe(401);
    expect(refusalOf([{ message: '', extensions: { code: 'CONFLICT' } }]).status).toBe(409);
    expect(refusalOf([{ message: '', extensions: { code: 'NOT_FOUND' } }]).status).toBe(404);
    expect(refusalOf([{ message: 'x' }]).code).toBe('INTERNAL');
  });
});
