import { role as roles } from '@kehu/domain/access/roles';
import type { Language } from '@kehu/domain/catalogue/labels';

/** A role's name in the reader's language; the code itself when it is none of ours. */
export function roleName(code: unknown, language: Language): string {
  const known = roles.codes.find((each) => each === code);
  return known ? roles.labels[known][language] : String(code ?? '');
}

/** All roles as choices of a form. */
export function roleOptions(language: Language): { value: string; label: string }[] {
  return roles.codes.map((code) => ({ value: code, label: roles.labels[code][language] }));
}
