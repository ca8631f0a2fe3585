const dayLength = 86_400_000;
const weekday = (day: number): number => new Date(day).getUTCDay();
const isWorking = (day: number): boolean => weekday(day) !== 0 && weekday(day) !== 6;

/**
 * Working days (Monday to Friday) that lie after `from` up to and including `to`, both `YYYY-MM-DD`;
 * 0 when `to` is not later. Public holidays count as working days until the organisation keeps a calendar.
 */
export function workingDaysBetween(from: string, to: string): number {
  const start = Date.parse(`${from}T00:00:00Z`);
  const end = Date.parse(`${to}T00:00:00Z`);
  const days = Math.round((end - start) / dayLength);
  if (!(days > 0)) return 0;
  const whole = Math.floor(days / 7);
  let count = whole * 5;
  for (let day = start + whole * 7 * dayLength + dayLength; day <= end; day += dayLength)
    if (isWorking(day)) count += 1;
  return count;
}

/** The day that lies so many working days after another one, as `YYYY-MM-DD`. */
export function addWorkingDays(from: string, count: number): string {
  let day = Date.parse(`${from}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    day += dayLength;
    if (isWorking(day)) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}
