import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { complaintIntake } from '@kehu/domain/complaints/complaint';
import { deadlineLabel } from '@kehu/domain/complaints/deadlines';
import { actionTexts } from '../../../ui/texts';
import { formOf } from './act-forms';

const others = actionTexts as Readonly<Record<string, Label>>;

/** The deadline that an outside channel sets, where it is earlier than the own one. */
const own: Readonly<Record<string, Label>> = { outsideDueAt: complaintIntake.fields.outsideDueAt.label };

/** A deadline, or the event that started one, as people say it. */
export function deadlineWords(name: string, language: Language): string {
  const said = deadlineLabel(name)[language];
  if (said !== name) return said;
  return (own[name] ?? formOf(name)?.label ?? others[name])?.[language] ?? name;
}
