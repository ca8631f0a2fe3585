import { role as roles } from '@kehu/domain/access/roles';
import type { Language } from '@kehu/domain/catalogue/labels';
import { codeInWords } from '../../app/own-labels';

/** A role's name as the organisation says it; the code itself when it is none of ours. */
export function roleName(code: unknown, language: Language): string {
  return codeInWords(roles, code, language);
}

/** All roles as choices of a form. */
export function roleOptions(language: Language): { value: string; label: string }[] {
  return roles.codes.map((code) => ({ value: code, label: roleName(code, language) }));
}
