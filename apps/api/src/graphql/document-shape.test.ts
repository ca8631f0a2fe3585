import fc from 'fast-check';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { shapeOf } from './document-shape.js';

/** Counts by spreading every fragment out: what the measure must come to, at any cost. */
function spreadOut(text: string) {
  const document = parse(text);
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  const counts = { depth: 0, breadth: 0, aliases: 0, rootFields: 0 };
  const walk = (set: SelectionSetNode, level: number): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        counts.breadth += 1;
        counts.depth = Math.max(counts.depth, level);
        if (node.alias) counts.aliases += 1;
        if (level === 1) counts.rootFields += 1;
        if (node.selectionSet) walk(node.selectionSet, level + 1);
      } else {
        const inner = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value);
        if (inner) walk(inner, level);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, 1);
  }
  return counts;
}

const { selection } = fc.letrec<{ selection: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('id', 'name', 'a: name', 'b: id @include(if: true)'),
    fc.constantFrom('...F0', '...F1', '...F2'),
    tie('selection').map((inner) => `lines ${inner}`),
    tie('selection').map((inner) => `... on Order ${inner}`),
  ),
  selection: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => `{ ${items.join(' ')} }`),
}));

/** Fragments that spread only later ones, so that spreading out ends. */
const later = (at: number) =>
  selection.map((text) => text.replace(/\.\.\.F(\d)/g, (spread, n) => (Number(n) > at ? spread : 'id')));

describe('the shape of a document', () => {
  it('is what spreading its fragments out comes to', () => {
    fc.assert(
      fc.property(selection, later(0), later(1), later(2), (root, ...fragments) => {
        const text = `${root} ${fragments.map((set, i) => `fragment F${i} on Order ${set}`).join(' ')}`;
        const { depth, breadth, aliases, rootFields } = shapeOf(parse(text));
        const expected = spreadOut(text);
        // Fragments that nothing spreads still count as fields, since they are validated.
        expect({ depth, aliases, rootFields }).toEqual({
          depth: expected.depth,
          aliases: expected.aliases,
          rootFields: expected.rootFields,
        });
        expect(breadth).toBeGreaterThanOrEqual(expected.breadth);
      }),
      { numRuns: 300 },
    );
  });

  it('is found for a document that doubles itself a thousand times', () => {
    const doubling = Array.from(
      { length: 1000 },
      (_, i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    const document = parse(`{ ...F0 } ${doubling} fragment F1000 on Q { a }`);
    expect(shapeOf(document).breadth).toBe(1_000_000_000);
  });

  it('of a fragment that spreads itself has no end', () => {
    expect(shapeOf(parse('{ ...A } fragment A on Q { a { ...A } }')).depth).toBeGreaterThan(1_000_000);
  });

  it('counts repeated fields, through fragments and aliases, in each selection by itself', () => {
    const repeats = (text: string) => shapeOf(parse(text)).repeats;
    expect(repeats('{ a { id } b { id } }')).toBe(0);
    expect(repeats('{ a { id id } a { id } }')).toBe(2);
    expect(repeats('{ a { x: id x: id id } }')).toBe(1);
    expect(
      repeats('{ a { id ...F ... on A { id } } } fragment F on A { id ...G } fragment G on A { id }'),
    ).toBe(3);
    expect(repeats('{ a { ...F } b { ...F } } fragment F on A { id id }')).toBe(2);
  });

  it('leaves introspection out of depth and breadth, but counts it', () => {
    const shape = shapeOf(
      parse(
        '{ __schema { types { fields { name type { name } } } } a: __type(name: "X") { name } customers { id } }',
      ),
    );
    expect(shape).toMatchObject({ depth: 2, breadth: 2, rootFields: 1, introspections: 2 });
  });
});
