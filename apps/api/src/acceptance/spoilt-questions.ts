/** Arguments of a list or an aggregate that must be refused, why, and in which argument the fault lies. */
export interface SpoiltQuestion {
  readonly why: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  readonly field?: string;
}

const bad = ['BAD_USER_INPUT'];
const dear = ['QUERY_TOO_EXPENSIVE', 'BAD_USER_INPUT'];

function nested(key: 'not' | 'and' | 'or', times: number): unknown {
  let where: unknown = { version: { gt: 0 } };
  for (let i = 0; i < times; i++) where = { [key]: key === 'not' ? where : [where] };
  return where;
}
const many = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

const wheres = (entries: Readonly<Record<string, unknown>>): SpoiltQuestion[] =>
  Object.entries(entries).map(([why, where]) => ({ why, args: { where }, codes: bad, field: 'where' }));

/** For every kind of record; `limits`: of whoever asks. */
export function spoiltLists(limits: {
  readonly pageSize: number;
  readonly inList: number;
}): SpoiltQuestion[] {
  return [
    ...wheres({
      'eq null': { id: { eq: null } },
      'ne null': { version: { ne: null } },
      'in null': { id: { in: null } },
      'in with null': { id: { in: [null] } },
      'a variable left out': { id: {} },
      'no filter for not': { not: null },
      'nothing in not': { not: {} },
      'nothing in and': { and: [{}] },
      'nothing in or': { or: [{}] },
      'null in and': { and: [null] },
      'null for or': { or: null },
      'a list for a filter': [[]],
      'a text for a filter': 'id = 1',
      'a number for an operator': { id: 7 },
      'an unknown field': { password: { eq: 'x' } },
      'an unknown operator': { id: { like: '%' } },
      'an operator of another type': { version: { contains: '1' } },
      'a field of every object': { constructor: { eq: 'x' } },
      'a word for a number': { version: { gt: 'many' } },
      'no number': { version: { gt: 'NaN' } },
      'half a version': { version: { eq: 1.5 } },
      'an object for a value': { version: { eq: { gt: 1 } } },
      'a day that is none': { createdAt: { gt: '2026-02-30' } },
      'a day before the calendar': { createdAt: { gt: '0000-00-00' } },
      'a word for a time': { createdAt: { gt: "'; DROP TABLE customer; --" } },
      'a span without an end': { createdAt: { between: { from: '2026-01-01' } } },
      'a span of nothing': { createdAt: { between: {} } },
      'a span of null': { createdAt: { between: null } },
      'the last nothing': { createdAt: { inLast: {} } },
      'the last 0 days': { createdAt: { inLast: { days: 0 } } },
      'the last -1 days': { createdAt: { inLast: { days: -1 } } },
      'days and months': { createdAt: { inLast: { days: 1, months: 1 } } },
      'the last million years': { createdAt: { inLast: { months: 12_000_000 } } },
      'a field compared with none': { createdAt: { gtField: 'nothing' } },
      'a field compared with a number': { createdAt: { gtField: 'version' } },
      'too many values': { id: { in: many(limits.inList + 1) } },
    }),
    ...[-1, limits.pageSize + 1, 1_000_000_000, 1e12, 1.5, '25', [1]].map((limit) => ({
      why: `limit ${JSON.stringify(limit)}`,
      args: { limit },
      codes: bad,
      field: 'limit',
    })),
    ...[-1, 1e12, 10_000_001, '0', 0.5].map((offset) => ({
      why: `offset ${JSON.stringify(offset)}`,
      args: { offset },
      codes: bad,
      field: 'offset',
    })),
    ...['', 'garbage', 'AAAA'.repeat(30), '{"id":1}', '../../etc/passwd', '9'.repeat(5000)].map((after) => ({
      why: `the cursor ${after.slice(0, 20)}`,
      args: { after },
      codes: bad,
      field: 'after',
    })),
    ...[
      [{}],
      [{ id: 'UP' }],
      [{ id: 'ASC', version: 'ASC' }],
      [null],
      'id',
      [{ id: null }],
      [{ nothing: 'ASC' }],
    ].map((orderBy) => ({
      why: `orderBy ${JSON.stringify(orderBy)}`,
      args: { orderBy },
      codes: bad,
      field: 'orderBy',
    })),
    {
      why: 'a thousand conditions',
      args: { where: { or: many(1000).map((id) => ({ id: { eq: id } })) } },
      codes: dear,
    },
  ];
}

/** Nests that are allowed or refused, but never break anything. */
export const deepFilters: readonly unknown[] = (['not', 'and', 'or'] as const).flatMap((key) =>
  [4, 50, 400, 1000].map((times) => nested(key, times)),
);

export const spoiltAggregates: readonly SpoiltQuestion[] = [
  ...[
    [{}],
    [null],
    [{ createdAt: 'DECADE' }],
    [{ createdAt: 'MONTH', version: 'VALUE' }],
    [{ nothing: 'VALUE' }],
  ].map((groupBy) => ({
    why: `groupBy ${JSON.stringify(groupBy)}`,
    args: { groupBy },
    codes: bad,
    field: 'groupBy',
  })),
  ...[
    [{ name: 'x' }],
    [{ name: '', count: {} }],
    [{ name: 'x', count: {}, sum: { version: true } }],
    [
      { name: 'x', count: {} },
      { name: 'x', count: {} },
    ],
    [{ name: 'r', ratio: { of: 'nothing', to: 'count' } }],
    [{ name: 'r', ratio: { of: 'r', to: 'count' } }],
    [
      { name: 'a', ratio: { of: 'b', to: 'count' } },
      { name: 'b', ratio: { of: 'a', to: 'count' } },
    ],
    [{ name: 'count', count: {} }],
  ].map((measures) => ({ why: `measures ${JSON.stringify(measures)}`, args: { measures }, codes: bad })),
  ...[
    { count: {} },
    { count: { gt: null } },
    { measure: { name: 'nothing', gt: '1' } },
    { and: [{}] },
    { not: {} },
  ].map((having) => ({
    why: `having ${JSON.stringify(having)}`,
    args: { having },
    codes: bad,
    field: 'having',
  })),
  ...[-1, 5001, 1e9, 1.5].map((limit) => ({
    why: `limit ${limit}`,
    args: { limit },
    codes: bad,
    field: 'limit',
  })),
  ...[
    { by: [{ createdAt: 'YEAR' }], limit: 1 },
    { by: [{ createdAt: 'MONTH' }], limit: -1 },
  ].map((topPerGroup) => ({
    why: `topPerGroup ${JSON.stringify(topPerGroup)}`,
    args: { groupBy: [{ createdAt: 'MONTH' }, { version: 'VALUE' }], topPerGroup },
    codes: bad,
  })),
];
