import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departments } from '../departments/register.js';
import type { QueryOptions } from '../testing/client.js';
import { failing } from '../testing/failing-department.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let compiling: TestServer;
let plain: TestServer;
beforeAll(async () => {
  compiling = await startTestServer({
    settings: { executor: 'jit' },
    departments: [...departments, failing],
  });
  plain = await startTestServer({ settings: { executor: 'js' }, departments: [...departments, failing] });
});
afterAll(async () => {
  await compiling?.stop();
  await plain?.stop();
});

const corpus: readonly [string, string, (QueryOptions & { as?: string })?][] = [
  ['a record', '{ customer(id: 1001) { id name __typename } }'],
  ['a record that is absent', '{ customer(id: 999999) { id } }'],
  ['an id that is none', '{ customer(id: "abc") { id } }'],
  [
    'aliases, fragments and a type name',
    `{ a: customers(limit: 2, orderBy: [{ customerNo: ASC }]) { ...P __typename }
       b: customers(limit: 1, orderBy: [{ customerNo: DESC }]) { ...P totalCount } }
     fragment P on CustomerPage { items { ...C ... on Customer { name } } pageInfo { hasNextPage } }
     fragment C on Customer { id no: customerNo region { code } region { name } }`,
  ],
  [
    'nested lists with other arguments under other aliases',
    `{ customers(orderBy: [{ customerNo: ASC }]) { items {
        first: orders(limit: 1, orderBy: [{ orderedAt: ASC }]) { orderNo orderedAt local: orderedAt(in: ORGANISATION) }
        all: orders { orderNo lines(where: { lineNo: { eq: 2 } }) { quantity product { name } } }
        ordersAggregate { count sum { total } } } } }`,
  ],
  [
    'labels in Chinese',
    '{ orders { items { state stateLabel s: state l: stateLabel } } }',
    { headers: { 'accept-language': 'zh-TW' } },
  ],
  [
    'directives with fixed values',
    '{ customers { items { id name @skip(if: true) customerNo @include(if: true) } totalCount @include(if: false) } }',
  ],
  [
    'directives with variables',
    'query($yes: Boolean!) { customers { items { id name @skip(if: $yes) customerNo @include(if: $yes) } } }',
    { variables: { yes: true } },
  ],
  [
    'a directive with a variable that has a default',
    'query($yes: Boolean = false) { customers { items { id name @include(if: $yes) } } }',
  ],
  [
    'variables everywhere',
    `query($where: CustomerWhere, $limit: Int!, $order: [CustomerOrderBy!], $no: String) {
       customers(where: $where, limit: $limit, orderBy: $order) { items { id orders(where: { orderNo: { eq: $no } }) { orderNo } } } }`,
    {
      variables: {
        where: { region: { code: { eq: 'EAST' } } },
        limit: 2,
        order: [{ name: 'ASC' }],
        no: 'SO-1',
      },
    },
  ],
  [
    'a variable that is left out inside a filter',
    'query($no: String) { orders(where: { orderNo: { eq: $no } }) { items { id } } }',
  ],
  [
    'a variable that is left out as a whole argument',
    'query($where: OrderWhere, $limit: Int) { orders(where: $where, limit: $limit) { items { id } } }',
  ],
  [
    'a null filter',
    'query($no: String) { orders(where: { orderNo: { eq: $no } }) { items { id } } }',
    { variables: { no: null } },
  ],
  [
    'a variable of a wrong type',
    'query($limit: Int) { orders(limit: $limit) { items { id } } }',
    { variables: { limit: 'many' } },
  ],
  [
    'a wrong value deep in a variable',
    'query($where: OrderWhere) { orders(where: $where) { items { id } } }',
    { variables: { where: { and: [{ orderedAt: { gt: '2026-02-30' } }, { state: { eq: 'LOST' } }] } } },
  ],
  ['a variable that is missing', 'query($id: ID!) { order(id: $id) { id } }'],
  [
    'an enum by variable',
    'query($g: [CustomerGrade!]) { customers(where: { grade: { in: $g } }) { totalCount } }',
    { variables: { g: ['A', 'B'] } },
  ],
  ['an unknown field', '{ customers { items { colour } } }'],
  [
    'several operations without a name',
    'query A { customers { totalCount } } query B { orders { totalCount } }',
  ],
  [
    'one of several operations',
    'query A { customers { totalCount } } query B { orders { totalCount } }',
    { operationName: 'B' },
  ],
  ['an operation that is not there', 'query A { customers { totalCount } }', { operationName: 'C' }],
  [
    'groups with measures',
    `{ ordersAggregate(groupBy: [{ orderedAt: MONTH }, { customer: { region: { code: VALUE } } }],
         measures: [{ name: "returned", count: { returned: { eq: true } } }, { name: "rate", ratio: { of: "returned", to: "count" } }],
         orderBy: [{ count: DESC }]) {
        key { orderedAt(by: MONTH) customer { region { code } } } count sum { total profit } avg { total daysToShip }
        min { orderedAt } max { total } median { total } p90: percentile(p: 0.9) { total } countDistinct { customer }
        returned: measure(name: "returned") rate: measure(name: "rate") share groupCount folded } }`,
  ],
  ['a group of nothing', '{ ordersAggregate(where: { orderNo: { eq: "none" } }) { count sum { total } } }'],
  [
    'a page too large beside one that is right',
    '{ a: customers(limit: 100000) { totalCount items { id } } b: orders { totalCount } c: orders(limit: -1) { totalCount items { id } } }',
  ],
  [
    'a kind that is closed',
    '{ auditEntries { totalCount } customers { totalCount } }',
    { as: 'store-staff' },
  ],
  [
    'masked values',
    '{ customers { items { name phone contacts { name phone email } } } }',
    { as: 'analyst' },
  ],
  [
    'failures at different times',
    '{ a: fails(how: "rule", after: 30) b: fails(how: "stale") c: fails(how: "none") }',
  ],
  [
    'failures beside what is right',
    '{ a: fails(how: "bad") customers { totalCount } b: fails(how: "dear", after: 10) }',
  ],
  ['acts one after the other', 'mutation { a: doThing(name: "x") b: doThing(name: "y") }'],
  [
    'acts of which one fails',
    'mutation { a: doThing(name: "x") b: doThing(name: "bad") c: doThing(name: "z") }',
  ],
  ['an act by variable', 'mutation($n: String!) { doThing(name: $n) }', { variables: { n: '客户' } }],
  [
    'who one is',
    '{ me { login displayName roles department { id name } permissions { subject action scope masked } } }',
  ],
  ['a syntax error', '{ customers { '],
  ['explain', '{ customers { items { id } } }', { headers: { 'x-kehu-explain': '0' } }],
];

describe('both executors give the same bytes for', () => {
  it.each(corpus)('%s', async (_, document, options = {}) => {
    const { as = 'gm', ...rest } = options;
    const [one, other] = [await compiling.as(as), await plain.as(as)];
    const expected = await other.query(document, rest);
    expect(expected.text).not.toContain('INTERNAL');
    // The first run is never compiled, the second compiles, the third runs what was compiled.
    for (let run = 1; run <= 3; run++) {
      const answered = await one.query(document, rest);
      expect({ run, status: answered.status, text: answered.text }).toEqual({
        run,
        status: expected.status,
        text: expected.text,
      });
    }
  });
});
