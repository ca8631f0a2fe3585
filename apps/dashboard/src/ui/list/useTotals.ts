import type { Kind } from '@kehu/domain/catalogue/kind';
import { useRights } from '../../app/person';
import { totalsText } from '../../data/query';
import { type Filter, whereOf } from '../../data/where';
import { useAsk } from '../useAsk';

interface Totals {
  readonly count: number;
  readonly sum: Readonly<Record<string, unknown>>;
}

/** Sums over the whole filtered list, from the server; null while unknown or when nothing is summed. */
export function useTotals(kind: Kind, sums: readonly string[], filter: Filter): Totals | null {
  const rights = useRights();
  const visible = sums.filter((name) => rights.seesField(kind, name));
  const where = whereOf(kind, filter);
  const { data } = useAsk<{ totals: readonly { count: number; sum?: Record<string, unknown> }[] }>(
    visible.length ? totalsText(kind, visible) : null,
    where ? { where } : {},
  );
  const [row] = data?.totals ?? [];
  if (!row) return null;
  return { count: row.count, sum: Object.fromEntries(visible.map((name) => [name, row.sum?.[name]])) };
}
