import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered, Client } from '../testing/client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
  client = await server.as('gm');
});
afterAll(() => server?.stop());

const documents = [
  '{ customers(where: { region: { code: { eq: "EAST" } }, or: [{ grade: { in: [A, B] } }, { name: { contains: "王" } }] }, orderBy: [{ name: ASC }], limit: 3) { items { id name orders(limit: 2) { orderNo lines { lineNo } } } totalCount(limit: 9) pageInfo { endCursor } } }',
  'query Q($w: OrderWhere, $n: Int = 3, $yes: Boolean!) { orders(where: $w, limit: $n) { ...F @include(if: $yes) } } fragment F on OrderPage { items { id orderedAt(in: ORGANISATION) } }',
  '{ ordersAggregate(groupBy: [{ orderedAt: MONTH }], measures: [{ name: "m", sum: { total: VALUE } }], having: { measure: { name: "m", gt: "1" } }, topPerGroup: { by: [{ orderedAt: MONTH }], limit: 1 }, compareTo: PREVIOUS_PERIOD) { key { orderedAt(by: MONTH) } m: measure(name: "m") previous { count } percentile(p: 0.5) { total } } }',
  'mutation { signIn(login: "gm", password: "wrong") { token } }',
];
const pieces = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '...',
  '"',
  '"""',
  '\\',
  '#',
  ',',
  'null',
  '0',
  '-1',
  '1e999',
  'VALUE',
  'and',
  'not',
  '__schema',
  '__typename',
  'id',
  '\u0000',
  '\u202e',
  '客',
  '\ud800',
  '😀',
  ' ',
];

/** A document with some of its characters replaced, removed or doubled. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...documents),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.constantFrom(...pieces, '')),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([document, changes]) =>
    changes.reduce((text, [place, length, piece]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + piece + text.slice(at + length);
    }, document),
  );

const variable = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    '2026-02-30',
    "'; DROP TABLE staff; --",
    'A'.repeat(10_000),
    1e308,
    -1,
    2 ** 53,
    { and: [] },
    { not: {} },
    { id: { in: [] } },
  ),
);

function expectForeseen({ status, errors, text }: Answered): void {
  expect(status, text.slice(0, 500)).toBeLessThan(500);
  expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
  expect(text).not.toMatch(/at .*\.js:\d+|SELECT |\bER_[A-Z]+|Cannot read prop/);
}

describe('whatever is sent', () => {
  it('as a document, nothing unforeseen happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        spoilt,
        fc.dictionary(fc.constantFrom('w', 'n', 'yes'), variable),
        async (query, variables) => {
          expectForeseen(await client.query(query, { variables }));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('as variables, nothing unforeseen happens', async () => {
    const query =
      'query($w: CustomerWhere, $o: [CustomerOrderBy!], $n: Int, $a: String, $m: [OrderMeasure!], $d: DateTime, $v: Decimal, $i: ID) { customers(where: $w, orderBy: $o, limit: $n, after: $a) { items { id } } ordersAggregate(measures: $m, where: { orderedAt: { gt: $d }, total: { lt: $v }, customer: { id: { eq: $i } } }) { count } }';
    const where = fc.oneof(
      variable,
      fc.record({ name: fc.record({ contains: variable }) }),
      fc.record({ ordersAggregate: fc.record({ count: fc.record({ gte: variable }) }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            w: where,
            o: variable,
            n: variable,
            a: variable,
            m: variable,
            d: variable,
            v: variable,
            i: variable,
          },
          { requiredKeys: [] },
        ),
        async (variables) => expectForeseen(await client.query(query, { variables })),
      ),
      { numRuns: 400 },
    );
  });

  it('as a body, nothing unforeseen happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        async (body) => expectForeseen(await client.post(body)),
      ),
      { numRuns: 300 },
    );
  });
});
