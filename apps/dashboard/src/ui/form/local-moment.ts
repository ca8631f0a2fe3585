/** An instant as it reads on the clock of this browser, to the minute: `2026-11-24 10:05`. */
export function localMoment(instant: string): string {
  const at = new Date(instant);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16).replace('T', ' ');
}
