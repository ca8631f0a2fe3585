/** Times of day in the organisation's zone; the database never hears of zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, found);
  }
  return found;
}

/** Milliseconds of a wall clock, as if it stood in UTC. */
function wallOf(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

/** Seconds that the zone is ahead of UTC at an instant (milliseconds). */
export function offsetAt(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return Math.round((wallOf(whole, zone) - whole) / 1000);
}

/** The instant of a wall clock; one that is skipped or doubled by summer time is read with the offset before. */
export function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - 86_400_000, zone);
  const first = wall - before * 1000;
  if (offsetAt(first, zone) === before) return first;
  return wall - offsetAt(first, zone) * 1000;
}

export interface ZoneChange {
  /** First instant (milliseconds) of the offset. */
  readonly at: number;
  /** Seconds ahead of UTC. */
  readonly offset: number;
}

const known = new Map<string, readonly ZoneChange[]>();
const earliest = Date.UTC(1970, 0, 1);

/**
 * The offsets that hold between two instants, the latest first; the last one holds from the
 * beginning. Looks for changes at most once in ten days, since no zone changes more often.
 */
export function zoneChanges(zone: string, from: number, to: number): readonly ZoneChange[] {
  const start = Math.max(from, earliest);
  const key = `${zone} ${Math.floor(start / 864e5)} ${Math.ceil(to / 864e5)}`;
  const found = known.get(key);
  if (found) return found;
  const changes: ZoneChange[] = [{ at: start, offset: offsetAt(start, zone) }];
  const step = 10 * 86_400_000;
  for (let at = start; at < to; at += step) {
    const end = Math.min(at + step, to);
    const before = changes[0]?.offset ?? 0;
    const after = offsetAt(end, zone);
    if (after !== before) changes.unshift({ at: changeBetween(zone, at, end, before), offset: after });
  }
  if (known.size > 500) known.clear();
  known.set(key, changes);
  return changes;
}

function changeBetween(zone: string, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return Math.ceil(high / 1000) * 1000;
}

export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day of an instant. */
export function localDay(instant: number, zone: string): LocalDay {
  const wall = new Date(wallOf(instant, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The wall clock of an instant with its offset: `2016-01-01T08:00:00.000+08:00`. */
export function localText(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  const wall = new Date(instant + offset * 1000).toISOString().slice(0, -1);
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
