import type { Label, Language } from '../catalogue/labels.js';
import { accessMessages } from './access.js';
import { accountMessages } from './accounts.js';
import { collaborationMessages } from './collaboration.js';
import { complaintActMessages } from './complaint-acts.js';
import { clockMessages } from './complaint-clock.js';
import { complaintIntakeMessages } from './complaint-intake.js';
import { httpMessages } from './http.js';
import { importHelpMessages } from './import-help.js';
import { importProfileMessages } from './import-profiles.js';
import { importRowMessages } from './import-rows.js';
import { importRunMessages } from './import-runs.js';
import { importerMessages } from './importer.js';
import { keyAccountMessages } from './key-accounts.js';
import { moneyMessages } from './money.js';
import { notificationMessages } from './notifications.js';
import { readMessages } from './read.js';
import { statisticsMessages } from './statistics.js';
import { words } from './words.js';

/** What a placeholder stands for; a label is given in the reader's language. */
export type MessageValue = string | number | Label;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** Every message of the rules, the read engine, the importer and the server's edge. */
export const messages = {
  ...readMessages,
  ...accessMessages,
  ...accountMessages,
  ...collaborationMessages,
  ...complaintActMessages,
  ...clockMessages,
  ...complaintIntakeMessages,
  ...importerMessages,
  ...importRowMessages,
  ...importProfileMessages,
  ...importRunMessages,
  ...importHelpMessages,
  ...httpMessages,
  ...keyAccountMessages,
  ...moneyMessages,
  ...notificationMessages,
  ...statisticsMessages,
} satisfies Record<string, Label>;

export type MessageKey = keyof typeof messages;

/** Whether a key has a text here. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages, key);
}

/** The text of a message in the reader's language, its placeholders filled in; one without a value shows as `–`. */
export function message(key: MessageKey, values: MessageValues, language: Language): string {
  return fill(messages[key], values, language);
}

/** As `message`, for keys that arrive as text; an unknown one gives the general "the request is not right". */
export function messageText(key: string, values: MessageValues, language: Language): string {
  return message(isMessageKey(key) ? key : 'http.badRequest', values, language);
}

/** Fills the placeholders of any label: `{name}`, or `{name:word}` for a code that people read as a word. */
export function fill(text: Label, values: MessageValues, language: Language): string {
  return text[language].replace(/\{(\w+)(:word)?\}/g, (_, name: string, asWord?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return '–';
    if (typeof value === 'object') return value[language];
    const text = String(value);
    return asWord && Object.hasOwn(words, text) ? words[text as keyof typeof words][language] : text;
  });
}
