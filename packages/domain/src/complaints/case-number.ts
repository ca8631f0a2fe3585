import { dayNumber } from '../text/day-number.js';

/** The sequence that numbers the cases of one day of the organisation (`2026-03-07`). */
export function caseSequence(day: string): string {
  return `complaint ${day}`;
}

/** How a case is called: `TS-20260307-0012`, the twelfth of its day (dossier C4, practice, settings 12). */
export function caseNumber(day: string, number: number): string {
  return dayNumber('TS', day, number);
}
