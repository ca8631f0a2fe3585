/** Formats that need not be declared: what databases, spreadsheets and people in China write. */
export const usualFormats = [
  'YYYY-MM-DD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm:ss.SSS',
  'YYYY-MM-DD HH:mm',
  'YYYY-MM-DDTHH:mm:ss',
  'YYYY-MM-DDTHH:mm:ss.SSS',
  'YYYY/M/D',
  'YYYY/M/D H:mm',
  'YYYY/M/D H:mm:ss',
  'YYYY年M月D日',
  'YYYY年M月D日 H:mm',
  'YYYY年M月D日 H:mm:ss',
  'YYYYMMDD',
] as const;

const tokens: Readonly<Record<string, { readonly pattern: string; readonly part: keyof Parts }>> = {
  YYYY: { pattern: '(\\d{4})', part: 'year' },
  MM: { pattern: '(\\d{2})', part: 'month' },
  M: { pattern: '(\\d{1,2})', part: 'month' },
  DD: { pattern: '(\\d{2})', part: 'day' },
  D: { pattern: '(\\d{1,2})', part: 'day' },
  HH: { pattern: '(\\d{2})', part: 'hour' },
  H: { pattern: '(\\d{1,2})', part: 'hour' },
  mm: { pattern: '(\\d{2})', part: 'minute' },
  ss: { pattern: '(\\d{2})', part: 'second' },
  SSS: { pattern: '(\\d{3})', part: 'millisecond' },
};

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** A compiled date format. */
export interface DateFormat {
  readonly pattern: RegExp;
  readonly parts: readonly (keyof Parts)[];
}

/** Compiles a format such as `D.M.YYYY HH:mm`; null when it lacks year, month or day or is unreadable. */
export function compileFormat(format: string): DateFormat | null {
  const parts: (keyof Parts)[] = [];
  const pattern = format.replace(/YYYY|MM|M|DD|D|HH|H|mm|ss|SSS|[.*+?^${}()|[\]\\]| +/g, (found) => {
    const token = tokens[found];
    if (!token) return found.startsWith(' ') ? '\\s+' : `\\${found}`;
    parts.push(token.part);
    return token.pattern;
  });
  const complete = (['year', 'month', 'day'] as const).every((part) => parts.includes(part));
  if (!complete || new Set(parts).size !== parts.length) return null;
  return { pattern: new RegExp(`^${pattern}$`), parts };
}

const earliestYear = 1000;

/** A local date and time by the first format that fits; null when none does or there is no such day. */
export function parseLocal(text: string, formats: readonly DateFormat[]): Parts | null {
  for (const { pattern, parts } of formats) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values: Parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 };
    parts.forEach((part, index) => {
      values[part] = Number(found[index + 1]);
    });
    if (isPossible(values)) return values;
  }
  return null;
}

function isPossible({ year, month, day, hour, minute, second }: Parts): boolean {
  if (year < earliestYear || hour > 23 || minute > 59 || second > 59) return false;
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && day > 0;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD`; null when the parts have a time that is not midnight. */
export function dayText({ year, month, day, hour, minute, second, millisecond }: Parts): string | null {
  return hour + minute + second + millisecond === 0 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** An instant with an offset (`2016-01-01T08:30:00+08:00`, `…Z`) as ISO text in UTC; null when it is none. */
export function parseInstant(text: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})$/.exec(
    text,
  );
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = (parts[1] ?? '').split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = (parts[2] ?? '').split(':').map(Number);
  if (!isPossible({ year, month, day, hour, minute, second: Math.floor(second), millisecond: 0 }))
    return null;
  const offset = (parts[3] ?? '').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = new Date(`${parts[1]}T${parts[2]}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** Turns local parts of a zone into ISO text in UTC. Of an hour that a clock change repeats, the first counts. */
export class ZoneClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** Throws `RangeError` for an unknown zone. */
  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  toUtc(parts: Parts): string {
    const local = Date.UTC(
      parts.year,
      parts.month - 1,
      parts.day,
      parts.hour,
      parts.minute,
      parts.second,
      parts.millisecond,
    );
    // The offset of a day ago may be that of before a clock change; the second look settles it.
    const before = this.offsetAt(local - 86_400_000);
    const first = local - before;
    const instant =
      this.offsetAt(first) === before ? first : local - this.offsetAt(local - this.offsetAt(first));
    return new Date(instant).toISOString();
  }

  /** The wall clock of the zone at an instant: `YYYY-MM-DD HH:MM:SS`, with milliseconds when there are any. */
  toLocal(instant: number): string {
    const text = new Date(instant + this.offsetAt(instant)).toISOString().slice(0, 23).replace('T', ' ');
    return text.endsWith('.000') ? text.slice(0, 19) : text;
  }

  /** Milliseconds that the zone is ahead of UTC; one look-up for each quarter of an hour. */
  private offsetAt(instant: number): number {
    const quarter = Math.floor(instant / 900_000);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    if (this.offsets.size > 50_000) this.offsets.clear();
    const start = quarter * 900_000;
    const p: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(start)) p[type] = Number(value);
    const shown = Date.UTC(p.year ?? 0, (p.month ?? 1) - 1, p.day, p.hour, p.minute, p.second);
    this.offsets.set(quarter, shown - start);
    return shown - start;
  }
}
