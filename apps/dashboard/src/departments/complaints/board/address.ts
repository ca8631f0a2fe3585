import { complaint } from '@kehu/domain/complaints/complaint';
import { type Filter, type Where, whereOf } from '../../../data/where';

/** A page's filter and what the page itself asks for, as one condition. */
export function casesWhere(filter: Filter, own: Where): Where {
  const chosen = whereOf(complaint, filter);
  return chosen ? { and: [chosen, own] } : own;
}
