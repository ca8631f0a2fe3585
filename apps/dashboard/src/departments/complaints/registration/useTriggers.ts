import { complaint } from '@kehu/domain/complaints/complaint';
import { settingAt } from '@kehu/domain/complaints/settings-defaults';
import { type SevereTrigger, suggestedTriggers } from '@kehu/domain/complaints/severe-triggers';
import { endedStates } from '@kehu/domain/complaints/vocabularies';
import { useMemo } from 'react';
import { useRights } from '../../../app/person';
import { countText } from '../../../data/query';
import { useAsk } from '../../../ui/useAsk';
import { useSetValues } from '../settings/read-settings';
import { useForm } from './useRegistering';

/** What suggests that the case is severe (D1.3), by what is typed so far and what the customer still has open. */
export function useTriggers(): readonly SevereTrigger[] {
  const { values } = useForm();
  const rights = useRights();
  const { data: set } = useSetValues();
  const loss = set && settingAt(set, 'severe.lossAmount', 'GENERAL', new Date()).value;
  const customer = values.who === 'KNOWN' ? values.customer?.id : undefined;
  const counts = rights.reads(complaint) && rights.usesField(complaint, 'customer');
  const { data: open } = useAsk<{ list: { totalCount: number } }>(
    customer && counts ? countText(complaint) : null,
    { where: { customer: { id: { eq: customer ?? '' } }, state: { notIn: endedStates } } },
  );
  const unsolved = customer ? (open?.list.totalCount ?? 0) : 0;
  const { channel, subject, description, requestedAmount } = values;
  return useMemo(
    () =>
      suggestedTriggers({
        channels: [channel],
        text: `${subject} ${description}`,
        requestedAmount: /^\d+(\.\d+)?$/.test(requestedAmount) ? Number(requestedAmount) : null,
        largeLoss: loss ? Number(loss) : null,
        unsolvedOfCustomer: unsolved,
        aboutHead: false,
      }),
    [channel, subject, description, requestedAmount, loss, unsolved],
  );
}
