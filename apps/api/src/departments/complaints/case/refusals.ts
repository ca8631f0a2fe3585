import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import type { CaseGuard } from '@kehu/domain/complaints/guards';
import { type ComplaintState, complaintState } from '@kehu/domain/complaints/vocabularies';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { type ActError, ruleViolation } from '../../../commands/errors.js';

/** The case stands where this act does not lead on. */
export function refuseState(act: string, state: ComplaintState, language: Language): ActError {
  const article = complaintTransitions.find((row) => row.act === act)?.article ?? null;
  return ruleViolation('guard.wrongState', article, { state: complaintState.labels[state][language] });
}

/** A guard, or a document that is not there, stands against the act. */
export function refuseGuard(guard: CaseGuard): ActError;
export function refuseGuard(guard: null, missing: string, article: string, language: Language): ActError;
export function refuseGuard(
  guard: CaseGuard | null,
  missing = '',
  article = '',
  language: Language = 'zh-Hans',
): ActError {
  if (guard) return ruleViolation(guard.message, guard.article);
  return ruleViolation('guard.documentMissing', article, {
    document: kindNamed(missing).label[language],
  });
}
