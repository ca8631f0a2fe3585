/** Calendar arithmetic in a time zone (IANA name), without a clock of its own. */

/** A day of the calendar. */
export interface LocalDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What the clocks of a zone show at an instant, as milliseconds of a clock that stands in UTC. */
function wallAt(zone: string, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function aheadAt(zone: string, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  return wallAt(zone, whole) - whole;
}

/** The day of the calendar at an instant. */
export function localDay(zone: string, at: Date): LocalDay {
  const wall = new Date(wallAt(zone, at.getTime()));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** Day of the week: Monday is 1, Sunday 7. */
export function weekday({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** The day so many days later (or, below zero, earlier). */
export function daysLater({ year, month, day }: LocalDay, days: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/**
 * The instant at which the clocks of a zone show this time of this day. A time that summer time skips
 * is read as the first instant after the gap; one that comes twice as the first of the two.
 */
export function instantOfLocal(zone: string, { year, month, day }: LocalDay, hour = 0, minute = 0): Date {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const before = wall - aheadAt(zone, wall - 86_400_000);
  const after = wall - aheadAt(zone, wall + 86_400_000);
  const right = [before, after].filter((at) => wallAt(zone, at) === wall);
  if (right.length > 0) return new Date(Math.min(...right));
  return new Date(firstAfterGap(zone, Math.min(before, after), Math.max(before, after)));
}

/** The instant at which the clocks jump, between one before and one after the jump. */
function firstAfterGap(zone: string, from: number, to: number): number {
  const old = aheadAt(zone, from);
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (aheadAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return Math.ceil(high / 1000) * 1000;
}

/** The end (24:00) of the day that lies so many days after the day of an instant. */
export function endOfLocalDay(zone: string, at: Date, days = 0): Date {
  return instantOfLocal(zone, daysLater(localDay(zone, at), days + 1));
}

/** The next instant after `at` at which the clocks show this time on a day that `fits`; looks two years ahead. */
export function nextLocal(
  zone: string,
  at: Date,
  hour: number,
  minute: number,
  fits: (day: LocalDay) => boolean = () => true,
): Date {
  const today = localDay(zone, at);
  for (let days = 0; days < 740; days += 1) {
    const day = daysLater(today, days);
    if (!fits(day)) continue;
    const found = instantOfLocal(zone, day, hour, minute);
    if (found > at) return found;
  }
  throw new Error('There is no such day within two years.');
}
