import type { ComplaintChannel } from '@kehu/domain/complaints/vocabularies';
import type { Random } from '../random.js';

/** An outside body through which a complaint comes. */
interface OutsideBody {
  /** With which its numbers begin. */
  readonly prefix: string;
  /** Days that it gives for an answer; less than seven make the stricter deadline (F38). */
  readonly days: readonly number[];
}

const bodies: Partial<Record<ComplaintChannel, OutsideBody>> = {
  HOTLINE_12315: { prefix: '12315', days: [5, 7, 15] },
  HOTLINE_12345: { prefix: '12345', days: [5, 7, 10] },
  PLATFORM: { prefix: 'PT', days: [3, 5, 7] },
  CONSUMER_ASSOCIATION: { prefix: 'XX', days: [10, 15] },
};

/** With what the outside number of a channel begins; undefined where nobody outside stands behind it. */
export function outsidePrefix(channel: ComplaintChannel): string | undefined {
  return bodies[channel]?.prefix;
}

/** The deadline that an outside body gives, or null. */
export function outsideDue(channel: ComplaintChannel, receivedAt: number, random: Random): number | null {
  const body = bodies[channel];
  return body ? receivedAt + random.pick(body.days) * 24 * 3_600_000 : null;
}
