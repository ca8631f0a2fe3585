import { describe, expect, it } from 'vitest';
import { afterQuiet, type MessageTimes, nextDigest } from './message-times.js';

const times: MessageTimes = {
  zone: 'Asia/Shanghai',
  digests: ['08:50', '13:50', '17:20'],
  quietFrom: '21:00',
  quietUntil: '08:00',
};
/** A time of 7 March 2026 in Shanghai. */
const at = (time: string) => new Date(`2026-03-07T${time}:00+08:00`);
const tomorrow = (time: string) => new Date(`2026-03-08T${time}:00+08:00`);

describe('when messages go out of the house', () => {
  it('is the next digest of the day, or the first of the next day', () => {
    expect(nextDigest(times, at('08:00'))).toEqual(at('08:50'));
    expect(nextDigest(times, at('08:50'))).toEqual(at('13:50'));
    expect(nextDigest(times, at('15:00'))).toEqual(at('17:20'));
    expect(nextDigest(times, at('18:00'))).toEqual(tomorrow('08:50'));
  });

  it('is the end of the quiet hours for what falls into them, midnight between or not', () => {
    expect(afterQuiet(times, at('20:59'))).toEqual(at('20:59'));
    expect(afterQuiet(times, at('21:00'))).toEqual(tomorrow('08:00'));
    expect(afterQuiet(times, at('03:00'))).toEqual(at('08:00'));
    expect(afterQuiet(times, at('08:00'))).toEqual(at('08:00'));
    const noon = { ...times, quietFrom: '12:00', quietUntil: '14:00' };
    expect(afterQuiet(noon, at('13:00'))).toEqual(at('14:00'));
    expect(nextDigest(noon, at('12:30'))).toEqual(at('14:00'));
  });

  it('knows no quiet hours where both ends are the same', () => {
    const loud = { ...times, quietFrom: '00:00', quietUntil: '00:00' };
    expect(afterQuiet(loud, at('03:00'))).toEqual(at('03:00'));
  });

  it('follows the clocks of a zone with summer time', () => {
    const berlin = { ...times, zone: 'Europe/Berlin' };
    expect(nextDigest(berlin, new Date('2026-03-28T22:00:00Z'))).toEqual(new Date('2026-03-29T06:50:00Z'));
  });
});
