import { complaint } from '@kehu/domain/complaints/complaint';
import { type Filter, type Where, whereOf } from '../../../data/where';

/** A page's filter and what the page itself asks for, as one condition. */
export function casesWhere(filter: Filter, own: Where): Where {
  const chosen = whereOf(complaint, filter);
  return chosen ? { and: [chosen, own] } : own;
}

/** The filters of a page: in one row on a desk, two beside each other on a phone. */
export const filterRow = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 2,
  mb: 3,
  '& > *': { flex: { xs: '1 1 40%', sm: '0 0 auto' }, minWidth: 0 },
} as const;
