import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { act } from '../data/client';
import { actText } from '../data/query';
import { useProblem } from './problem';

/**
 * Runs one business act by its name and reads the page again. Answers whether it went well; a refusal is
 * said in the server's words.
 */
export function useAct() {
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const say = useProblem();
  const [busy, setBusy] = useState(false);
  const run = async (
    name: string,
    input: Readonly<Record<string, unknown>>,
    said?: string,
  ): Promise<boolean> => {
    setBusy(true);
    try {
      await act(actText(name, '__typename'), { input });
      if (said) notify(said, { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['ask'] });
      refresh();
      return true;
    } catch (error) {
      notify(say(error), { type: 'error', autoHideDuration: 8000 });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}
