import { nextLocal } from '../text/local-time.js';

/** When messages go out of the house; times of day as `08:50`, in the organisation's zone. */
export interface MessageTimes {
  readonly zone: string;
  /** When digests are sent; the same time twice counts once. */
  readonly digests: readonly string[];
  /** From here until `quietUntil` nothing but what is urgent goes out; equal: there are no quiet hours. */
  readonly quietFrom: string;
  readonly quietUntil: string;
}

function nextAt(zone: string, at: Date, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return nextLocal(zone, at, hour, minute);
}

/** The instant itself, or the end of the quiet hours in which it lies. */
export function afterQuiet({ zone, quietFrom, quietUntil }: MessageTimes, at: Date): Date {
  if (quietFrom === quietUntil) return at;
  const until = nextAt(zone, at, quietUntil);
  return until < nextAt(zone, at, quietFrom) ? until : at;
}

/** The first digest after an instant; one that would fall into the quiet hours waits for their end. */
export function nextDigest(times: MessageTimes, at: Date): Date {
  const found = times.digests.map((time) => afterQuiet(times, nextAt(times.zone, at, time)).getTime());
  return new Date(Math.min(...found));
}
