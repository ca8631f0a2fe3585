import type { Label } from '@kehu/domain/catalogue/labels';
import { useCallback } from 'react';
import { useLanguage } from '../../../app/texts';
import { actionTexts } from '../../../ui/texts';
import { formOf } from './act-forms';

const others = actionTexts as Readonly<Record<string, Label>>;

/** The words of an act by the name of its mutation: those on its button, else those of the audit trail. */
export function useActWords(): (action: string) => string {
  const language = useLanguage();
  return useCallback((action) => (formOf(action)?.label ?? others[action])?.[language] ?? action, [language]);
}
