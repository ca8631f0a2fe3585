import { daysLater, instantOfLocal, type LocalDay, localDay, weekday } from '../text/local-time.js';

/** The hours of a working day, in the organisation's zone. */
export interface WorkingHours {
  /** `9` is nine in the morning. */
  readonly from: number;
  readonly to: number;
}

export const usualHours: WorkingHours = { from: 9, to: 18 };

const hour = 3_600_000;
const works = (day: LocalDay) => weekday(day) <= 5;

/**
 * The instant that lies so many working hours after another one (Monday to Friday, within the hours); what
 * begins outside the hours begins with the next working day's first.
 */
export function addWorkingHours(
  zone: string,
  at: Date,
  hours: number,
  { from, to }: WorkingHours = usualHours,
): Date {
  let left = hours * hour;
  let day = localDay(zone, at);
  let now = at.getTime();
  for (;;) {
    const opens = instantOfLocal(zone, day, from).getTime();
    const closes = instantOfLocal(zone, day, to).getTime();
    const begins = Math.max(now, opens);
    if (works(day) && begins < closes) {
      if (begins + left <= closes) return new Date(begins + left);
      left -= closes - begins;
    }
    day = daysLater(day, 1);
    now = 0;
  }
}

/** The end of the next working day. */
export function endOfNextWorkingDay(zone: string, at: Date, { to }: WorkingHours = usualHours): Date {
  let day = daysLater(localDay(zone, at), 1);
  while (!works(day)) day = daysLater(day, 1);
  return instantOfLocal(zone, day, to);
}
