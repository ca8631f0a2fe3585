import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import type { Filter } from '../data/where';

/** The filter that stands in the address of a page, and the way to change it; it can be copied and opened. */
export function useAddressFilter() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const raw = new URLSearchParams(search).get('filter');
  const filter = useMemo(() => parsed(raw), [raw]);
  const set = (name: string, value: unknown) => {
    const { [name]: _old, ...others } = filter;
    const next = value === undefined || value === '' ? others : { ...others, [name]: value };
    const query = Object.keys(next).length ? `?filter=${encodeURIComponent(JSON.stringify(next))}` : '';
    navigate(`${pathname}${query}`, { replace: true });
  };
  return { filter, set };
}

function parsed(raw: string | null): Filter {
  if (!raw) return {};
  try {
    const value = JSON.parse(raw) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Filter) : {};
  } catch {
    // An address that was cut off still opens the page.
    return {};
  }
}
