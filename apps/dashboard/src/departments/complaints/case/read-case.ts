import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../../app/person';
import { useLanguage } from '../../../app/texts';
import { ask } from '../../../data/client';
import type { Rights } from '../../../data/rights';
import { type CaseFile, type CasePart, caseParts, caseTexts } from './file';

type One = { readonly one: CaseFile | null };

/** The whole case, or null when there is none or it may not be seen; throws `Refusal`. */
export async function readCase(id: string, rights: Rights): Promise<CaseFile | null> {
  const [file, parts] = await Promise.all(caseTexts(rights).map((text) => ask<One>(text, { id })));
  return file?.one ? { ...parts?.one, ...file.one } : null;
}

/** Parts that come without a change of the case itself; what steps write comes with one. */
const liveParts: readonly CasePart[] = [
  'participants',
  'replies',
  'cardCopies',
  'trackingEntries',
  'departmentTasks',
  'assignedTasks',
  'compensations',
  'preventiveActions',
  'links',
  'attachments',
  'escalations',
];

/**
 * The case of a page; read again after each act, and when somebody else changes the case or adds to one:
 * a hint names the part, not its case.
 */
export function useCase(id: string) {
  const rights = useRights();
  const language = useLanguage();
  return useQuery({
    queryKey: ['ask', 'case', id, language],
    queryFn: async () => ({ one: await readCase(id, rights) }),
    retry: false,
    meta: { live: [`Complaint/${id}`, ...liveParts.map((name) => caseParts[name].name)] },
  });
}
