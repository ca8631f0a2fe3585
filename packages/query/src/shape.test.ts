import { expect, it } from 'vitest';
import type { SelectedField } from './arguments.js';
import { argumentShape, policyShape, selectionShape, shapeOf } from './shape.js';
import { limits, policy } from './testing/company.js';

it('is the same for other values and another for everything that the SQL depends on', () => {
  const same = (a: unknown, b: unknown) => expect(shapeOf(a)).toBe(shapeOf(b));
  const differs = (a: unknown, b: unknown) => expect(shapeOf(a)).not.toBe(shapeOf(b));
  same({ name: { eq: 'a' } }, { name: { eq: 'b' } });
  same({ id: { in: [1] } }, { id: { in: [1, 2, 3] } });
  differs({ id: { in: [] } }, { id: { in: [1] } });
  differs({ name: { eq: 'a' } }, { name: { eq: null } });
  differs({ name: { eq: 'a' } }, { name: { eq: undefined } });
  differs({ name: { isNull: true } }, { name: { isNull: false } });
  differs({ a: { gtField: 'b' } }, { a: { gtField: 'c' } });
  differs({ and: [{ a: { eq: 1 } }] }, { or: [{ a: { eq: 1 } }] });
  differs({ and: [{ a: { eq: 1 } }] }, { and: [{ a: { eq: 1 } }, { a: { eq: 1 } }] });
  differs({ and: [] }, { and: {} });
  differs({ a: { eq: 1 }, b: { eq: 1 } }, { a: { eq: 1, b: { eq: 1 } } });
  differs({ 'a":s,"b': 1 }, { a: 1, b: 1 });
});

it('takes filters by their shape and other arguments as they stand', () => {
  const shape = (args: Record<string, unknown>) => argumentShape(args, false);
  expect(shape({ where: { a: { eq: 1 } }, limit: 2 })).toBe(shape({ where: { a: { eq: 9 } }, limit: 2 }));
  expect(shape({ limit: 2 })).not.toBe(shape({ limit: 3 }));
  expect(shape({ orderBy: [{ a: 'ASC' }] })).not.toBe(shape({ orderBy: [{ a: 'DESC' }] }));
  expect(argumentShape({ where: { a: { eq: 1 } } }, true)).not.toBe(
    argumentShape({ where: { a: { eq: 9 } } }, true),
  );
});

it('tells selections apart', () => {
  const leaf = (name: string, key = name, args = {}): SelectedField => ({
    name,
    key,
    arguments: args,
    selection: [],
  });
  const shapes = [
    [leaf('a'), leaf('b')],
    [{ ...leaf('a'), selection: [leaf('b')] }],
    [leaf('a', 'b')],
    [leaf('a', 'a', { in: 'ORGANISATION' })],
    [leaf('ordersAggregate', 'x', { where: { a: { eq: 1 } } })],
    [leaf('ordersAggregate', 'x', { where: { a: { eq: 2 } } })],
  ].map(selectionShape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

it('tells policies apart by what they allow, not by whose they are', () => {
  const shape = (of: ReturnType<typeof policy>) => policyShape(of, () => new Set());
  expect(shape(policy({}, 'a'))).toBe(shape(policy({}, 'b')));
  expect(shape({ ...policy(), limits: { ...limits, children: 7 } })).not.toBe(shape(policy()));
  expect(shape(policy({ Order: null }))).not.toBe(shape(policy()));
  expect(policyShape(policy(), () => new Set(['Order.lines']))).not.toBe(shape(policy()));
});
