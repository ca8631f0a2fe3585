import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../app/texts';
import { actionTexts, objectTexts, viaTexts } from './texts';

/** Names of fields of a kind as people say them: `phone, idNo` of a customer → `电话、证件号码`. */
export function fieldsInWords(entity: string, names: string, language: Language): string {
  const kind = catalogue.find((each) => each.name === entity);
  return names
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((name) => kind?.fields[name]?.label[language] ?? name)
    .join(language === 'en' ? ', ' : '、');
}

/** A kind of record as people say it. */
export function entityInWords(entity: string, language: Language): string {
  return (
    catalogue.find((each) => each.name === entity)?.label[language] ?? wordIn(objectTexts, entity, language)
  );
}

function wordIn(texts: Texts, key: string, language: Language): string {
  return texts[key]?.[language] ?? key;
}

/** An act of the audit trail as people say it. */
export function actionInWords(action: unknown, language: Language): string {
  return wordIn(actionTexts, String(action ?? ''), language);
}

/** By which way an act came. */
export function viaInWords(via: unknown, language: Language): string {
  return wordIn(viaTexts, String(via ?? ''), language);
}

/** `Contact.phone` → `联系人·电话`; `Contact.*` → the kind alone. */
export function fieldInWords(path: string, language: Language): string {
  const [entity = '', name = ''] = path.split('.');
  const own = entityInWords(entity, language);
  return name === '*' ? own : `${own}·${fieldsInWords(entity, name, language)}`;
}
