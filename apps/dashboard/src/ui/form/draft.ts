import type { FormValues } from '../../data/input';

/** What was typed and not sent, kept over reloads and lost sessions in this browser. */
export interface Draft {
  readonly at: string;
  readonly version: number | null;
  readonly values: FormValues;
}

const key = (person: string, form: string) => `kehu.draft.${person}.${form}`;
const longest = 7 * 86_400_000;

/** The draft of a person for a form; null when there is none or it is older than a week. */
export function readDraft(person: string, form: string, now: number): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key(person, form)) ?? 'null') as Draft | null;
    if (!draft || now - Date.parse(draft.at) > longest) return null;
    return draft;
  } catch {
    return null;
  }
}

export function keepDraft(person: string, form: string, draft: Draft): void {
  try {
    localStorage.setItem(key(person, form), JSON.stringify(draft));
  } catch {
    // No room or no storage: the form still works, only without a draft.
  }
}

export function dropDraft(person: string, form: string): void {
  try {
    localStorage.removeItem(key(person, form));
  } catch {
    // Nothing was kept.
  }
}
