import type { Language } from '@kehu/domain/catalogue/labels';
import { ask } from '../data/client';

interface Entry {
  readonly list: string;
  readonly code: string;
  readonly labelHans: string;
  readonly labelHant: string | null;
  readonly labelEn: string | null;
  readonly active: boolean;
}

let lists: ReadonlyMap<string, ReadonlyMap<string, Entry>> = new Map();

const pageSize = 200;
const mostPages = 10;
const text = `query CodeLists($offset: Int) { entries: codeListEntries(orderBy: [{ position: ASC }], limit: ${pageSize}, offset: $offset) {
  items { list code labelHans labelHant labelEn active } pageInfo { hasNextPage } } }`;

interface Answer {
  readonly entries: {
    readonly items: readonly Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** Reads the lists that the organisation keeps itself (segments, channels); answers how many entries. */
export async function loadCodeLists(): Promise<number> {
  const entries: Entry[] = [];
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await ask<Answer>(text, { offset: page * pageSize });
      entries.push(...answer.entries.items);
      if (!answer.entries.pageInfo.hasNextPage) break;
    }
  } catch {
    // Without the lists such fields are plain text.
  }
  keepCodeLists(entries);
  return entries.length;
}

/** Takes entries as the lists from now on. */
export function keepCodeLists(entries: readonly Entry[]): void {
  const found = new Map<string, Map<string, Entry>>();
  for (const entry of entries) {
    const list = found.get(entry.list) ?? new Map<string, Entry>();
    found.set(entry.list, list.set(entry.code, entry));
  }
  lists = found;
}

/** A value of a list as its reader says it; one that is not on the list, from an import say, as it stands. */
export function listedInWords(list: string, value: unknown, language: Language): string {
  const entry = lists.get(list)?.get(String(value));
  return entry ? labelOf(entry, language) : String(value ?? '');
}

/** The entries of a list to choose from, in its order; `current` as well when it is not, or no longer, on it. */
export function listChoices(
  list: string,
  language: Language,
  current = '',
): readonly { readonly value: string; readonly label: string }[] {
  const active = [...(lists.get(list)?.values() ?? [])].filter((entry) => entry.active);
  const choices = active.map((entry) => ({ value: entry.code, label: labelOf(entry, language) }));
  if (current === '' || active.some((entry) => entry.code === current)) return choices;
  return [...choices, { value: current, label: listedInWords(list, current, language) }];
}

function labelOf({ labelHans, labelHant, labelEn }: Entry, language: Language): string {
  if (language === 'zh-Hans') return labelHans;
  return (language === 'en' ? labelEn : labelHant) || labelHans;
}
