const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant in UTC (`2016-01-01T00:00:00.000Z`) as the wall clock of a zone with its offset:
 * `2016-01-01T08:00:00.000+08:00`.
 */
export function inZone(instant: string, zone: string): string {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return instant;
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(milliseconds)) part[type] = Number(value);
  const wall = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day,
    part.hour,
    part.minute,
    part.second,
    new Date(milliseconds).getUTCMilliseconds(),
  );
  const minutes = Math.round((wall - milliseconds) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (n: number) => String(n).padStart(2, '0');
  const offset = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return new Date(wall).toISOString().replace('Z', offset);
}
