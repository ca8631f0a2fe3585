import { useEffect } from 'react';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import type { CaseFile } from './file';

/** Tells the server that the person has opened the case: from then on the step before cannot be recalled. */
export function useSeen(file: CaseFile | null): void {
  const id = file?.id;
  const version = file?.version;
  const due = file?.allowedActions?.some((each) => each.action === 'markCaseSeen' && each.enabled) ?? false;
  useEffect(() => {
    if (!due || id === undefined) return;
    // Whether it arrives matters for recalling only; the page stands without it.
    void act(actText('markCaseSeen', '__typename'), { input: { id, expectedVersion: version } }).catch(
      () => {},
    );
  }, [due, id, version]);
}
