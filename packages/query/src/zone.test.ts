import { describe, expect, it } from 'vitest';
import { readInstant } from './values.js';
import { instantOf, localDay, localText, offsetAt, zoneChanges } from './zone.js';

const at = (text: string) => Date.parse(text);

describe('a zone', () => {
  it('has its offset at an instant', () => {
    expect(offsetAt(at('2026-03-01T00:00:00Z'), 'Asia/Shanghai')).toBe(28_800);
    expect(offsetAt(at('1988-07-01T00:00:00Z'), 'Asia/Shanghai')).toBe(32_400);
    expect(offsetAt(at('2026-07-01T00:00:00Z'), 'America/New_York')).toBe(-14_400);
    expect(offsetAt(at('2026-01-01T00:00:00.999Z'), 'Asia/Kolkata')).toBe(19_800);
  });

  it('changes at the second that its rules say, the latest first', () => {
    const changes = zoneChanges('Europe/Berlin', at('2026-01-01T00:00:00Z'), at('2026-12-31T00:00:00Z'));
    expect(changes.map(({ at: from, offset }) => [new Date(from).toISOString(), offset])).toEqual([
      ['2026-10-25T01:00:00.000Z', 3600],
      ['2026-03-29T01:00:00.000Z', 7200],
      ['2026-01-01T00:00:00.000Z', 3600],
    ]);
    expect(zoneChanges('Asia/Shanghai', at('2000-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z'))).toHaveLength(
      1,
    );
    expect(zoneChanges('Asia/Shanghai', 0, at('2030-01-01T00:00:00Z'))).toHaveLength(13);
  });

  it('turns a wall clock into an instant and back', () => {
    for (const [text, zone, instant] of [
      ['2026-01-01T00:00:00', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
      ['2026-07-01T12:00:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
      ['2026-03-29T02:00:00', 'America/New_York', '2026-03-29T06:00:00.000Z'],
      ['2026-11-01T00:30:00', 'America/New_York', '2026-11-01T04:30:00.000Z'],
      ['2026-03-08T03:00:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ] as const) {
      expect(new Date(instantOf(at(`${text}Z`), zone)).toISOString(), text).toBe(instant);
      expect(localText(at(instant), zone).slice(0, 19)).toBe(text);
    }
    expect(localText(at('2026-01-01T00:00:00Z'), 'America/St_Johns')).toBe('2025-12-31T20:30:00.000-03:30');
    expect(localDay(at('2025-12-31T16:00:00Z'), 'Asia/Shanghai')).toEqual({ year: 2026, month: 1, day: 1 });
  });
});

describe('a time as people write it', () => {
  const read = (text: unknown) => new Date(readInstant(text, 'x', 'Asia/Shanghai')).toISOString();
  it('has an offset or stands on the organisation’s wall clock', () => {
    expect(read('2016-01-01')).toBe('2015-12-31T16:00:00.000Z');
    expect(read('2016-01-01T08:30')).toBe('2016-01-01T00:30:00.000Z');
    expect(read('2016-01-01T08:30:15.25Z')).toBe('2016-01-01T08:30:15.250Z');
    expect(read('2016-01-01T08:30:00-05:30')).toBe('2016-01-01T14:00:00.000Z');
    expect(read(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-01-01T24:00',
    '2026-01-01T10:61',
    '0000-01-01',
    '2026-1-1',
    'yesterday',
    '',
    20260101,
    new Date(Number.NaN),
  ])('is refused when it is none: %s', (text) => {
    expect(() => read(text)).toThrow(/wrongValue/);
  });
});
