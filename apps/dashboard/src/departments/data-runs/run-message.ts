import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Language } from '@kehu/domain/catalogue/labels';
import { isMessageKey, type MessageValues, message } from '@kehu/domain/messages/message';

/**
 * What a run's record says of itself, in the reader's language: one or more of `key {values}`, as the
 * importer writes them. A failure that is none of people's making is told without its inner words.
 */
export function runMessage(stored: unknown, language: Language): string {
  const text = String(stored ?? '');
  if (text === '') return '';
  if (text === 'interrupted') return message('import.interrupted', {}, language);
  const parts = [...text.matchAll(/(?:^|; )(import\.\w+)(?: (\{.*?\}))?(?=; import\.|$)/g)].flatMap(
    ([, key = '', values = '{}']) => (isMessageKey(key) ? [message(key, inWords(values), language)] : []),
  );
  return parts.length > 0 ? parts.join(' ') : message('import.interrupted', {}, language);
}

/** Kinds of records among the values are told by their label. */
function inWords(json: string): MessageValues {
  try {
    const values = JSON.parse(json) as Record<string, string | number>;
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const kind = catalogue.find((each) => each.name === value);
        return [name, kind ? kind.label : value];
      }),
    );
  } catch {
    return {};
  }
}
