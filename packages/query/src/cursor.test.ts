import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cursors } from './cursor.js';

const cursors = new Cursors(randomBytes(32));

it('gives back what it was made of, for the same question only', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), fc.string(), fc.string(), (values, question, other) => {
      const cursor = cursors.write(values, question);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(cursors.read(cursor, question)).toEqual(JSON.parse(JSON.stringify(values)));
      if (other !== question) expect(() => cursors.read(cursor, other)).toThrow(/wrongCursor/);
    }),
  );
});

it('does not open when it was changed, cut, made with another key, or invented', () => {
  const cursor = cursors.write(['张三', 7], 'q');
  const foreign = new Cursors(Buffer.from('another key')).write(['张三', 7], 'q');
  const changed = `${cursor.slice(0, 30)}${cursor[30] === 'A' ? 'B' : 'A'}${cursor.slice(31)}`;
  for (const wrong of [
    changed,
    cursor.slice(0, -2),
    cursor.slice(0, 10),
    '',
    foreign,
    'WyLlvKDkuIkiXQ',
    5,
    {},
  ]) {
    expect(() => cursors.read(wrong, 'q')).toThrow(/wrongCursor/);
  }
});

it('is another one each time, and shows nothing', () => {
  const one = cursors.write(['13800000001'], 'q');
  expect(cursors.write(['13800000001'], 'q')).not.toBe(one);
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('1380');
});
