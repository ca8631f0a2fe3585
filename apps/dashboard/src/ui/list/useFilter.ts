import { useMemo } from 'react';
import { useListContext } from 'react-admin';
import type { Filter } from '../../data/where';

/** Everything that filters the list: what the person chose and what the page always applies. */
export function useWholeFilter(): Filter {
  const { filterValues, filter } = useListContext();
  return useMemo(() => ({ ...filterValues, ...filter }), [filterValues, filter]);
}
