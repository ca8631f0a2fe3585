import { buildSchema, graphql } from 'graphql';
import { expect, it } from 'vitest';
import type { SelectedField } from './arguments.js';
import { selectionOf } from './selection.js';

const schema = buildSchema(`
  enum Direction { ASC DESC }
  type Order { id: ID! lines(limit: Int = 7, orderBy: [Direction!]): [Line!]! customer: Customer }
  type Line { no: Int }
  type Customer { id: ID! name: String orders(where: Where): [Order!]! }
  input Where { name: String and: [Where!] }
  type Query { order(id: ID): Order }
`);
const field = schema.getQueryType()?.getFields().order;

async function selected(source: string, variableValues = {}): Promise<readonly (readonly SelectedField[])[]> {
  const seen: (readonly SelectedField[])[] = [];
  if (!field) throw new Error('no field');
  field.resolve = (_parent, _args, _context, info) => {
    seen.push(selectionOf(info), selectionOf(info));
    return null;
  };
  const { errors } = await graphql({ schema, source, variableValues });
  if (errors) throw errors[0];
  return seen;
}

const leaf = (name: string, key = name): SelectedField => ({ name, key, arguments: {}, selection: [] });

it('takes fields by their key, with arguments and their defaults', async () => {
  const [selection] = await selected(
    '{ order { id no: id few: lines(orderBy: [DESC], limit: 2) { no } lines { no } } }',
  );
  expect(selection).toEqual([
    leaf('id'),
    leaf('id', 'no'),
    { name: 'lines', key: 'few', arguments: { limit: 2, orderBy: ['DESC'] }, selection: [leaf('no')] },
    { name: 'lines', key: 'lines', arguments: { limit: 7 }, selection: [leaf('no')] },
  ]);
});

it('resolves fragments and merges what they say of one key', async () => {
  const [selection] = await selected(`
    { order { ...A customer { name } ... on Order { customer { id } } } }
    fragment A on Order { id customer { id } }
  `);
  expect(selection).toEqual([
    leaf('id'),
    { name: 'customer', key: 'customer', arguments: {}, selection: [leaf('id'), leaf('name')] },
  ]);
});

it('reads variables and directives for each request', async () => {
  const source = `query ($n: Int, $with: Boolean!, $where: Where) {
    order { id @skip(if: $with) lines(limit: $n) @include(if: $with) { no } customer { orders(where: $where) { id } } }
  }`;
  const [without] = await selected(source, { with: false });
  expect(without?.map((f) => f.key)).toEqual(['id', 'customer']);
  const [some] = await selected(source, { with: true, n: 3, where: { and: [{ name: 'x' }] } });
  expect(some?.map((f) => [f.key, f.arguments])).toEqual([
    ['lines', { limit: 3 }],
    ['customer', {}],
  ]);
  expect(some?.[1]?.selection[0]?.arguments).toEqual({ where: { and: [{ name: 'x' }] } });
});

it('leaves a variable that was not given out of an input object', async () => {
  const source = 'query ($name: String) { order { customer { orders(where: { name: $name }) { id } } } }';
  const [selection] = await selected(source);
  expect(selection?.[0]?.selection[0]?.arguments).toEqual({ where: {} });
});

it('remembers what no variable changes', async () => {
  const [first, second] = await selected('{ order { id lines(limit: 1) { no } } }');
  expect(second).toBe(first);
  const [one, two] = await selected('query ($n: Int) { order { lines(limit: $n) { no } } }', { n: 1 });
  expect(two).not.toBe(one);
});
