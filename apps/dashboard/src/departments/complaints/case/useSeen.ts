import { useEffect } from 'react';
import { useHere } from '../../../app/person';
import { act } from '../../../data/client';
import { actText } from '../../../data/query';
import type { CaseFile } from './file';

const idOf = (value: unknown): unknown => (value as { id?: unknown } | null | undefined)?.id;

/** Tells the server that the person has opened the case: from then on the step before cannot be recalled. */
export function useSeen(file: CaseFile | null): void {
  const id = file?.id;
  const { person } = useHere();
  const desk = (file?.desk as { id?: string } | null | undefined)?.id;
  const unseen = file?.steps?.some((step) => !step.seenAt && !step.recalledAt) ?? false;
  const due =
    unseen && (desk === person.id || (!desk && idOf(file?.deskDepartment) === person.department?.id));
  useEffect(() => {
    if (!due || id === undefined) return;
    // Whether it arrives matters for recalling only; the page stands without it.
    void act(actText('markCaseSeen', '__typename'), { input: { id } }).catch(() => {});
  }, [due, id]);
}
