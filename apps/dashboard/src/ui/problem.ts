import { useTexts } from '../app/texts';
import { Refusal } from '../data/refusal';
import { problemTexts } from './texts';

/** What to tell a person about a failure: the server's own sentence where there is one. */
export function useProblem(): (error: unknown) => string {
  const t = useTexts(problemTexts);
  return (error) => {
    if (!(error instanceof Refusal)) return t('unknown');
    if (error.code === 'NETWORK') return t('network');
    const own = error.message || t(error.code === 'NOT_FOUND' ? 'notFound' : 'unknown');
    const parts = error.fields.map((field) => field.message).filter((message) => !own.includes(message));
    return [own, ...parts].join(' ');
  };
}
