import { monthBack } from '../../../ui/figures';

/** The month that the address asks for; without one that which is to be filled now: the last. */
export function periodOf(search: string, zone: string, now = new Date()): string {
  const asked = new URLSearchParams(search).get('period');
  return asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthBack(now, zone, 1);
}

/** The table that a message leads to; null where the address names a month, or no table. */
export function reportIn(search: string): string | null {
  const asked = new URLSearchParams(search);
  const id = asked.get('report');
  return asked.has('period') || !id || !/^\d+$/.test(id) ? null : id;
}
