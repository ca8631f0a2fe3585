import fc from 'fast-check';
import { buildSchema, type FieldNode, getArgumentValues, isObjectType, parse } from 'graphql';
import { expect, it } from 'vitest';
import { argumentReader } from './argument-reader.js';

const schema = buildSchema(`
  enum Grade { A B }
  scalar JSON
  input Operators { eq: ID, in: [ID!], notIn: [ID], note: JSON }
  input Where { and: [Where!], id: Operators, grade: Grade = B, must: Int!, more: Where }
  type Query { rows(where: Where, limit: Int = 25, offset: Int! = 0, ids: [ID!], after: String): Int }
`);

const values: fc.Arbitrary<string> = fc.letrec<{ where: string; operators: string }>((tie) => ({
  where: fc
    .record(
      {
        and: fc.array(tie('where'), { maxLength: 2 }).map((list) => `[${list.join(', ')}]`),
        id: fc.oneof(tie('operators'), fc.constant('$operators')),
        grade: fc.constantFrom('A', '$grade', 'null'),
        must: fc.constantFrom('1', '$must'),
        more: fc.oneof({ maxDepth: 2 }, fc.constant('$where'), tie('where')),
      },
      { requiredKeys: [] },
    )
    .map(objectText),
  operators: fc
    .record(
      {
        eq: fc.constantFrom('"1"', '$id', '2'),
        in: fc.constantFrom('[]', '["1", $id]', '$ids', '$id', '"7"'),
        notIn: fc.constantFrom('[$id, null]', '$ids', '["1"]'),
        note: fc.constantFrom('{ a: $id }', '$id', '[1, { b: "x" }]'),
      },
      { requiredKeys: [] },
    )
    .map(objectText),
})).where;

function objectText(fields: Readonly<Record<string, string | undefined>>): string {
  return `{ ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
}

const variables = fc.record(
  {
    id: fc.constantFrom('7', null),
    ids: fc.constantFrom(['1'], null, []),
    grade: fc.constantFrom('A', null),
    must: fc.constantFrom(3, null),
    operators: fc.constantFrom({ eq: '1' }, null),
    where: fc.constantFrom({ must: 1, grade: 'B' }, null),
    limit: fc.constantFrom(5, null),
    after: fc.constantFrom('x', null),
  },
  { requiredKeys: [] },
);

/** What comes of it: the arguments with the order of their keys, or the error's text. */
function outcome(read: () => unknown): string {
  try {
    return JSON.stringify(read());
  } catch (error) {
    return String(error);
  }
}

it('reads every argument as graphql-js does, errors included, however often it is asked', () => {
  const query = schema.getQueryType();
  if (!isObjectType(query)) throw new Error('no query type');
  const field = query.getFields().rows;
  if (!field) throw new Error('no field');
  const pages = fc.constantFrom(
    '',
    'limit: $limit',
    'limit: null, offset: $limit',
    'after: $after',
    'ids: [$id]',
  );
  fc.assert(
    fc.property(values, pages, fc.array(variables, { minLength: 1, maxLength: 4 }), (where, page, sets) => {
      const document = parse(`{ rows(where: ${where}, ${page}) }`);
      const [definition] = document.definitions;
      const node =
        definition && 'selectionSet' in definition ? definition.selectionSet?.selections[0] : undefined;
      const reader = outcomeReader(() => argumentReader(field, node as FieldNode));
      for (const set of sets) {
        const expected = outcome(() => getArgumentValues(field, node as FieldNode, set));
        expect(outcome(() => reader()(set))).toBe(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

/** Making the reader may already find what is wrong with a constant. */
function outcomeReader<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
