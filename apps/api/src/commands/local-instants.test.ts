import { buildSchema, type GraphQLInputType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withInstants } from './local-instants.js';

const schema = buildSchema(`
  scalar DateTime
  scalar Date
  type Query { none: Boolean }
  input Part { at: DateTime! note: String }
  input Act { at: DateTime due: Date parts: [Part!] moments: [DateTime!] reason: String }
`);
const act = schema.getType('Act') as GraphQLInputType;
const read = (value: unknown, zone = 'Asia/Shanghai') => withInstants(value, act, zone);

describe('the times of an act', () => {
  it('are read in the organisation’s zone when they name none', () => {
    expect(isInputObjectType(act)).toBe(true);
    expect(read({ at: '2026-03-07T08:30' })).toEqual({ at: '2026-03-07T00:30:00.000Z' });
    expect(read({ at: '2026-03-07' })).toEqual({ at: '2026-03-06T16:00:00.000Z' });
    expect(read({ at: '2026-03-07T08:30' }, 'Europe/Berlin')).toEqual({ at: '2026-03-07T07:30:00.000Z' });
    expect(read({ at: '2026-07-07T08:30' }, 'Europe/Berlin')).toEqual({ at: '2026-07-07T06:30:00.000Z' });
  });

  it('are read wherever they stand in the input', () => {
    expect(
      read({ parts: [{ at: '2026-03-07T08:30', note: '2026-03-07T08:30' }], moments: ['2026-03-07T08:30'] }),
    ).toEqual({
      parts: [{ at: '2026-03-07T00:30:00.000Z', note: '2026-03-07T08:30' }],
      moments: ['2026-03-07T00:30:00.000Z'],
    });
  });

  it('stay as they are when they name their zone, are days, or are nothing', () => {
    const given = { at: '2026-03-07T08:30:00+09:00', due: '2026-03-07', reason: null, parts: undefined };
    expect(read(given)).toEqual(given);
    expect(read({ at: '0001-01-01T00:00' })).toEqual({ at: '0001-01-01T00:00' });
    expect(read(null)).toBeNull();
  });
});
