import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { useHere } from '../../../app/person';
import { oneText } from '../../../data/query';
import { useAsk } from '../../../ui/useAsk';
import { periodOf, reportIn } from './period';

/**
 * The month that the address asks for: by its name, by the table that a message speaks of, else the last.
 * Null while the table's month is asked for; a table that the reader does not have leads to the last month.
 */
export function usePeriod(search: string): { readonly period: string | null; readonly error: Error | null } {
  const { zone, rights } = useHere();
  const id = reportIn(search);
  const asks = id !== null && rights.reads(complaintMonthlyReport);
  const { data, error } = useAsk<{ one: { period: string } | null }>(
    asks ? oneText(complaintMonthlyReport, 'period') : null,
    { id },
  );
  if (asks && !data) return { period: null, error };
  return { period: data?.one?.period ?? periodOf(search, zone), error: null };
}
