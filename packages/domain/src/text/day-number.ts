/** How records of a day are called: `DD-20260307-0012`, the twelfth of its day (practice, settings 12). */
export function dayNumber(prefix: string, day: string, number: number): string {
  return `${prefix}-${day.replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}
