import { complaintSetting } from '@kehu/domain/complaints/rules';
import { useRights } from '../../../app/person';
import { someText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { useAsk } from '../../../ui/useAsk';
import type { SetValue } from './words';

const names = ['key', 'severity', 'value', 'effectiveFrom', 'by', 'reason'];

/** Everything that the organisation ever set, oldest first. */
export function useSetValues() {
  const rights = useRights();
  return useAsk<{ list: { items: readonly SetValue[] } }>(
    rights.reads(complaintSetting)
      ? someText(complaintSetting, selectionOf(complaintSetting, names, rights))
      : null,
    { orderBy: [{ effectiveFrom: 'ASC' }, { id: 'ASC' }], limit: 500 },
  );
}
