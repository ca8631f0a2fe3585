import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { deadlineLabel } from '@kehu/domain/complaints/deadlines';
import { actionTexts } from '../../../ui/texts';
import { formOf } from './act-forms';

const others = actionTexts as Readonly<Record<string, Label>>;

/** A deadline, or the event that started one, as people say it. */
export function deadlineWords(name: string, language: Language): string {
  const said = deadlineLabel(name)[language];
  if (said !== name) return said;
  return (formOf(name)?.label ?? others[name])?.[language] ?? name;
}
