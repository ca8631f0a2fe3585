import { useMemo } from 'react';
import { useHere } from '../../../app/person';
import { useLanguage } from '../../../app/texts';
import { useAsk } from '../../../ui/useAsk';
import type { Row } from '../case/file';
import { askedOf, sameAct, waiting } from './waits';

/** The next case that waits for the reader with the same act, and how many there are. */
export interface NextCase {
  readonly address: string;
  readonly count: number;
}

/** After an act on the page of a case: where the same act waits next. Asks nothing until an act is done. */
export function useNextCase(act: string | null, caseId: string): NextCase | null {
  const here = useHere();
  const language = useLanguage();
  const asked = useMemo(() => askedOf(here), [here]);
  const { data } = useAsk<Record<string, { items: readonly Row[] } | undefined>>(
    act === null ? null : asked.text,
    asked.variables,
  );
  if (act === null || !data) return null;
  const further = sameAct(waiting(data, language), act, '').filter((each) => each.caseId !== caseId);
  const next = further.find((each) => each.caseId);
  return next ? { address: `/complaints/${next.caseId}/show?act=${act}`, count: further.length } : null;
}
