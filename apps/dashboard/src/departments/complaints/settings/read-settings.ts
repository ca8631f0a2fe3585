import { complaintSetting } from '@kehu/domain/complaints/rules';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../../app/person';
import { ask } from '../../../data/client';
import { selectionOf } from '../../../data/selection';
import type { SetValue } from './words';

const names = ['key', 'severity', 'value', 'effectiveFrom', 'by', 'reason'];
const pageSize = 200;
/** Far more than an organisation changes in its life; an end for the loop. */
const mostPages = 50;

interface Page {
  readonly list: {
    readonly items: readonly SetValue[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** Everything that the organisation ever set, oldest first. */
export function useSetValues() {
  const rights = useRights();
  const text = `query SetValues($offset: Int) {
  list: complaintSettings(orderBy: [{ effectiveFrom: ASC }, { id: ASC }], limit: ${pageSize}, offset: $offset) {
    items { ${selectionOf(complaintSetting, names, rights)} } pageInfo { hasNextPage }
  }
}`;
  return useQuery({
    queryKey: ['ask', text],
    retry: false,
    queryFn: async () => {
      const rows: SetValue[] = [];
      for (let page = 0; page < mostPages; page += 1) {
        const { list } = await ask<Page>(text, { offset: rows.length });
        rows.push(...list.items);
        if (!list.pageInfo.hasNextPage) break;
      }
      return rows;
    },
  });
}
