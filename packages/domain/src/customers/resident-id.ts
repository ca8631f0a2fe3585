import { isRealDate } from '../text/dates.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Age under which a person's data need a guardian's consent (dossier C2: PIPL articles 28, 31). */
export const guardianAge = 14;

/** Whether a text is a mainland resident ID number (GB 11643): 18 places, real birth date, check digit. */
export function isResidentId(idNo: string): boolean {
  if (!/^\d{17}[\dX]$/.test(idNo)) return false;
  if (!isRealDate(birthDateOf(idNo))) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(idNo[at]), 0);
  return checks[sum % 11] === idNo[17];
}

/** The birth date that a resident ID number carries, `YYYY-MM-DD`. */
export function birthDateOf(idNo: string): string {
  return `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
}

/** Completed years on a day; both days as `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
