import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../app/texts';
import { ask } from '../data/client';

/**
 * Asks one document and keeps the answer while the page stands; `refresh()` of react-admin asks again.
 * `text` null: nothing is asked (no right to any of it).
 */
export function useAsk<Data>(text: string | null, variables: Readonly<Record<string, unknown>> = {}) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['ask', text, variables, language],
    enabled: text !== null,
    queryFn: () => ask<Data>(text as string, variables),
    retry: false,
  });
}
