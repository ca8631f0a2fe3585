import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../app/texts';
import { ask } from '../data/client';

/**
 * Asks one document and keeps the answer while the page stands; `refresh()` of react-admin asks again.
 * `text` null: nothing is asked (no right to any of it). `live` names the kinds (`Notification`) or records
 * (`Complaint/4711`) after whose change it is asked again without a reload.
 */
export function useAsk<Data>(
  text: string | null,
  variables: Readonly<Record<string, unknown>> = {},
  live?: readonly string[],
) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['ask', text, variables, language],
    enabled: text !== null,
    queryFn: () => ask<Data>(text as string, variables),
    retry: false,
    ...(live ? { meta: { live } } : {}),
  });
}
