import type { Kind } from '@kehu/domain/catalogue/kind';
import type { Label, Language } from '@kehu/domain/catalogue/labels';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import { ask } from '../data/client';

interface OwnLabel {
  readonly key: string;
  readonly labelHans: string;
  readonly labelHant: string | null;
  readonly labelEn: string | null;
}

let own: ReadonlyMap<string, OwnLabel> = new Map();

const text = '{ labels: labelOverrides(limit: 200) { items { key labelHans labelHant labelEn } } }';

/**
 * Reads the organisation's own words for roles and other codes (总经理 → 支行行长); answers how many. A
 * person without the right to read them sees the product's words.
 */
export async function loadOwnLabels(): Promise<number> {
  try {
    const answer = await ask<{ labels: { items: readonly OwnLabel[] } }>(text);
    own = new Map(answer.labels.items.map((each) => [each.key, each]));
  } catch {
    own = new Map();
  }
  return own.size;
}

/** The organisation's own word under a key (`Role.GM`, `Customer.segment`), or the product's. */
function inOwnWords(key: string, label: Label): Label {
  const word = own.get(key);
  if (!word) return label;
  const { labelHans, labelHant, labelEn } = word;
  return { 'zh-Hans': labelHans, 'zh-Hant': labelHant || labelHans, en: labelEn || labelHans };
}

/** A code of a vocabulary as the organisation says it; the code itself when it is none of the vocabulary's. */
export function codeInWords(vocabulary: Vocabulary, code: unknown, language: Language): string {
  const labels = vocabulary.labels as Readonly<Record<string, Label | undefined>>;
  const label = labels[String(code)];
  return label ? inOwnWords(`${vocabulary.name}.${String(code)}`, label)[language] : String(code ?? '');
}

/** A field's label as the organisation says it. */
export function fieldLabel(kind: Kind, name: string): Label {
  const label = kind.fields[name]?.label ?? { 'zh-Hans': name, 'zh-Hant': name, en: name };
  return inOwnWords(`${kind.name}.${name}`, label);
}
