const millisecondsPerDay = 86_400_000;
/** Day 0 of the 1900 system, such that day 60 (the 29 February 1900 that never was) falls out. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * A spreadsheet's day number as `YYYY-MM-DD`, with ` HH:MM:SS[.mmm]` when it has a time; null when it
 * is no date. No zone: a spreadsheet's date is what its reader sees.
 */
export function serialDate(serial: number, system1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial + 1) return null;
  const days = system1904 || serial >= 61 ? serial : serial + 1;
  // Whole milliseconds: the fraction of a day is a double and 12:00:00 may read 11:59:59.9999.
  const milliseconds = Math.round(days * millisecondsPerDay);
  const text = new Date((system1904 ? epoch1904 : epoch1900) + milliseconds).toISOString();
  const time = text.slice(11, 23);
  const day = text.slice(0, 10);
  if (time === '00:00:00.000') return day;
  return `${day} ${time.endsWith('.000') ? time.slice(0, 8) : time}`;
}

const builtInDates = new Set([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);

/** Whether a number format shows a number as a date or time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs年月日]/i.test(bare) && !/[0#]/.test(bare.replace(/s\.0+/gi, 's'));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A number as text in its shortest exact form, never with an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa = '0', exponentText = '0'] = text.split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponentText);
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${plain}` : plain;
}
