const hour = 3_600_000;
export const dayLength = 24 * hour;

/** The demo's zone has no summer time: China is UTC+8 all year. */
const zoneOffset = 8 * hour;

/** Days of a place in China, counted from 1970-01-01 there. */
export function localDay(instant: number): number {
  return Math.floor((instant + zoneOffset) / dayLength);
}

/** The instant at which a local time of a local day is. */
export function at(day: number, hours: number, minutes = 0, seconds = 0): number {
  return day * dayLength - zoneOffset + hours * hour + minutes * 60_000 + seconds * 1000;
}

/** `2026-03-07` of a local day. */
export function dateText(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** Local day of a date text. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

/** The instant as rows carry it. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString();
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return Number(dateText(day).slice(5, 7));
}

/** The next day from `day` on that is no Saturday or Sunday. */
export function workday(day: number): number {
  const which = weekday(day);
  return which > 5 ? day + 8 - which : day;
}
