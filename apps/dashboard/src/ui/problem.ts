import { useTexts } from '../app/texts';
import { Refusal } from '../data/refusal';
import { problemTexts } from './texts';

/** What to tell a person about a failure: the server's own sentence where there is one. */
export function useProblem(): (error: unknown) => string {
  const t = useTexts(problemTexts);
  return (error) => {
    if (!(error instanceof Refusal)) return t('unknown');
    if (error.code === 'NETWORK') return t('network');
    // A refused read names kinds and fields as the API does; a reader of a page needs only the fact.
    if (error.code === 'FORBIDDEN' && error.fields.length > 0) return t('forbidden');
    const own = error.message || t(error.code === 'NOT_FOUND' ? 'notFound' : 'unknown');
    const parts = error.fields.map((field) => field.message).filter((message) => !own.includes(message));
    return [own, ...parts].join(' ');
  };
}
