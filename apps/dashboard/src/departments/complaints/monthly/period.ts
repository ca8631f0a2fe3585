import { monthBack } from '../../../ui/figures';

/** The month that the address asks for; without one that which is to be filled now: the last. */
export function periodOf(search: string, zone: string, now = new Date()): string {
  const asked = new URLSearchParams(search).get('period');
  return asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthBack(now, zone, 1);
}
