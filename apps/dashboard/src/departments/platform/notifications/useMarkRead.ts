import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { act } from '../../../data/client';
import { isTouched } from '../../../data/live-feed';
import { actText } from '../../../data/query';
import { useProblem } from '../../../ui/problem';

/** Marks messages as read, some or all up to a moment; only what shows messages is read again. */
export function useMarkRead() {
  const queries = useQueryClient();
  const notify = useNotify();
  const say = useProblem();
  const mark = async (name: string, input: Readonly<Record<string, unknown>>) => {
    try {
      await act(actText(name, 'count'), { input });
    } catch (error) {
      notify(say(error), { type: 'error' });
    }
    await queries.invalidateQueries({
      predicate: ({ meta }) => isTouched(meta?.live, [{ kind: 'Notification', id: '' }]),
    });
  };
  return {
    some: (ids: readonly string[]) => mark('markNotificationsRead', { ids }),
    /** `until`: nothing is marked that came in after it was looked at. */
    all: (until: string) => mark('markAllNotificationsRead', { until }),
  };
}
