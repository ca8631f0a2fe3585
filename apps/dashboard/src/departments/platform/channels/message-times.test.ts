import { describe, expect, it } from 'vitest';
import { messageTimes } from './message-times';

const now = new Date('2026-03-07T00:00:00Z');
const set = (key: string, value: string, effectiveFrom: string) => ({ key, value, effectiveFrom });

describe('the times of messages', () => {
  it('are those of the product until the organisation sets others', () => {
    expect(messageTimes([], now)).toEqual({
      digests: ['08:50', '13:50', '17:20'],
      quietFrom: '21:00',
      quietUntil: '08:00',
    });
  });

  it('are the latest that hold now, in whatever order they come', () => {
    const times = messageTimes(
      [
        set('messages.quietFrom', '22:00', '2026-03-01T00:00:00Z'),
        set('messages.quietFrom', '20:00', '2026-02-01T00:00:00Z'),
        set('messages.quietFrom', '19:00', '2026-03-08T00:00:00Z'),
      ],
      now,
    );
    expect(times.quietFrom).toBe('22:00');
  });

  it('say the same digest once', () => {
    expect(messageTimes([set('messages.digestNoon', '08:50', '2026-03-01T00:00:00Z')], now).digests).toEqual([
      '08:50',
      '17:20',
    ]);
  });
});
