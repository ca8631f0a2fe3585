import type { SevereTrigger } from '@kehu/domain/complaints/severe-triggers';
import { severeTrigger } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../../commands/command.js';
import { badInput } from '../../../commands/errors.js';

/** The triggers of an input, each once; none when it names none. BAD_USER_INPUT at `path` for what is no trigger. */
export function triggersIn(given: unknown, path: string): SevereTrigger[] {
  if (given == null) return [];
  if (!Array.isArray(given) || given.length === 0) throw badInput({ path, message: 'input.required' });
  const known = given.map((code, at) => {
    const found = severeTrigger.codes.find((trigger) => trigger === code);
    if (found) return found;
    const values = { codes: severeTrigger.codes.join(', ') };
    throw badInput({ path: `${path}.${at}`, message: 'input.notOneOf', values });
  });
  return [...new Set(known)];
}

/** What makes a case severe (D1.3), beside the words of its reason: each trigger once, by whom and when. */
export async function recordTriggers(
  work: Work,
  complaintId: string,
  triggers: readonly SevereTrigger[],
): Promise<void> {
  const known = (await work.find('ComplaintTrigger', { complaintId })).map(({ type }) => type);
  for (const type of triggers) {
    if (known.includes(type)) continue;
    const at = work.now.toISOString();
    await work.insert('ComplaintTrigger', { complaintId, type, byId: work.actor.staffId, at });
  }
}

/** The case is no longer severe: what made it so no longer holds, and stays in the audit trail alone. */
export async function dropTriggers(work: Work, complaintId: string): Promise<void> {
  for (const { id } of await work.find('ComplaintTrigger', { complaintId }))
    await work.remove('ComplaintTrigger', String(id));
}
