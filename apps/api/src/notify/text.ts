import type { Language } from '@kehu/domain/catalogue/labels';
import { isMessageKey, type MessageValues, message } from '@kehu/domain/messages/message';
import type { RecordRow } from '../records/encode.js';

/** The text of a message in the reader's language; a message that this version does not know shows its record's number. */
export function notificationText(row: RecordRow, language: Language): string {
  const key = String(row.message);
  return isMessageKey(key)
    ? message(key, valuesOf(row.content), language)
    : String(row.recordNo ?? row.message);
}

function valuesOf(content: unknown): MessageValues {
  if (content === null || typeof content !== 'object' || Array.isArray(content)) return {};
  const known = Object.entries(content).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as MessageValues;
}
